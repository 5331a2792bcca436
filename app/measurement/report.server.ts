import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { DECLARED, type Evidence, MEASURED } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Key } from "#app/locales/keys";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { post } from "#app/use-cases/ledger.server";
import type { Reader, Writer } from "#db/client.server";
import { reports } from "#db/schema.server";
import { kpiById } from "./kpi.server";
import { implausible } from "./plausible";
import { countedReport, difference } from "./postings";
import { type ReportRefusal, whyNotReport } from "./quarter-life";
import { stateOf } from "./quarters.server";
import { breaksLimit, realisedValue } from "./realised";

export type Report = typeof reports.$inferSelect;

export interface Reporting {
  kpiId: number;
  quarter: Quarter;
  /** Null goes with `unavailableBecause`. */
  actual: number | null;
  unavailableBecause: Told | null;
  /** 0-2: a report becomes 3, validated, only by finance. */
  evidence: Evidence;
  source: Told | null;
  note: Told | null;
  /** The version that the form started from; null where there was no report yet. Left out: whatever is there. */
  version?: number | null;
}

const REFUSALS: Record<ReportRefusal, Key> = {
  closed: "measurement.refusal.closed",
  "not-begun": "measurement.refusal.not-begun",
  outside: "measurement.refusal.outside",
  accepted: "measurement.refusal.accepted",
};

export async function reportOf(db: Reader, kpiId: number, quarter: Quarter): Promise<Report | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.kpiId, kpiId), eq(reports.quarter, quarter)));
  return row ?? null;
}

async function lastValue(db: Reader, kpiId: number, before: Quarter): Promise<number | null> {
  const [row] = await db
    .select({ actual: reports.actual })
    .from(reports)
    .where(and(eq(reports.kpiId, kpiId), lt(reports.quarter, before), isNotNull(reports.actual)))
    .orderBy(desc(reports.quarter))
    .limit(1);
  return row?.actual ?? null;
}

/**
 * Writes one KPI's value for one quarter, new or corrected; it then waits for finance again.
 * @returns the report's id
 * @throws Refusal 403; 409 when the quarter is closed or not begun, finance has accepted it, somebody else wrote it
 *   meanwhile, a measured value names no source, or a surprising one has no note
 */
export async function writeReport(tx: Writer, actor: Actor, input: Reporting, when: When): Promise<number> {
  const found = await kpiById(tx, input.kpiId);
  const may = permit(actor, "report.write", found);
  const { kpi } = found;
  const before = await reportOf(tx, kpi.id, input.quarter);
  await guard(tx, input, before, kpi, when);
  const { direction, baseline, valuePerUnitMinor, attribution } = kpi;
  const { kpiId, quarter, actual } = input;
  const row = {
    kpiId,
    useCaseId: kpi.useCaseId,
    quarter,
    actual,
    unavailableBecause: actual === null ? input.unavailableBecause : null,
    evidence: actual === null ? DECLARED : input.evidence,
    source: input.source,
    note: input.note,
    realisedMinor: realisedValue(actual, kpi),
    direction,
    baseline,
    valuePerUnitMinor,
    attribution,
    broken: breaksLimit(actual, kpi),
    reportedBy: actor.personId ?? kpi.ownerId,
    reportedOn: when.today,
    review: "waiting" as const,
    version: (before?.version ?? 0) + 1,
  };
  const [kept] = before
    ? await tx.update(reports).set(row).where(eq(reports.id, before.id)).returning({ id: reports.id })
    : await tx.insert(reports).values(row).returning({ id: reports.id });
  if (!kept) throw new Error("The report was not written");
  await post(tx, kpi.useCaseId, quarter, difference(countedReport(before), countedReport(row)));
  await record(
    tx,
    may,
    {
      subject: "report",
      subjectId: kept.id,
      useCaseId: kpi.useCaseId,
      before: before && figuresOf(before),
      after: { quarter, ...figuresOf(row) },
    },
    when,
  );
  return kept.id;
}

async function guard(
  tx: Reader,
  input: Reporting,
  before: Report | null,
  kpi: { id: number; firstQuarter: Quarter; lastQuarter: Quarter | null },
  when: When,
): Promise<void> {
  const { quarter, actual, version } = input;
  const { status } = await stateOf(tx, quarter);
  const no = whyNotReport({ status, quarter, current: when.quarter, kpi, review: before?.review ?? null });
  if (no) throw new Refusal(409, REFUSALS[no], { quarter });
  if (version !== undefined && version !== (before?.version ?? null)) throw new Refusal(409, "desk.refusal.stale");
  if (input.evidence > MEASURED) throw new Refusal(403, "measurement.refusal.only-finance");
  if (actual === null && !input.unavailableBecause) throw new Refusal(409, "measurement.error.value-or-reason");
  if (actual !== null && input.evidence === MEASURED && !input.source) {
    throw new Refusal(409, "measurement.error.source-needed");
  }
  const surprise = implausible(actual, await lastValue(tx, kpi.id, quarter));
  if (surprise && !input.note) throw new Refusal(409, `measurement.refusal.implausible.${surprise}`);
}

/** What the audit keeps of a report. */
export function figuresOf(
  report: Pick<Report, "actual" | "unavailableBecause" | "evidence" | "realisedMinor" | "source" | "note">,
) {
  const { actual, unavailableBecause, evidence, realisedMinor, source, note } = report;
  return { actual, unavailableBecause, evidence, realisedMinor, source, note };
}
