import { and, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { LIVE_STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { kpis, reports, useCases } from "#db/schema.server";

/** KPIs whose value is due for a quarter: they cover it and their case is live. To be joined with `kpis` and `useCases`. */
export const dueIn = (quarter: Quarter) =>
  and(
    lte(kpis.firstQuarter, quarter),
    or(isNull(kpis.lastQuarter), gte(kpis.lastQuarter, quarter)),
    inArray(useCases.stage, [...LIVE_STAGES]),
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

/** The collection of a quarter by department and owner of the KPI. */
export async function progressByOwner(db: Reader, quarter: Quarter) {
  return db
    .select({ departmentId: useCases.departmentId, ownerId: kpis.ownerId, ...progressColumns })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .leftJoin(reports, and(eq(reports.kpiId, kpis.id), eq(reports.quarter, quarter)))
    .where(dueIn(quarter))
    .groupBy(useCases.departmentId, kpis.ownerId);
}

export function addProgress(rows: readonly Progress[]): Progress {
  const total = { due: 0, reported: 0, missing: 0, waiting: 0, sentBack: 0, accepted: 0 };
  for (const row of rows) {
    for (const name of Object.keys(total) as (keyof Progress)[]) total[name] += row[name];
  }
  return total;
}
