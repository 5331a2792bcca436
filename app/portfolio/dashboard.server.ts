import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { quarterToRead } from "#app/measurement/quarter-life";
import { knownQuarters } from "#app/measurement/quarters.server";
import { incidentsOfQuarter } from "#app/safeguards/incidents/register.server";
import { stageTotals } from "#app/use-cases/list/kept-totals.server";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import { LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { caseQuarters, departments, facetCounts, kpis, reports, useCases } from "#db/schema.server";
import { dashboardOf } from "./dashboard";
import { inDepartment } from "./filtered.server";
import { addUp, type RollupRow, rollupRow } from "./sums";

export const EACH_WAY = 5;
const GUARDRAILS = 20;

/** The totals of those rows of `quarter_totals` that `asked` names. As raw SQL: drizzle's mapping would cost as much again. */
export async function readTotals(db: Reader, asked: SQL): Promise<RollupRow[]> {
  const rows = await db.rows<Record<string, string | number>>(sql`select * from quarter_totals where ${asked}`);
  return rows.map(rollupRow);
}

/** What each quarter counts for, all departments together. One query. */
export const readQuarters = (db: Reader) => readTotals(db, sql`department_id = ${WHOLE}`);

/** What one quarter counts for, all departments together. One query. */
export const readQuarter = async (db: Reader, quarter: Quarter) =>
  addUp(await readTotals(db, sql`department_id = ${WHOLE} and quarter = ${quarter}`));

export interface Asked {
  /** Null: the last quarter that is closed. */
  quarter: Quarter | null;
  departmentId: number | null;
}

/** Best or worst cases of a quarter: read from the end of an index, and no further. */
function extremes(db: Reader, quarter: Quarter, departmentId: number | null, best: boolean) {
  return db
    .select({
      reference: useCases.reference,
      title: useCases.title,
      realised: caseQuarters.realisedMinor,
      proven: sql<number>`${caseQuarters.measuredMinor} + ${caseQuarters.validatedMinor}`.mapWith(Number),
      cost: sql<number | null>`case when ${caseQuarters.costEntries} > 0 then ${caseQuarters.costMinor} end`,
    })
    .from(caseQuarters)
    .innerJoin(useCases, eq(useCases.id, caseQuarters.useCaseId))
    .where(
      and(
        eq(caseQuarters.quarter, quarter),
        best ? gt(caseQuarters.realisedMinor, minor(0)) : lt(caseQuarters.realisedMinor, minor(0)),
        inDepartment(departmentId),
      ),
    )
    .orderBy(best ? desc(caseQuarters.realisedMinor) : asc(caseQuarters.realisedMinor), asc(caseQuarters.useCaseId))
    .limit(EACH_WAY);
}

const AHEAD = ["submitted", "assessment", "approved", "poc"] as const satisfies readonly Stage[];

/** The departments with live cases, of which nobody reported. */
async function silentDepartments(db: Reader, departmentId: number | null, reporting: readonly number[]) {
  const live = await db
    .select({ departmentId: facetCounts.value, cases: sql<number>`sum(${facetCounts.cases})`.mapWith(Number) })
    .from(facetCounts)
    .where(
      and(
        eq(facetCounts.within, "stage"),
        inArray(facetCounts.among, [...LIVE_STAGES]),
        eq(facetCounts.facet, "department"),
        departmentId === null ? undefined : eq(facetCounts.value, String(departmentId)),
      ),
    )
    .groupBy(facetCounts.value);
  return live
    .map(({ departmentId: id, cases }) => ({ departmentId: Number(id) || null, cases }))
    .filter((row) => row.cases > 0 && !reporting.includes(row.departmentId ?? 0))
    .sort((a, b) => (a.departmentId ?? 0) - (b.departmentId ?? 0));
}

/** The totals that a dashboard is made of: of all quarters together, and by department those of two quarters. */
export function totalsAsked(quarter: Quarter, departmentId: number | null): SQL {
  const compared = sql`quarter in (${quarter}, ${addQuarters(quarter, -1)})`;
  return sql`department_id in (${WHOLE}, ${departmentId ?? WHOLE}) or ${compared}`;
}

/** The figures of a dashboard from its totals. */
export function figuresFrom(
  rows: readonly RollupRow[],
  asked: { quarter: Quarter; departmentId: number | null; departments: readonly { id: number; name: Told }[] },
) {
  const { departmentId } = asked;
  if (departmentId === null) {
    const [quarters, parts] = [rows.filter(isWhole), rows.filter((row) => !isWhole(row))];
    return dashboardOf({ ...asked, quarters, parts });
  }
  const own = rows.filter((row) => row.departmentId === departmentId);
  return dashboardOf({ ...asked, quarters: own, parts: own });
}

const isWhole = (row: RollupRow) => row.departmentId === WHOLE;

/** The quarters that can be chosen, newest first: these, and those with figures. */
export function quartersOffered(these: readonly Quarter[], rows: readonly RollupRow[], current: Quarter): Quarter[] {
  const known = [...these, ...rows.filter((row) => isWhole(row) && hasFigures(row)).map((row) => row.quarter)];
  return [...new Set(known)]
    .filter((of) => of <= current)
    .sort()
    .reverse();
}

/** All that the dashboard shows. Nine queries, whatever the number of reports. */
export async function readDashboard(db: Reader, asked: Asked, current: Quarter) {
  const known = await knownQuarters(db);
  const quarter = asked.quarter ?? quarterToRead(known, current);
  const { departmentId } = asked;
  const rows = await readTotals(db, totalsAsked(quarter, departmentId));
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  const parts = rows.filter((row) => row.departmentId !== WHOLE);
  const model = figuresFrom(rows, { quarter, departmentId, departments: offered });
  const top = await extremes(db, quarter, departmentId, true);
  const bottom = await extremes(db, quarter, departmentId, false);
  const broken = await db
    .select({
      reportId: reports.id,
      kpi: kpis.name,
      unit: kpis.unit,
      limit: kpis.limit,
      actual: reports.actual,
      reference: useCases.reference,
      title: useCases.title,
    })
    .from(reports)
    .innerJoin(kpis, eq(kpis.id, reports.kpiId))
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .where(and(eq(reports.quarter, quarter), eq(reports.broken, true), inDepartment(departmentId)))
    .orderBy(asc(reports.id))
    .limit(GUARDRAILS);
  const reporting = parts.filter((row) => row.quarter === quarter && row.reports > 0).map((row) => row.departmentId);
  const silent = await silentDepartments(db, departmentId, reporting);
  const ahead = await stageTotals(db, departmentId);
  const incidents = await incidentsOfQuarter(db, { quarter, departmentId });
  const nameOf = (id: number | null) => offered.find((department) => department.id === id)?.name ?? null;
  return {
    ...model,
    asOf: null as Day | null,
    departmentId,
    departments: offered,
    status: known.find((row) => row.quarter === quarter)?.status ?? "open",
    quarters: quartersOffered([...known.map((row) => row.quarter), quarter], rows, current),
    top: top.map(inMoney),
    bottom: bottom.map(inMoney),
    broken,
    incidents,
    silent: silent.map((row) => ({ ...row, name: nameOf(row.departmentId) })),
    pipeline: AHEAD.map((stage) => {
      const row = ahead.find((each) => each.stage === stage);
      return { stage, cases: row?.cases ?? 0, valued: row?.valued ?? 0, npv: row?.valued ? minor(row.npvMinor) : null };
    }),
  };
}

function inMoney<Row extends { proven: number; cost: number | null }>(row: Row) {
  return { ...row, proven: minor(row.proven), cost: row.cost === null ? null : minor(Number(row.cost)) };
}

function hasFigures(row: RollupRow): boolean {
  return row.reports > 0 || row.costEntries > 0;
}

export type DashboardAnswer = Awaited<ReturnType<typeof readDashboard>>;

/** What the day book can tell of a past day, too. */
export type FiguresAnswer = Omit<DashboardAnswer, "broken" | "incidents" | "silent" | "pipeline" | "status">;

/** What the headline alone takes of the dashboard. */
export type HeadlineAnswer = Pick<
  DashboardAnswer,
  "asOf" | "quarter" | "departmentId" | "now" | "against" | "cumulative"
>;

/** The headline of the quarter to read, all departments together. Null before the first figure. Two queries. */
export async function readHeadline(db: Reader, current: Quarter): Promise<HeadlineAnswer | null> {
  const quarters = await readQuarters(db);
  if (!quarters.some(hasFigures)) return null;
  const quarter = quarterToRead(await knownQuarters(db), current);
  const { now, against, cumulative } = dashboardOf({ quarters, parts: [], quarter, departments: [] });
  return { asOf: null, quarter, departmentId: null, now, against, cumulative };
}
