/** Characters that part the cells of a line in the files people exchange. */
export const SEPARATORS = [",", ";", "\t"] as const;
export type Separator = (typeof SEPARATORS)[number];

export type CsvValue = string | number | boolean | null | undefined;

/*
 * Formula injection. A spreadsheet runs a cell that begins with = + - @ (or their full-width twins), or that begins so
 * after a tab, a line break or a NUL. OWASP's rule: put an apostrophe in front, quote the cell, double its quotes.
 * Two additions make the rule harmless:
 *  - a plain number (-5, -1,234.56, +1E+9) cannot be a formula and stays a number;
 *  - a text that already has apostrophes before such a character gets one more, so that `restoreText` takes away
 *    exactly what `safeText` added: telephone numbers, bullets and handles come back from a file as they left.
 */
const MAY_RUN = /^'*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const WAS_MADE_SAFE = /^'+[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const PLAIN_NUMBER = /^[+-](?:\d+|\d{1,3}(?:[,.]\d{3})+)(?:[.,]\d+)?(?:[eE][+-]?\d+)?%?$/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** The text as it may stand in a spreadsheet's cell without being run. `restoreText` is its exact inverse. */
export function safeText(text: string): string {
  return MAY_RUN.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** The text as it was before `safeText`; anything else is left as it is. */
export function restoreText(text: string): string {
  return WAS_MADE_SAFE.test(text) ? text.slice(1) : text;
}

/** One cell, safe and quoted where needed. Null and undefined are blank: unknown is not zero. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = typeof value === "string" ? value : String(value);
  const safe = safeText(text);
  // Every separator asks for quotes, not only ours: a reader that guesses another one must not find new cells.
  return safe !== text || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its CRLF. A lone blank cell is written `""`, for a line of nothing would read as no line. */
export function csvLine(cells: readonly CsvValue[], separator: Separator = ","): string {
  const line = cells.map(csvCell).join(separator);
  return `${line === "" ? '""' : line}\r\n`;
}

/** The byte order mark by which spreadsheets know UTF-8; put it at the very start of a file. */
export const CSV_BOM = "\uFEFF";

/** A whole file: byte order mark, then a line for each row. For long exports, stream `csvLine` instead. */
export function writeCsv(rows: Iterable<readonly CsvValue[]>, separator: Separator = ","): string {
  let text = CSV_BOM;
  for (const row of rows) text += csvLine(row, separator);
  return text;
}
