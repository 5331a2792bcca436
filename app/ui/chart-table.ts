import type { Description } from "./chart-data";

export interface TableCell {
  value: number | null;
  href: string | null;
}

export interface TableRow {
  label: string;
  href: string | null;
  cells: TableCell[];
}

/** The same numbers as a table: what everybody can read, and all there is without JavaScript. */
export function tabulate(of: Description): { headers: string[]; rows: TableRow[] } {
  switch (of.kind) {
    case "bars":
    case "lines":
      return {
        headers: [of.labelHeader, ...of.series.map((series) => series.name)],
        rows: of.labels.map((label, at) => ({
          label,
          href: null,
          cells: of.series.map((series) => ({ value: series.values[at] ?? null, href: series.hrefs?.[at] ?? null })),
        })),
      };
    case "waterfall":
      return {
        headers: [of.labelHeader, of.valueHeader],
        rows: of.steps.map((step) => ({
          label: step.label,
          href: step.href ?? null,
          cells: [{ value: step.value, href: null }],
        })),
      };
    case "tornado":
      return {
        headers: [of.labelHeader, of.lowLabel, of.highLabel],
        rows: of.bars.map((bar) => ({
          label: bar.label,
          href: bar.href ?? null,
          cells: [
            { value: bar.low, href: null },
            { value: bar.high, href: null },
          ],
        })),
      };
  }
}
