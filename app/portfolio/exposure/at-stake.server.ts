/** The one reading of what hangs on a case in a quarter: exposure adds it up, what-if lists it. */
import { type SQL, sql } from "drizzle-orm";
import { type Minor, minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { PROMISED_STAGES } from "#app/use-cases/promise";
import type { AtStake } from "./exposure";

/**
 * Cases at the stages that are counted, on every page alike: what has not come so far has nothing to lose yet, what waits
 * or has ended hangs on nothing.
 */
export const COUNTED = sql.raw("u.stage in ('poc', 'pilot', 'production')");
export const LIVE = sql.raw("u.stage in ('pilot', 'production')");

const PROMISED = sql.raw(PROMISED_STAGES.map((stage) => `'${stage}'`).join(", "));

/** Cases `u` with their quarter `q` and its forecast `f`, where it counts as a promise. */
export const ofQuarter = (quarter: Quarter): SQL => sql`
  left join case_quarters q on q.use_case_id = u.id and q.quarter = ${quarter}
  left join forecasts f on f.use_case_id = u.id and f.quarter = ${quarter}
    and coalesce(f.stands_in, u.stage) in (${PROMISED})`;

const sums = (condition: SQL, column: string) =>
  sql`coalesce(sum(case when ${condition} then ${sql.raw(column)} else 0 end), 0)`;
const counted = (condition: SQL) => sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;

/** What is added up over cases, as columns. */
export const SUMMED: SQL = sql`count(*) as cases,
  ${counted(sql.raw("u.stage = 'poc'"))} as in_poc,
  ${counted(sql.raw("u.stage = 'pilot'"))} as in_pilot,
  ${counted(sql.raw("u.stage = 'production'"))} as in_production,
  ${sums(LIVE, "q.run_cost_minor")} as run_cost,
  ${counted(sql`${LIVE} and q.cost_entries > 0`)} as with_cost,
  ${sums(LIVE, "q.declared_minor")} as declared,
  ${sums(LIVE, "q.estimated_minor")} as estimated,
  ${sums(LIVE, "q.measured_minor")} as measured,
  ${sums(LIVE, "q.validated_minor")} as validated,
  ${counted(sql`${LIVE} and q.valued_reports > 0`)} as with_value,
  coalesce(sum(f.benefit_minor), 0) as promised,
  count(f.use_case_id) as with_promise`;

export type SummedRow = Record<string, string | number | null>;

const whole = (row: SummedRow, name: string): number => Number(row[name] ?? 0);
const money = (row: SummedRow, name: string): Minor => minor(whole(row, name));

/** The columns of `SUMMED` as figures: what no case tells is not known, and not zero. */
export function atStake(row: SummedRow): AtStake {
  const [poc, pilot, production] = [whole(row, "in_poc"), whole(row, "in_pilot"), whole(row, "in_production")];
  const live = pilot + production;
  return {
    useCases: whole(row, "cases"),
    stages: { poc, pilot, production },
    runCost: whole(row, "with_cost") > 0 ? money(row, "run_cost") : null,
    grades:
      whole(row, "with_value") > 0
        ? [money(row, "declared"), money(row, "estimated"), money(row, "measured"), money(row, "validated")]
        : null,
    promised: whole(row, "with_promise") > 0 ? money(row, "promised") : null,
    withoutCost: live - whole(row, "with_cost"),
    withoutValue: live - whole(row, "with_value"),
  };
}
