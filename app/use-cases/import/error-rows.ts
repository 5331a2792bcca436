import { CSV_BOM, csvLine, type Separator } from "#app/kernel/csv";
import type { Said } from "./said";
import { cellOf, ERROR_COLUMNS, type Table } from "./table";

/**
 * The refused rows as a file to mend and bring back: the columns of the first file, with the line and the reasons in two
 * columns of ours, which a second reading leaves out.
 * @param refused in the file's order
 */
export function* errorRows(
  table: Table,
  refused: Iterable<{ line: number; problems: readonly Said[] }>,
  tell: (said: Said) => string,
  separator: Separator = ",",
): Generator<string> {
  yield CSV_BOM + csvLine([...table.columns.map(({ name }) => name), ...ERROR_COLUMNS], separator);
  let at = 0;
  for (const { line, problems } of refused) {
    while (table.rows[at] && table.rows[at]?.line !== line) at++;
    const row = table.rows[at];
    if (!row) return;
    const cells = table.columns.map((column) => cellOf(row, column));
    yield csvLine([...cells, line, problems.map(tell).join(" ")], separator);
  }
}
