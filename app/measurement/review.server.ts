import { and, eq } from "drizzle-orm";
import { DECLARED, type Evidence, MEASURED, VALIDATED } from "#app/kernel/evidence";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { post } from "#app/use-cases/ledger.server";
import type { Writer } from "#db/client.server";
import { reports } from "#db/schema.server";
import { countedReport, difference } from "./postings";
import { stateOf } from "./quarters.server";
import type { ReviewVerdict } from "./report-input";
import { reportById } from "./report-parties.server";
import { tellOfReport } from "./tell-of-report.server";

export interface Review {
  reportId: number;
  verdict: ReviewVerdict;
  note: Told | null;
  /** The version that the reviewer looked at. Left out: whatever is there. */
  version?: number;
}

/**
 * Finance's word on a report: validated (a measured figure becomes proof of the highest grade), accepted with the grade
 * that it claims, or sent back with a note, which makes it «declared» until its owner corrects it.
 * @throws Refusal 403 for who owns, reported or stands behind the case; 409 once the quarter is closed
 */
export async function reviewReport(tx: Writer, actor: Actor, input: Review, when: When): Promise<void> {
  const found = await reportById(tx, input.reportId);
  const may = permit(actor, "report.review", found);
  const { report } = found;
  const { verdict, note } = input;
  const { status } = await stateOf(tx, report.quarter);
  if (status === "closed") throw new Refusal(409, "measurement.refusal.closed", { quarter: report.quarter });
  if (input.version !== undefined && input.version !== report.version) throw new Refusal(409, "desk.refusal.stale");
  if (verdict === "send-back" && !note) throw new Refusal(409, "measurement.error.note-needed");
  if (verdict === "validate" && report.evidence < MEASURED) {
    throw new Refusal(409, "measurement.refusal.not-measured");
  }
  const evidence: Evidence = verdict === "validate" ? VALIDATED : verdict === "send-back" ? DECLARED : report.evidence;
  const after = {
    evidence,
    review: verdict === "send-back" ? ("sent-back" as const) : ("accepted" as const),
    reviewedBy: actor.personId,
    reviewedOn: when.today,
    reviewNote: note,
  };
  const [kept] = await tx
    .update(reports)
    .set({ ...after, version: report.version + 1 })
    .where(and(eq(reports.id, report.id), eq(reports.version, report.version)))
    .returning({ id: reports.id });
  if (!kept) throw new Refusal(409, "desk.refusal.stale");
  await post(
    tx,
    report.useCaseId,
    report.quarter,
    difference(countedReport(report), countedReport({ ...report, evidence })),
    when,
  );
  const { review, reviewedBy, reviewedOn, reviewNote } = report;
  await record(
    tx,
    may,
    {
      subject: "report",
      subjectId: report.id,
      useCaseId: report.useCaseId,
      before: { evidence: report.evidence, review, reviewedBy, reviewedOn, reviewNote },
      after,
    },
    when,
  );
  if (verdict !== "accept") {
    const kind = verdict === "send-back" ? "report-sent-back" : "report-validated";
    const news = { kind, found, quarter: report.quarter, reason: note, reportId: report.id } as const;
    await tellOfReport(tx, actor, news, when, report.reportedBy);
  }
}
