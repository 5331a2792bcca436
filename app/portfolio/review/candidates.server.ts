import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Evidence } from "#app/kernel/evidence";
import { type Minor, minor } from "#app/kernel/money";
import { addQuarters, firstDayOf, type Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { caseQuarters, kpis, reports, useCases } from "#db/schema.server";
import { LIVE, stoodBefore } from "../stood.server";
import { type KpiShown, type Lack, lacksOf } from "./review";

export interface Scope {
  quarter: Quarter;
  fiscalFirstMonth: number;
}

export interface KpiResult extends KpiShown {
  kpiId: number;
  /** Null: nothing was reported of it for the quarter. */
  reportId: number | null;
  name: Told;
  unit: string;
  direction: "up" | "down";
  baseline: number;
  evidence: Evidence | null;
  realised: Minor | null;
}

export interface Candidate {
  id: number;
  reference: string;
  title: Told;
  departmentId: number | null;
  /** At the end of the quarter. */
  stage: Stage | null;
  kpis: KpiResult[];
  realised: Minor | null;
  proven: Minor | null;
  cost: Minor | null;
}

const endOf = ({ quarter, fiscalFirstMonth }: Scope) => firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth);

async function kpisOf(db: Reader, quarter: Quarter, ids: readonly number[]): Promise<Map<number, KpiResult[]>> {
  const rows = await db
    .select({
      useCaseId: kpis.useCaseId,
      kpiId: kpis.id,
      reportId: reports.id,
      name: kpis.name,
      unit: kpis.unit,
      direction: kpis.direction,
      // The terms of the report: a later edit of the KPI leaves it alone.
      baseline: sql<number>`coalesce(${reports.baseline}, ${kpis.baseline})`.mapWith(Number),
      target: kpis.target,
      actual: reports.actual,
      evidence: reports.evidence,
      realised: reports.realisedMinor,
      isGuardrail: kpis.isGuardrail,
      review: reports.review,
    })
    .from(kpis)
    .leftJoin(reports, and(eq(reports.kpiId, kpis.id), eq(reports.quarter, quarter)))
    .where(
      and(
        inArray(kpis.useCaseId, [...ids]),
        lte(kpis.firstQuarter, quarter),
        or(isNull(kpis.lastQuarter), gte(kpis.lastQuarter, quarter)),
      ),
    )
    .orderBy(asc(kpis.id));
  const found = new Map<number, KpiResult[]>();
  for (const { useCaseId, review, actual, ...row } of rows) {
    const list = found.get(useCaseId) ?? [];
    list.push({ ...row, actual: review === "sent-back" ? null : actual });
    found.set(useCaseId, list);
  }
  return found;
}

/** These cases as a review of the quarter would show them. Three queries. */
export async function readyCases(
  db: Reader,
  { useCaseIds, ...scope }: Scope & { useCaseIds: readonly number[] },
): Promise<Candidate[]> {
  if (useCaseIds.length === 0) return [];
  const { quarter } = scope;
  const rows = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      departmentId: useCases.departmentId,
      stage: sql<string | null>`${stoodBefore(sql`${useCases.id}`, endOf(scope))}`,
      realised: caseQuarters.realisedMinor,
      valued: caseQuarters.valuedReports,
      measured: caseQuarters.measuredMinor,
      validated: caseQuarters.validatedMinor,
      cost: caseQuarters.costMinor,
      costs: caseQuarters.costEntries,
    })
    .from(useCases)
    .leftJoin(caseQuarters, and(eq(caseQuarters.useCaseId, useCases.id), eq(caseQuarters.quarter, quarter)))
    .where(inArray(useCases.id, [...useCaseIds]));
  const shown = await kpisOf(db, quarter, useCaseIds);
  const cases = rows.map(({ id, reference, title, departmentId, stage, ...row }): Candidate => {
    const valued = (row.valued ?? 0) > 0;
    return {
      ...{ id, reference, title, departmentId, stage: isStage(stage) ? stage : null, kpis: shown.get(id) ?? [] },
      realised: valued ? row.realised : null,
      proven: valued ? minor((row.measured ?? 0) + (row.validated ?? 0)) : null,
      cost: (row.costs ?? 0) > 0 ? row.cost : null,
    };
  });
  return useCaseIds.flatMap((id) => cases.find((one) => one.id === id) ?? []);
}

/** What counts as a result with all that a review asks: as `lacksOf` says it of KPIs, in the database. */
const complete = (id: ReturnType<typeof sql>, quarter: Quarter) => sql`exists (
    select 1 from kpis k join reports r on r.kpi_id = k.id and r.quarter = ${quarter}
    where k.use_case_id = ${id} and k.target is not null and r.actual is not null and r.review <> 'sent-back'
      and k.is_guardrail = 0 and k.first_quarter <= ${quarter}
      and (k.last_quarter is null or k.last_quarter >= ${quarter}))`;

/** All cases that were live at the end of the quarter: those that are, and those that moved since. */
function liveThen(scope: Scope) {
  const end = endOf(scope);
  return sql`select u.id, u.department_id from use_cases u
    where (u.stage in (${LIVE}) or u.id in (select s.use_case_id from stage_changes s where s.on_day >= ${end}))
      and ${stoodBefore(sql`u.id`, end)} in (${LIVE})`;
}

/** By department, how many cases were live at the end of the quarter and how many could be presented. One query. */
export async function liveByDepartment(
  db: Reader,
  scope: Scope,
): Promise<Map<number, { live: number; ready: number }>> {
  const rows = await db.rows<Record<string, string | number | null>>(sql`with live as materialized (${liveThen(scope)})
    select department_id as department, count(*) as live,
      sum(case when ${complete(sql`live.id`, scope.quarter)} then 1 else 0 end) as ready
    from live group by department_id`);
  return new Map(
    rows.map((row) => [Number(row.department ?? 0), { live: Number(row.live), ready: Number(row.ready ?? 0) }]),
  );
}

const SHOWN = 25;

/**
 * The live cases of a department, those that can be presented first, then by what they brought: so many of each as a page
 * holds. Four queries.
 */
export async function candidatesOf(
  db: Reader,
  { departmentId, ...scope }: Scope & { departmentId: number },
): Promise<{ ready: Candidate[]; lacking: (Candidate & { lacks: Lack[] })[] }> {
  const rows = await db.rows<{ id: number | string; ready: number | string }>(sql`with live as (${liveThen(scope)}),
    told as (select live.id, case when ${complete(sql`live.id`, scope.quarter)} then 1 else 0 end as ready,
        coalesce(q.realised_minor, 0) as realised
      from live left join case_quarters q on q.use_case_id = live.id and q.quarter = ${scope.quarter}
      where live.department_id = ${departmentId}),
    ranked as (select id, ready, row_number() over (partition by ready order by realised desc, id) as place from told)
    select id, ready from ranked where place <= ${SHOWN} order by ready desc, place`);
  const ids = rows.map(({ id }) => Number(id));
  const shown = (await readyCases(db, { ...scope, useCaseIds: ids })).map((one) => ({ ...one, lacks: lacksOf(one) }));
  return {
    ready: shown.filter(({ lacks }) => lacks.length === 0),
    lacking: shown.filter(({ lacks }) => lacks.length > 0),
  };
}
