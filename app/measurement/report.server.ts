import { and, eq, inArray, sql } from "drizzle-orm";
import { DECLARED, type Evidence, MEASURED } from "#app/kernel/evidence";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Key } from "#app/locales/keys";
import { recordAll } from "#app/people/audit.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { postAll } from "#app/use-cases/post-all.server";
import type { Reader, Writer } from "#db/client.server";
import { reports } from "#db/schema.server";
import { expectedOf } from "./expected.server";
import { type KpiOfCase, kpisById } from "./kpi.server";
import { type Expected, implausible } from "./plausible";
import { countedReport, difference } from "./postings";
import { type QuarterStatus, type ReportRefusal, whyNotReport } from "./quarter-life";
import { stateOf } from "./quarters.server";
import { breaksLimit, realisedValue } from "./realised";
import { WHOLE_SHARE } from "./shares";
import { sharesAt } from "./shares.server";

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

/**
 * Writes one KPI's value for one quarter, new or corrected; it then waits for finance again.
 * @returns the report's id
 * @throws Refusal 403; 409 when the quarter is closed or not begun, finance has accepted it, somebody else wrote it
 *   meanwhile, a measured value names no source, or a surprising one has no note
 */
export async function writeReport(tx: Writer, actor: Actor, input: Reporting, when: When): Promise<number> {
  const grounds = await groundsOf(tx, input.quarter, [input.kpiId]);
  const [id] = await writeReady(tx, [readied(grounds, actor, input, when)], when);
  if (id === undefined) throw new Error("The report was not written");
  return id;
}

/** What reports of one quarter are judged by. */
export interface Grounds {
  status: QuarterStatus;
  kpis: ReadonlyMap<number, KpiOfCase>;
  stored: ReadonlyMap<number, Report>;
  expected: ReadonlyMap<number, Expected>;
  /** Of KPIs that count a benefit together with others. */
  shares: ReadonlyMap<number, number>;
}

/** All that decides over the reports of these KPIs, however many. Six queries. */
export async function groundsOf(db: Reader, quarter: Quarter, kpiIds: readonly number[]): Promise<Grounds> {
  const { status } = await stateOf(db, quarter);
  const kpis = await kpisById(db, kpiIds);
  const there = kpiIds.length
    ? await db
        .select()
        .from(reports)
        .where(and(inArray(reports.kpiId, [...kpiIds]), eq(reports.quarter, quarter)))
    : [];
  return {
    status,
    kpis,
    stored: new Map(there.map((report) => [report.kpiId, report])),
    expected: await expectedOf(db, kpiIds, quarter),
    shares: await sharesAt(db, kpiIds, quarter),
  };
}

/** The KPI of a report, where the actor may report it. @throws Refusal 403, 404 */
export function reportable(grounds: Grounds, actor: Actor, kpiId: number) {
  const found = grounds.kpis.get(kpiId);
  if (!found) throw new Refusal(404, "measurement.refusal.no-kpi");
  return { found, may: permit(actor, "report.write", found) };
}

/** A report that may be written, with what it takes the place of. */
export interface Ready {
  may: Permitted;
  row: Omit<typeof reports.$inferInsert, "id"> & { evidence: Evidence; realisedMinor: Minor | null };
  before: Report | null;
}

/** @throws Refusal what `writeReport` refuses */
export function readied(grounds: Grounds, actor: Actor, input: Reporting, when: When): Ready {
  const { found, may } = reportable(grounds, actor, input.kpiId);
  const { kpi } = found;
  const before = grounds.stored.get(kpi.id) ?? null;
  guard(grounds, input, before, kpi, when);
  const { direction, baseline, valuePerUnitMinor, attribution } = kpi;
  const { kpiId, quarter, actual } = input;
  const share = grounds.shares.get(kpiId) ?? WHOLE_SHARE;
  const row = {
    kpiId,
    useCaseId: kpi.useCaseId,
    quarter,
    actual,
    unavailableBecause: actual === null ? input.unavailableBecause : null,
    evidence: actual === null ? DECLARED : input.evidence,
    source: input.source,
    note: input.note,
    realisedMinor: realisedValue(actual, { ...kpi, share }),
    direction,
    baseline,
    valuePerUnitMinor,
    attribution,
    share,
    broken: breaksLimit(actual, kpi),
    reportedBy: actor.personId ?? kpi.ownerId,
    reportedOn: when.today,
    review: "waiting" as const,
    version: (before?.version ?? 0) + 1,
  };
  return { may, row, before };
}

/** So many rows in one statement: their parameters stay below what either engine takes. */
const AT_ONCE = 500;

/** Writes reports of one quarter, each of another KPI, in their order. @returns their ids */
export async function writeReady(tx: Writer, ready: readonly Ready[], when: When): Promise<number[]> {
  const [first] = ready;
  if (!first) return [];
  const { quarter } = first.row;
  if (new Set(ready.map(({ row }) => row.kpiId)).size < ready.length) throw new Refusal(409, "desk.refusal.stale");
  const idOf = new Map<number, number>();
  for (let from = 0; from < ready.length; from += AT_ONCE) {
    const rows = ready.slice(from, from + AT_ONCE).map(({ row }) => row);
    const written = Object.keys(first.row) as (keyof typeof first.row)[];
    const kept = await tx
      .insert(reports)
      .values(rows)
      .onConflictDoUpdate({
        target: [reports.kpiId, reports.quarter],
        set: Object.fromEntries(written.map((name) => [name, sql`excluded.${sql.identifier(reports[name].name)}`])),
      })
      .returning({ id: reports.id, kpiId: reports.kpiId });
    for (const { id, kpiId } of kept) idOf.set(kpiId, id);
  }
  const ids = ready.map(({ row }) => {
    const id = idOf.get(row.kpiId);
    if (id === undefined) throw new Error("The report was not written");
    return id;
  });
  const postings = ready.map(({ row, before }) => ({
    useCaseId: row.useCaseId,
    posting: difference(countedReport(before), countedReport(row)),
  }));
  await postAll(tx, quarter, postings, when);
  const changes = ready.map(({ row, before }, at) => ({
    subject: "report",
    subjectId: ids[at] ?? 0,
    useCaseId: row.useCaseId,
    before: before && figuresOf(before),
    after: { quarter, ...figuresOf(row) },
  }));
  await recordAll(tx, first.may, changes, when);
  return ids;
}

function guard(
  grounds: Grounds,
  input: Reporting,
  before: Report | null,
  kpi: { id: number; firstQuarter: Quarter; lastQuarter: Quarter | null },
  when: When,
): void {
  const { quarter, actual, version } = input;
  const { status } = grounds;
  const no = whyNotReport({ status, quarter, current: when.quarter, kpi, review: before?.review ?? null });
  if (no) throw new Refusal(409, REFUSALS[no], { quarter });
  if (version !== undefined && version !== (before?.version ?? null)) throw new Refusal(409, "desk.refusal.stale");
  if (input.evidence > MEASURED) throw new Refusal(403, "measurement.refusal.only-finance");
  if (actual === null && !input.unavailableBecause) throw new Refusal(409, "measurement.error.value-or-reason");
  if (actual !== null && input.evidence === MEASURED && !input.source) {
    throw new Refusal(409, "measurement.error.source-needed");
  }
  const expected = grounds.expected.get(kpi.id);
  const surprise = expected ? implausible(actual, expected) : null;
  if (surprise && !input.note) throw new Refusal(409, `measurement.refusal.implausible.${surprise}`);
}

/** What the audit keeps of a report. */
export function figuresOf(
  report: Partial<Pick<Report, "actual" | "unavailableBecause" | "evidence" | "realisedMinor" | "source" | "note">>,
) {
  const { actual, unavailableBecause, evidence, realisedMinor, source, note } = report;
  return { actual, unavailableBecause, evidence, realisedMinor, source, note };
}
