import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { minor } from "#app/kernel/money";
import { type Quarter, quarter as toQuarter } from "#app/kernel/quarter";
import { quarterToRead } from "#app/measurement/quarter-life";
import { knownQuarters } from "#app/measurement/quarters.server";
import { stageTotals } from "#app/use-cases/kept-totals.server";
import { LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { caseCounts, caseQuarters, departments, kpis, reports, useCases } from "#db/schema.server";
import { dashboardOf } from "./dashboard";
import { inDepartment } from "./drill-down.server";
import { PROMISED_STAGES } from "./promise";
import type { RollupRow } from "./sums";

const EACH_WAY = 5;
const GUARDRAILS = 20;

/**
 * Rollups by quarter and department; the stages are added up, promises of those stages only that keep one.
 * One query, as raw SQL: drizzle's mapping of its rows would cost three times the query.
 */
export async function readRollups(db: Reader): Promise<RollupRow[]> {
  const promised = sql`stage in (${sql.join(
    PROMISED_STAGES.map((stage) => sql`${stage}`),
    sql`, `,
  )})`;
  const rows = await db.rows<Record<string, string | number>>(sql`
    select quarter, department_id as department,
      sum(declared_minor) as declared, sum(estimated_minor) as estimated,
      sum(measured_minor) as measured, sum(validated_minor) as validated,
      sum(cost_minor) as cost, sum(run_cost_minor) as run_cost, sum(reports) as reports,
      sum(valued_reports) as valued_reports, sum(cost_entries) as cost_entries,
      sum(case when ${promised} then forecast_benefit_minor else 0 end) as forecast,
      sum(case when ${promised} then forecast_cost_minor else 0 end) as forecast_cost,
      sum(case when ${promised} then forecast_run_cost_minor else 0 end) as forecast_run_cost
    from rollups group by quarter, department_id`);
  const money = (amount: string | number | undefined) => minor(Number(amount));
  return rows.map((row) => ({
    quarter: toQuarter(String(row.quarter)),
    departmentId: Number(row.department),
    grades: [money(row.declared), money(row.estimated), money(row.measured), money(row.validated)],
    cost: money(row.cost),
    runCost: money(row.run_cost),
    forecast: money(row.forecast),
    forecastCost: money(row.forecast_cost),
    forecastRunCost: money(row.forecast_run_cost),
    reports: Number(row.reports),
    valuedReports: Number(row.valued_reports),
    costEntries: Number(row.cost_entries),
  }));
}

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
    .select({ departmentId: caseCounts.departmentId, cases: sql<number>`sum(${caseCounts.cases})`.mapWith(Number) })
    .from(caseCounts)
    .where(
      and(
        inArray(caseCounts.stage, [...LIVE_STAGES]),
        departmentId === null ? undefined : eq(caseCounts.departmentId, departmentId),
      ),
    )
    .groupBy(caseCounts.departmentId);
  return live
    .filter((row) => row.cases > 0 && !reporting.includes(row.departmentId))
    .map(({ departmentId: id, cases }) => ({ departmentId: id || null, cases }));
}

/** All that the dashboard shows. Eight queries, whatever the number of reports. */
export async function readDashboard(db: Reader, asked: Asked, current: Quarter) {
  const known = await knownQuarters(db);
  const quarter = asked.quarter ?? quarterToRead(known, current);
  const { departmentId } = asked;
  const rows = await readRollups(db);
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  const model = dashboardOf({ rows, quarter, departmentId, departments: offered });
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
  const reporting = rows.filter((row) => row.quarter === quarter && row.reports > 0).map((row) => row.departmentId);
  const silent = await silentDepartments(db, departmentId, reporting);
  const ahead = await stageTotals(db, departmentId);
  const nameOf = (id: number | null) => offered.find((department) => department.id === id)?.name ?? null;
  const quarters = [
    ...new Set([...known.map((row) => row.quarter), ...rows.filter(hasFigures).map((row) => row.quarter), quarter]),
  ];
  return {
    ...model,
    departmentId,
    departments: offered,
    status: known.find((row) => row.quarter === quarter)?.status ?? "open",
    quarters: quarters
      .filter((of) => of <= current)
      .sort()
      .reverse(),
    top: top.map(inMoney),
    bottom: bottom.map(inMoney),
    broken,
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

/** What the headline alone takes of the dashboard. */
export type HeadlineAnswer = Pick<DashboardAnswer, "quarter" | "departmentId" | "now" | "against" | "cumulative">;

/** The headline of the quarter to read, all departments together. Null before the first figure. Two queries. */
export async function readHeadline(db: Reader, current: Quarter): Promise<HeadlineAnswer | null> {
  const rows = await readRollups(db);
  if (!rows.some(hasFigures)) return null;
  const quarter = quarterToRead(await knownQuarters(db), current);
  const { now, against, cumulative } = dashboardOf({ rows, quarter, departmentId: null, departments: [] });
  return { quarter, departmentId: null, now, against, cumulative };
}
