import { desc, eq, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { addQuarters } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { models, quarters, vendors } from "#db/schema.server";
import { readQuarter } from "../dashboard.server";
import { figuresOf } from "../sums";
import { atStake, COUNTED, ofQuarter, SUMMED, type SummedRow } from "./at-stake.server";
import { type AtStake, type Bridge, type By, bridgeTo, concentrationOf, type Exposed, MEASURES } from "./exposure";

/** Spend of a quarter that ended more than a year ago says nothing of today. */
const STALE_QUARTERS = 4;

/** Cases with the things that they work with; each pair is one row of an index. */
export const linksTo = (by: By) => (by === "vendor" ? sql.raw("use_case_vendors l") : sql.raw("use_case_models l"));
export const thingOf = (by: By) => (by === "vendor" ? sql.raw("l.vendor_id") : sql.raw("l.model_id"));

/** The last quarter that is closed; the one before the running one where none is. */
export async function lastClosed(db: Reader, current: Quarter): Promise<Quarter> {
  const [last] = await db
    .select({ quarter: quarters.quarter })
    .from(quarters)
    .where(eq(quarters.status, "closed"))
    .orderBy(desc(quarters.quarter))
    .limit(1);
  return last?.quarter ?? addQuarters(current, -1);
}

async function named(db: Reader, by: By): Promise<Map<number, { name: string; vendor: string | null }>> {
  if (by === "vendor") {
    const rows = await db.select({ id: vendors.id, name: vendors.name }).from(vendors);
    return new Map(rows.map(({ id, name }) => [id, { name, vendor: null }]));
  }
  const rows = await db
    .select({ id: models.id, name: models.name, release: models.release, vendor: vendors.name })
    .from(models)
    .innerJoin(vendors, eq(vendors.id, models.vendorId));
  return new Map(
    rows.map(({ id, name, release, vendor }) => [id, { name: [name, release].filter(Boolean).join(" "), vendor }]),
  );
}

export interface Exposure {
  by: By;
  quarter: Quarter;
  all: Exposed[];
  /** Each case once, however many things it works with. */
  together: AtStake;
  /** The same of cases that the register links to nothing. */
  unlinked: AtStake;
  /** How these two become the dashboard's figures of the quarter. */
  bridge: Bridge;
}

/** What hangs on every vendor, or on every model. Five queries, each over an index. */
export async function readExposure(db: Reader, by: By, current: Quarter): Promise<Exposure> {
  const quarter = await lastClosed(db, current);
  const rows = await db.rows<SummedRow>(sql`select ${thingOf(by)} as thing, ${SUMMED}
    from ${linksTo(by)} join use_cases u on u.id = l.use_case_id ${ofQuarter(quarter)}
    where ${COUNTED} group by ${thingOf(by)}`);
  const names = await named(db, by);
  const linked = sql`case when exists (select 1 from ${linksTo(by)} where l.use_case_id = u.id) then 1 else 0 end`;
  const sides = await db.rows<SummedRow>(sql`select ${linked} as linked, ${SUMMED}
    from use_cases u ${ofQuarter(quarter)} where ${COUNTED} group by 1`);
  const side = (is: number) => atStake(sides.find((row) => Number(row.linked) === is) ?? {});
  const [together, unlinked] = [side(1), side(0)];
  const whole = figuresOf(await readQuarter(db, quarter));
  return {
    ...{ by, quarter, together, unlinked, bridge: bridgeTo(whole, together, unlinked) },
    all: rows.flatMap((row) => {
      const known = names.get(Number(row.thing));
      return known ? [{ id: Number(row.thing), ...known, ...atStake(row) }] : [];
    }),
  };
}

export interface StaleSpend {
  id: number;
  name: string;
  /** The last quarter for which somebody entered spend. */
  quarter: Quarter;
}

/**
 * The vendors that cases work with and whose last entered spend ended more than a year ago, the oldest first. A vendor for
 * whom nobody ever entered any is not among them: there is nothing to bring up to date. One query.
 */
export async function staleSpend(db: Reader, current: Quarter): Promise<StaleSpend[]> {
  const rows = await db.rows<{
    id: number;
    name: string;
    quarter: Quarter;
  }>(sql`select v.id as id, v.name as name, s.quarter as quarter
    from (select vendor_id, max(quarter) as quarter from vendor_spend group by vendor_id) s
    join vendors v on v.id = s.vendor_id
    where v.retired_on is null and s.quarter < ${addQuarters(current, -STALE_QUARTERS)} and exists (
      select 1 from use_case_vendors l join use_cases u on u.id = l.use_case_id where l.vendor_id = v.id and ${COUNTED})
    order by s.quarter, v.id`);
  return rows.map(({ id, name, quarter }) => ({ id: Number(id), name, quarter }));
}

/** The same with how much hangs on few. */
export const concentrations = ({ all }: Pick<Exposure, "all">) =>
  MEASURES.flatMap((measure) => concentrationOf(all, measure) ?? []);
