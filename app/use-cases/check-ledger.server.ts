import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { CASES_OFF, TOTALS_OFF } from "./day-book.server";
import { QUARTERS_TOGETHER, WHOLE } from "./quarter-totals.server";

/** A kept sum that is not the sum of its rows: what it keeps too much (positive) or too little, in minor units or counts. */
export interface Difference {
  kept: "case_quarters" | "standings" | "rollups" | "quarter_totals" | "total_days" | "case_days";
  /** What it is kept for, such as `case 12, 2026-Q3`. */
  of: string;
  off: Record<string, number>;
}

const AT_MOST = 20;

const GRADES = ["declared_minor", "estimated_minor", "measured_minor", "validated_minor"];
const AMOUNTS = [...GRADES, "cost_minor", "run_cost_minor", "reports", "valued_reports", "cost_entries"];
/** What a case's quarter keeps besides: the four grades together. */
const OF_CASE = [...AMOUNTS, "realised_minor"];
const FORECASTS = ["forecast_benefit_minor", "forecast_cost_minor", "forecast_run_cost_minor"];

const nothing = (names: readonly string[]) => sql.raw(names.map((name) => `0 as ${name}`).join(", "));
const plus = (names: readonly string[], from = "") => sql.raw(names.map((name) => `${from}${name}`).join(", "));
const minus = (names: readonly string[], from = "") => sql.raw(names.map((name) => `-${from}${name}`).join(", "));
const sums = (names: readonly string[]) => sql.raw(names.map((name) => `sum(${name}) as ${name}`).join(", "));
const anyOff = (names: readonly string[]) => sql.raw(names.map((name) => `sum(${name}) <> 0`).join(" or "));
const evidence = (grade: number) =>
  sql.raw(`-case when evidence = ${grade} then coalesce(realised_minor, 0) else 0 end`);

/**
 * Proves that the kept sums equal the rows they stand for: adds what is kept, takes away what it is kept for, and
 * answers what is left, up to twenty differences of each kind. An empty list is the proof.
 */
export async function checkLedger(db: Reader): Promise<Difference[]> {
  const cases = await db.rows<Record<string, number | string>>(sql`
    select use_case_id, quarter, ${sums(OF_CASE)} from (
      select use_case_id, quarter, ${plus(OF_CASE)} from case_quarters
      union all
      select use_case_id, quarter, ${evidence(0)}, ${evidence(1)}, ${evidence(2)}, ${evidence(3)}, 0, 0, -1,
        case when realised_minor is null then 0 else -1 end, 0, -coalesce(realised_minor, 0) from reports
      union all
      select use_case_id, quarter, 0, 0, 0, 0, -amount_minor, case when kind = 'build' then 0 else -amount_minor end, 0,
        0, -1, 0 from costs
    ) as both_sides
    group by use_case_id, quarter having ${anyOff(OF_CASE)} order by use_case_id, quarter limit ${AT_MOST}`);

  // A sum that nothing stands for is not known, and kept so: «known» is off where it is kept as zero, or the other way.
  const since = ["realised_minor", "proven_minor", "cost_minor", "realised_known", "proven_known", "cost_known"];
  const kept = (column: string) => sql.raw(`case when ${column} is null then 0 else 1 end`);
  const stated = (entries: string) => sql.raw(`case when sum(${entries}) > 0 then -1 else 0 end`);
  const standings = await db.rows<Record<string, number | string>>(sql`
    select use_case_id, ${sums(since)} from (
      select use_case_id, coalesce(realised_minor, 0) as realised_minor, coalesce(proven_minor, 0) as proven_minor,
        coalesce(cost_minor, 0) as cost_minor, ${kept("realised_minor")} as realised_known,
        ${kept("proven_minor")} as proven_known, ${kept("cost_minor")} as cost_known from standings
      union all
      select use_case_id, -sum(declared_minor + estimated_minor + measured_minor + validated_minor),
        -sum(measured_minor + validated_minor), -sum(cost_minor), ${stated("valued_reports")},
        ${stated("valued_reports")}, ${stated("cost_entries")} from case_quarters group by use_case_id
    ) as both_sides
    group by use_case_id having ${anyOff(since)} order by use_case_id limit ${AT_MOST}`);

  const all = [...AMOUNTS, ...FORECASTS];
  const place = sql.raw("quarter, coalesce(department_id, 0) as department_id, coalesce(stage, '') as stage");
  const promised = sql.raw(
    "quarter, coalesce(department_id, 0) as department_id, coalesce(stands_in, stage, '') as stage",
  );
  const rollups = await db.rows<Record<string, number | string>>(sql`
    select quarter, department_id, stage, ${sums(all)} from (
      select quarter, department_id, stage, ${plus(all)} from rollups
      union all
      select ${place}, ${minus(AMOUNTS)}, ${nothing(FORECASTS)}
      from case_quarters join use_cases on use_cases.id = case_quarters.use_case_id
      union all
      select ${promised}, ${nothing(AMOUNTS)}, -benefit_minor, -forecasts.cost_minor, -forecasts.run_cost_minor
      from forecasts join use_cases on use_cases.id = forecasts.use_case_id
    ) as both_sides
    group by quarter, department_id, stage having ${anyOff(all)} order by quarter, department_id, stage limit ${AT_MOST}`);

  const totals = await db.rows<Record<string, number | string>>(sql`
    select department_id, quarter, ${sums(all)} from (
      select department_id, quarter, ${plus(all)} from quarter_totals
      union all
      select department_id, quarter, ${minus(all)} from (${QUARTERS_TOGETHER}) as summed
    ) as both_sides
    group by department_id, quarter having ${anyOff(all)} order by quarter, department_id limit ${AT_MOST}`);

  const limit = sql.raw(`order by quarter, department_id limit ${AT_MOST}`);
  const totalDays = await db.rows<Record<string, number | string>>(sql`${TOTALS_OFF} ${limit}`);
  const caseDays = await db.rows<Record<string, number | string>>(sql`${CASES_OFF} ${limit}`);

  return [
    ...cases.map((row) => difference("case_quarters", `case ${row.use_case_id}, ${row.quarter}`, row, OF_CASE)),
    ...standings.map((row) => difference("standings", `case ${row.use_case_id}`, row, since)),
    ...rollups.map((row) =>
      difference(
        "rollups",
        `${row.quarter}, department ${row.department_id || "none"}, stage ${row.stage || "unknown"}`,
        row,
        all,
      ),
    ),
    ...totals.map((row) => difference("quarter_totals", placed(row), row, all)),
    ...totalDays.map((row) => booked("total_days", placed(row), row, all)),
    ...caseDays.map((row) => booked("case_days", `case ${row.use_case_id}, ${placed(row)}`, row, AMOUNTS)),
  ];
}

/** What the day book says too much or too little: the query tells what it lacks. */
function booked(...[kept, of, row, names]: Parameters<typeof difference>): Difference {
  const { off, ...rest } = difference(kept, of, row, names);
  return { ...rest, off: Object.fromEntries(Object.entries(off).map(([name, amount]) => [name, -amount])) };
}

function placed({ quarter, department_id: id }: Record<string, number | string>): string {
  return `${quarter}, ${Number(id) === WHOLE ? "all departments" : `department ${Number(id) || "none"}`}`;
}

function difference(
  kept: Difference["kept"],
  of: string,
  row: Record<string, number | string>,
  names: readonly string[],
): Difference {
  const off = names.map((name) => [name, Number(row[name])] as const).filter(([, amount]) => amount !== 0);
  return { kept, of, off: Object.fromEntries(off) };
}
