/** A row of the file before its header is known. */
export interface RawRow {
  line: number;
  cells: readonly string[];
}

/** The row without the blank cells at its end. */
export function trimRow(line: number, cells: readonly string[]): RawRow {
  let end = cells.length;
  while (end > 0 && !cells[end - 1]?.trim()) end--;
  return { line, cells: end === cells.length ? cells : cells.slice(0, end) };
}

const VALUE = /^(?:[-+]?[\d\s.,]+%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|https?:\/\/.*|[^\s@]+@[^\s@]+\.\w+)$/i;
const LONGEST_LABEL = 400;

function filled(row: RawRow): string[] {
  return row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/**
 * The header among a file's first rows: where several known headers stand together, else the first row that is nearly
 * as wide as the widest and made of labels. Banner rows (a title, a date, a licence) are narrower. Null: no rows.
 */
export function findHeader(
  head: readonly RawRow[],
  options: { headerLine?: number; meaning?: (header: string) => string | null },
): RawRow | null {
  if (options.headerLine !== undefined) {
    const wanted = options.headerLine;
    return head.find((row) => row.line === wanted) ?? head.find((row) => row.line > wanted) ?? null;
  }
  const rows = head.map((row) => ({ row, labels: filled(row) }));
  const widest = Math.max(0, ...rows.map(({ labels }) => labels.length));
  const { meaning } = options;
  if (meaning) {
    let best: { row: RawRow; known: number } | null = null;
    for (const { row, labels } of rows) {
      // Fields and not labels are counted: a row of data may say «No» twenty times.
      const known = new Set(labels.map(meaning).filter((field) => field !== null)).size;
      if (known > (best?.known ?? 1) && labels.length >= widest * 0.5) best = { row, known };
    }
    if (best) return best.row;
  }
  const least = Math.max(Math.min(2, widest), Math.ceil(widest * 0.7));
  for (const { row, labels } of rows) {
    if (labels.length < least) continue;
    const plain = labels.filter((label) => !VALUE.test(label) && label.length <= LONGEST_LABEL).length;
    const different = new Set(labels).size;
    if (plain >= labels.length * 0.7 && different >= labels.length * 0.5) return row;
  }
  return rows.find(({ labels }) => labels.length >= least)?.row ?? null;
}
