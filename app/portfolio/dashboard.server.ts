import { and, asc, desc, eq, gt, inArray, lt, notInArray, sql } from "drizzle-orm";
import { minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { quarterToRead } from "#app/measurement/quarter-life";
import { knownQuarters } from "#app/measurement/quarters.server";
import { LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { caseQuarters, departments, kpis, reports, rollups, standings, useCases } from "#db/schema.server";
import { dashboardOf } from "./dashboard";
import { inDepartment } from "./drill-down.server";
import type { RollupRow } from "./sums";

const EACH_WAY = 5;
const GUARDRAILS = 20;

/** Rollups by quarter and department; the stages are added up. One query. */
export async function readRollups(db: Reader): Promise<RollupRow[]> {
  const sum = (column: Parameters<typeof sql>[1]) => sql<number>`sum(${column})`.mapWith(Number);
  const rows = await db
    .select({
      quarter: rollups.quarter,
      departmentId: rollups.departmentId,
      declared: sum(rollups.declaredMinor),
      estimated: sum(rollups.estimatedMinor),
      measured: sum(rollups.measuredMinor),
      validated: sum(rollups.validatedMinor),
      cost: sum(rollups.costMinor),
      runCost: sum(rollups.runCostMinor),
      forecast: sum(rollups.forecastBenefitMinor),
      forecastCost: sum(rollups.forecastCostMinor),
      forecastRunCost: sum(rollups.forecastRunCostMinor),
      reports: sum(rollups.reports),
    })
    .from(rollups)
    .groupBy(rollups.quarter, rollups.departmentId);
  return rows.map(({ declared, estimated, measured, validated, ...row }) => ({
    quarter: row.quarter,
    departmentId: row.departmentId,
    grades: [minor(declared), minor(estimated), minor(measured), minor(validated)],
    cost: minor(row.cost),
    runCost: minor(row.runCost),
    forecast: minor(row.forecast),
    forecastCost: minor(row.forecastCost),
    forecastRunCost: minor(row.forecastRunCost),
    reports: row.reports,
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
      cost: caseQuarters.costMinor,
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

/** What is on its way: cases by stage before they are live, with the value that their business cases promise. */
function pipeline(db: Reader, departmentId: number | null) {
  return db
    .select({
      stage: useCases.stage,
      cases: sql<number>`count(*)`.mapWith(Number),
      valued: sql<number>`count(${standings.npvMinor})`.mapWith(Number),
      npv: sql<number>`coalesce(sum(${standings.npvMinor}), 0)`.mapWith(Number),
    })
    .from(useCases)
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .where(and(inArray(useCases.stage, [...AHEAD]), inDepartment(departmentId)))
    .groupBy(useCases.stage);
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
  const silent = await db
    .select({ departmentId: useCases.departmentId, cases: sql<number>`count(*)`.mapWith(Number) })
    .from(useCases)
    .where(
      and(
        inArray(useCases.stage, [...LIVE_STAGES]),
        inDepartment(departmentId),
        reporting.length ? notInArray(useCases.departmentId, reporting) : undefined,
      ),
    )
    .groupBy(useCases.departmentId);
  const ahead = await pipeline(db, departmentId);
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
    top: top.map((row) => ({ ...row, proven: minor(row.proven) })),
    bottom: bottom.map((row) => ({ ...row, proven: minor(row.proven) })),
    broken,
    silent: silent.map((row) => ({ ...row, name: nameOf(row.departmentId) })),
    pipeline: AHEAD.map((stage) => {
      const row = ahead.find((each) => each.stage === stage);
      return { stage, cases: row?.cases ?? 0, valued: row?.valued ?? 0, npv: minor(row?.npv ?? 0) };
    }),
  };
}

function hasFigures(row: RollupRow): boolean {
  return row.reports > 0 || row.cost !== 0;
}

export type DashboardAnswer = Awaited<ReturnType<typeof readDashboard>>;
