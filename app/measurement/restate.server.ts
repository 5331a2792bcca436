import { and, eq } from "drizzle-orm";
import type { Evidence } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { post } from "#app/use-cases/ledger.server";
import type { Writer } from "#db/client.server";
import { reports, restatements } from "#db/schema.server";
import { kpiById } from "./kpi.server";
import { countedReport, difference } from "./postings";
import { covers } from "./quarter-life";
import { stateOf } from "./quarters.server";
import { breaksLimit, realisedValue } from "./realised";
import { type Report, reportOf } from "./report.server";
import { WHOLE_SHARE } from "./shares";
import { sharesAt } from "./shares.server";
import { tellOfReport } from "./tell-of-report.server";

export interface Restating {
  kpiId: number;
  quarter: Quarter;
  /** Null: the value turned out not to be available. */
  actual: number | null;
  evidence: Evidence;
  reason: Told;
  /** Left out: whatever is there. */
  version?: number;
}

/**
 * Changes a figure of a closed quarter: signed by finance, reasoned, old and new side by side. A value that was missing
 * at the close is restated too, from nothing. The terms stay those of the close.
 * @returns the restatement's id
 * @throws Refusal 403 for the owner of the KPI, who reported the figure and those behind the case; 409 while the quarter
 *   is not closed
 */
export async function restateReport(tx: Writer, actor: Actor, input: Restating, when: When): Promise<number> {
  const found = await kpiById(tx, input.kpiId);
  const { quarter, actual, reason } = input;
  const before = await reportOf(tx, found.kpi.id, quarter);
  const may = permit(actor, "report.restate", { ...found, reportedBy: before?.reportedBy ?? null });
  const evidence: Evidence = actual === null ? 0 : input.evidence;
  const { status } = await stateOf(tx, quarter);
  if (status !== "closed") throw new Refusal(409, "measurement.refusal.not-closed", { quarter });
  if (!covers(found.kpi, quarter)) throw new Refusal(409, "measurement.refusal.outside", { quarter });
  if (input.version !== undefined && input.version !== (before?.version ?? 0)) {
    throw new Refusal(409, "desk.refusal.stale");
  }
  if (before && before.actual === actual && before.evidence === evidence) {
    throw new Refusal(409, "measurement.refusal.same");
  }
  const by = actor.personId ?? found.kpi.ownerId;
  const terms = before ?? { ...found.kpi, share: await shareOf(tx, found.kpi.id, quarter) };
  const realisedMinor = realisedValue(actual, terms);
  const figures = { actual, evidence, realisedMinor, broken: breaksLimit(actual, found.kpi) };
  const reportId = before
    ? await change(tx, before, { ...figures, unavailableBecause: actual === null ? reason : null })
    : await add(tx, found.kpi, { ...figures, share: terms.share, quarter, reason, by, on: when.today });
  const [made] = await tx
    .insert(restatements)
    .values({
      reportId,
      quarter,
      oldActual: before?.actual ?? null,
      newActual: actual,
      oldEvidence: before?.evidence ?? 0,
      newEvidence: evidence,
      oldRealisedMinor: before?.realisedMinor ?? null,
      newRealisedMinor: realisedMinor,
      reason,
      byId: by,
      on: when.today,
    })
    .returning({ id: restatements.id });
  if (!made) throw new Error("The restatement was not inserted");
  const after = { evidence, realisedMinor };
  await post(tx, found.kpi.useCaseId, quarter, difference(countedReport(before), countedReport(after)), when);
  await record(
    tx,
    may,
    {
      subject: "report",
      subjectId: reportId,
      useCaseId: found.kpi.useCaseId,
      before: before && { actual: before.actual, evidence: before.evidence, realisedMinor: before.realisedMinor },
      after: { quarter, actual, evidence, realisedMinor, reason },
    },
    when,
  );
  await tellOfReport(tx, actor, { kind: "restated", found, quarter, reason, reportId }, when, before?.reportedBy);
  return made.id;
}

const shareOf = async (tx: Writer, kpiId: number, quarter: Quarter) =>
  (await sharesAt(tx, [kpiId], quarter)).get(kpiId) ?? WHOLE_SHARE;

async function change(tx: Writer, before: Report, figures: Partial<Report>): Promise<number> {
  const [kept] = await tx
    .update(reports)
    .set({ ...figures, version: before.version + 1 })
    .where(and(eq(reports.id, before.id), eq(reports.version, before.version)))
    .returning({ id: reports.id });
  if (!kept) throw new Refusal(409, "desk.refusal.stale");
  return kept.id;
}

async function add(
  tx: Writer,
  kpi: Awaited<ReturnType<typeof kpiById>>["kpi"],
  told: Pick<Report, "actual" | "evidence" | "realisedMinor" | "broken" | "quarter" | "share"> & {
    reason: Told;
    by: number;
    on: When["today"];
  },
): Promise<number> {
  const { reason, by, on, ...figures } = told;
  const { id: kpiId, useCaseId, direction, baseline, valuePerUnitMinor, attribution } = kpi;
  const terms = { direction, baseline, valuePerUnitMinor, attribution };
  const [kept] = await tx
    .insert(reports)
    .values({
      kpiId,
      useCaseId,
      ...terms,
      ...figures,
      unavailableBecause: figures.actual === null ? reason : null,
      note: reason,
      reportedBy: by,
      reportedOn: on,
      review: "accepted",
      reviewedBy: by,
      reviewedOn: on,
    })
    .returning({ id: reports.id });
  if (!kept) throw new Error("The report was not inserted");
  return kept.id;
}
