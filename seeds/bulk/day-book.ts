import { sql } from "drizzle-orm";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import type { Writer } from "#db/client.server";

const COLUMNS =
  "declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries";
const sums = COLUMNS.split(", ")
  .map((name) => `sum(${name}) as ${name}`)
  .join(", ");
const added = COLUMNS.split(", ")
  .map((name) => `${name} = total_days.${name} + excluded.${name}`)
  .join(", ");

/**
 * The day book of the cases that it knows nothing of: their reports and costs on the days on which they came in. Promises
 * are left to the day on which the book is completed.
 */
export async function bookByDay(tx: Writer): Promise<void> {
  const grade = (of: number) => `case when evidence = ${of} then coalesce(realised_minor, 0) else 0 end`;
  const [last] = await tx.rows<{ id: number | null }>(sql`select max(use_case_id) as id from case_days`);
  const known = Number(last?.id ?? 0);
  await tx.rows(sql`
    insert into case_days (quarter, use_case_id, department_id, day, ${sql.raw(COLUMNS)})
    select quarter, use_case_id, coalesce(department_id, 0), on_day, ${sql.raw(sums)} from (
      select quarter, use_case_id, reported_on as on_day, ${sql.raw([0, 1, 2, 3].map((of) => `${grade(of)} as ${COLUMNS.split(", ")[of]}`).join(", "))},
        0 as cost_minor, 0 as run_cost_minor, 1 as reports,
        case when realised_minor is null then 0 else 1 end as valued_reports, 0 as cost_entries
      from reports
      union all
      select quarter, use_case_id, entered_on, 0, 0, 0, 0, amount_minor,
        case when kind = 'build' then 0 else amount_minor end, 0, 0, 1
      from costs
    ) as entries join use_cases on use_cases.id = entries.use_case_id
    where use_case_id > ${known}
    group by quarter, use_case_id, coalesce(department_id, 0), on_day
    returning 1`);
  for (const department of ["department_id", String(WHOLE)]) {
    await tx.rows(sql`
      insert into total_days (department_id, quarter, day, ${sql.raw(COLUMNS)},
        forecast_benefit_minor, forecast_cost_minor, forecast_run_cost_minor)
      select ${sql.raw(department)}, quarter, day, ${sql.raw(sums)}, 0, 0, 0 from case_days
      where use_case_id > ${known} group by ${sql.raw(department === "department_id" ? "department_id, quarter, day" : "quarter, day")}
      on conflict (department_id, quarter, day) do update set ${sql.raw(added)}
      returning 1`);
  }
}
