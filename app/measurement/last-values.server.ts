import { sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { kpis, reports } from "#db/schema.server";

/** The last value of each KPI before a quarter: what surprising new ones are held against. One look into an index each. */
export async function lastValues(db: Reader, kpiIds: readonly number[], before: Quarter): Promise<Map<number, number>> {
  if (kpiIds.length === 0) return new Map();
  const rows = await db.rows<{ id: number; actual: number | null }>(sql`
    select k.id, (select r.actual from ${reports} r where r.kpi_id = k.id and r.quarter < ${before}
      and r.actual is not null order by r.quarter desc limit 1) as actual
    from ${kpis} k where k.id in ${[...kpiIds]}`);
  return new Map(rows.flatMap(({ id, actual }) => (actual === null ? [] : [[Number(id), Number(actual)] as const])));
}
