import { and, asc, desc, eq } from "drizzle-orm";
import { changesOf } from "#app/people/audit-changes";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { auditEvents, people, reportFiles, restatements } from "#db/schema.server";
import { termsOf } from "./case-kpis.server";
import { kpisInDoubt, unresolvedIn } from "./overlaps.server";
import { stateOf } from "./quarters.server";
import { reportById } from "./report-parties.server";

/** Everything of one report. Thirteen queries. */
export async function readReportDetail(db: Reader, actor: Actor, id: number) {
  const found = await reportById(db, id);
  const { report, kpi, reference, title, departmentId } = found;
  const state = await stateOf(db, report.quarter);
  const files = await db
    .select({
      id: reportFiles.id,
      name: reportFiles.name,
      size: reportFiles.size,
      sha256: reportFiles.sha256,
      addedOn: reportFiles.addedOn,
      by: people.name,
    })
    .from(reportFiles)
    .innerJoin(people, eq(people.id, reportFiles.addedBy))
    .where(eq(reportFiles.reportId, id))
    .orderBy(asc(reportFiles.id));
  const changed = await db
    .select({
      id: restatements.id,
      oldActual: restatements.oldActual,
      newActual: restatements.newActual,
      oldEvidence: restatements.oldEvidence,
      newEvidence: restatements.newEvidence,
      oldRealisedMinor: restatements.oldRealisedMinor,
      newRealisedMinor: restatements.newRealisedMinor,
      reason: restatements.reason,
      on: restatements.on,
      by: people.name,
    })
    .from(restatements)
    .innerJoin(people, eq(people.id, restatements.byId))
    .where(eq(restatements.reportId, id))
    .orderBy(asc(restatements.id));
  const events = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "report"), eq(auditEvents.subjectId, id)))
    .orderBy(desc(auditEvents.id));
  const names = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.id, report.reportedBy));
  const closed = state.status === "closed";
  return {
    reference,
    title,
    kpi: {
      id: kpi.id,
      name: kpi.name,
      unit: kpi.unit,
      isGuardrail: kpi.isGuardrail,
      limit: kpi.limit,
      target: kpi.target,
    },
    report: { ...report, terms: termsOf(report), reporter: names[0]?.name ?? "" },
    status: state.status,
    inDoubt:
      !closed &&
      report.realisedMinor !== null &&
      kpisInDoubt(await unresolvedIn(db, report.quarter, [{ kpiId: kpi.id, departmentId }])).has(kpi.id),
    files,
    restatements: changed,
    history: events.map(({ id: event, at, actorName, act, before, after }) => ({
      id: event,
      at: at.getTime(),
      who: actorName,
      act,
      changes: changesOf(before, after).filter(({ field }) => KEPT.has(field)),
    })),
    may: {
      write: !closed && report.review !== "accepted" && permits(actor, "report.write", found),
      attach: !closed && permits(actor, "report.write", found),
      review: !closed && report.review === "waiting" && permits(actor, "report.review", found),
      sendBack: !closed && report.review !== "sent-back" && permits(actor, "report.review", found),
      restate: closed && permits(actor, "report.restate", found),
    },
  };
}

/** What the history of a report tells; the rest of an event is for the audit log. */
const KEPT = new Set(["actual", "evidence", "realisedMinor", "review", "file"]);

export type ReportDetail = Awaited<ReturnType<typeof readReportDetail>>;
