import { sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { kpis, reports } from "#db/schema.server";
import type { Expected } from "./plausible";

const orNull = (value: number | null) => (value === null ? null : Number(value));

/** What new values of these KPIs are held against: their terms and their last value before a quarter. One look into an index each. */
export async function expectedOf(
  db: Reader,
  kpiIds: readonly number[],
  before: Quarter,
): Promise<Map<number, Expected>> {
  if (kpiIds.length === 0) return new Map();
  const rows = await db.rows<{ id: number } & { [name in keyof Expected]: Expected[name] }>(sql`
    select k.id, k.unit, k.baseline, k.target,
      (select r.actual from ${reports} r where r.kpi_id = k.id and r.quarter < ${before}
        and r.actual is not null order by r.quarter desc limit 1) as last
    from ${kpis} k where k.id in ${[...kpiIds]}`);
  return new Map(
    rows.map(({ id, unit, baseline, target, last }) => [
      Number(id),
      { unit, baseline: Number(baseline), target: orNull(target), last: orNull(last) },
    ]),
  );
}
