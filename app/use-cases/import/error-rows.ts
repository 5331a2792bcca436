import { CSV_BOM, csvLine, type Separator } from "#app/kernel/csv";
import type { ImportPlan } from "./plan";
import type { Said } from "./said";
import { cellOf, ERROR_COLUMNS, type Table } from "./table";

/**
 * The refused rows as a file to mend and bring back: the columns of the first file, with the line and the reasons in two
 * columns of ours, which a second reading leaves out.
 */
export function* errorRows(
  table: Table,
  plan: ImportPlan,
  tell: (said: Said) => string,
  separator: Separator = ",",
): Generator<string> {
  yield CSV_BOM + csvLine([...table.columns.map(({ name }) => name), ...ERROR_COLUMNS], separator);
  for (const [at, { act, line, problems }] of plan.rows.entries()) {
    const row = table.rows[at];
    if (act !== "refuse" || !row) continue;
    const cells = table.columns.map((column) => cellOf(row, column));
    yield csvLine([...cells, line, problems.map(tell).join(" ")], separator);
  }
}
