import { and, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { pausedWhileLiveIn } from "#app/use-cases/paused.server";
import { LIVE_STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { kpis, reports, useCases } from "#db/schema.server";

/**
 * KPIs whose value is due for a quarter: they cover it and their case is live, or was until an incident stopped it in
 * this quarter or since. To be joined with `kpis` and `useCases`.
 */
export const dueIn = (quarter: Quarter) =>
  and(
    lte(kpis.firstQuarter, quarter),
    or(isNull(kpis.lastQuarter), gte(kpis.lastQuarter, quarter)),
    or(inArray(useCases.stage, [...LIVE_STAGES]), pausedWhileLiveIn(quarter)),
  );

/** How far the collection of a quarter is. */
export interface Progress {
  due: number;
  reported: number;
  /** Due and not there. */
  missing: number;
  waiting: number;
  sentBack: number;
  accepted: number;
}

const counted = (test: ReturnType<typeof sql>) => sql<number>`sum(case when ${test} then 1 else 0 end)`.mapWith(Number);

export const progressColumns = {
  due: sql<number>`count(*)`.mapWith(Number),
  reported: counted(sql`${reports.id} is not null`),
  missing: counted(sql`${reports.id} is null`),
  waiting: counted(sql`${reports.review} = 'waiting'`),
  sentBack: counted(sql`${reports.review} = 'sent-back'`),
  accepted: counted(sql`${reports.review} = 'accepted'`),
};

/**
 * The collection of a quarter by department and owner of the KPI. The quarter's reports are read once, from an index
 * that says all that is counted; one by one they would cost a look each into an index and into the table.
 */
export async function progressByOwner(db: Reader, quarter: Quarter) {
  const count = (test: SQL) => sql`sum(case when ${test} then 1 else 0 end)`;
  const rows = await db.rows<Record<keyof Progress | "owner", number> & { department: number | null }>(sql`
    with here as materialized (select kpi_id, review from ${reports} where quarter = ${quarter})
    select ${useCases.departmentId} as department, ${kpis.ownerId} as owner, count(*) as due,
      count(here.kpi_id) as reported, ${count(sql`here.kpi_id is null`)} as missing,
      ${count(sql`here.review = 'waiting'`)} as waiting, ${count(sql`here.review = 'sent-back'`)} as "sentBack",
      ${count(sql`here.review = 'accepted'`)} as accepted
    from ${kpis} join ${useCases} on ${useCases.id} = ${kpis.useCaseId} left join here on here.kpi_id = ${kpis.id}
    where ${dueIn(quarter)} group by 1, 2`);
  return rows.map(({ department, owner, ...progress }) => ({
    departmentId: department === null ? null : Number(department),
    ownerId: Number(owner),
    due: Number(progress.due),
    reported: Number(progress.reported),
    missing: Number(progress.missing),
    waiting: Number(progress.waiting),
    sentBack: Number(progress.sentBack),
    accepted: Number(progress.accepted),
  }));
}

export function addProgress(rows: readonly Progress[]): Progress {
  const total = { due: 0, reported: 0, missing: 0, waiting: 0, sentBack: 0, accepted: 0 };
  for (const row of rows) {
    for (const name of Object.keys(total) as (keyof Progress)[]) total[name] += row[name];
  }
  return total;
}
