/** How the totals by quarter and department, which the dashboard reads, follow from the rollups. */
import { sql } from "drizzle-orm";
import type { Writer } from "#db/client.server";
import { PROMISED_STAGES } from "./promise";

/** The department that stands for all of them together. */
export const WHOLE = -1;

const FORECASTS = ["forecast_benefit_minor", "forecast_cost_minor", "forecast_run_cost_minor"];
const COLUMNS = [
  ...["declared_minor", "estimated_minor", "measured_minor", "validated_minor", "cost_minor", "run_cost_minor"],
  ...FORECASTS,
  ...["reports", "valued_reports", "cost_entries"],
];
const STAGES = PROMISED_STAGES.map((stage) => `'${stage}'`).join(", ");

const summed = COLUMNS.map((name) =>
  FORECASTS.includes(name)
    ? `sum(case when stage in (${STAGES}) then ${name} else 0 end) as ${name}`
    : `sum(${name}) as ${name}`,
).join(", ");

/** The rows that `quarter_totals` should hold. */
export const QUARTERS_TOGETHER = sql.raw(`
  select department_id, quarter, ${summed} from rollups group by department_id, quarter
  union all
  select ${WHOLE}, quarter, ${summed} from rollups group by quarter`);

/** Works the totals out anew, once the rollups are right. */
export async function rebuildQuarterTotals(tx: Writer): Promise<void> {
  await tx.rows(sql`delete from quarter_totals returning 1`);
  const columns = sql.raw(["department_id", "quarter", ...COLUMNS].join(", "));
  await tx.rows(sql`insert into quarter_totals (${columns}) ${QUARTERS_TOGETHER} returning 1`);
}
