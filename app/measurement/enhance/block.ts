/** The cells of a row of the quarterly grid, from the left. */
export const CELLS = ["actual", "evidence", "source", "words"] as const;

/**
 * A block copied from a spreadsheet, line by line: cells with a tab, a line break or a quote in them stand in quotes, which
 * are doubled inside. Null for a single cell, which is pasted as any text is.
 */
export function blockOf(text: string): string[][] | null {
  if (!/[\t\n\r]/.test(text)) return null;
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) break;
    const [, quoted, plain, end] = found;
    line.push((quoted?.replaceAll('""', '"').replace(/\s*\n\s*/g, " ") ?? plain ?? "").trim());
    if (end === "\t") {
      // A tab at the very end opens one more cell, which is empty.
      if (cell.lastIndex >= text.length) line.push("");
      continue;
    }
    lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();

/** Which of the options a pasted word means: by its label, without its accents, or by its value. */
export function gradeOf(text: string, options: readonly { value: string; label: string }[]): string | null {
  const found = options.find(({ value, label }) => plain(label) === plain(text) || value === text.trim());
  return found?.value ?? null;
}
