import { SEPARATORS, type Separator } from "#app/kernel/csv";
import { CsvParser } from "./parse-csv";

/** Spreadsheets may say it in a first line of its own: `sep=;`. */
const SAID = /^\uFEFF?sep=([,;\t])\r?\n/i;

/** The separator that gives the most rows of one width. Null: none parts the text, it is one column at best. */
export function sniffSeparator(sample: string): Separator | null {
  const said = SAID.exec(sample)?.[1];
  if (said) return SEPARATORS.find((separator) => separator === said) ?? null;
  let best: { separator: Separator; score: number } | null = null;
  for (const separator of SEPARATORS) {
    const score = evenness(sample, separator);
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator ?? null;
}

function evenness(sample: string, separator: Separator): number {
  const widths = new Map<number, number>();
  let records = 0;
  const parser = new CsvParser(separator, ({ cells }) => {
    records++;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  });
  parser.push(sample);
  // A sample that ends inside its only record has no complete one: then its end is as good as any.
  if (records === 0) parser.end();
  let best = 0;
  for (const [width, count] of widths) {
    if (width > 1) best = Math.max(best, (count / records) * Math.log2(width + 1));
  }
  return parser.flaws.strayQuoteLine === null ? best : best / 2;
}

/** Whether the first line only names the separator. */
export function namesSeparator(cells: readonly string[]): boolean {
  return /^sep=/i.test(cells[0] ?? "") && cells.join("").length <= 5;
}
