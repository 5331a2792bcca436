import { currencyDigits, minor } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import type { ChartJson, Drawing } from "./chart-data";
import { draw } from "./chart-drawing";
import { type TableRow, tabulate } from "./chart-table";

/** A chart as the page has it and as it is sent anew: what is drawn, and the words of its table. */
export interface ChartParts {
  data: ChartJson;
  headers: string[];
  rows: TableRow[];
  write: (value: number | null) => string;
}

export function chartParts({ caption, description, format }: Drawing, speech: Speech): ChartParts {
  const { locale, currency, number, percent, wholeMoney } = speech;
  const { style = "number", digits } = format ?? {};
  return {
    ...tabulate(description),
    data: {
      drawn: draw(description),
      format: { style, digits, locale, currency, unit: 10 ** currencyDigits(currency) },
      caption,
      keys: speech.t("shell.chart.keys"),
    },
    write: (value) => {
      if (value === null || style === "number") return number(value, digits);
      return style === "percent" ? percent(value, digits) : wholeMoney(minor(Math.round(value)));
    },
  };
}

/** What replaces a drawn chart whose numbers changed: its data, and its table's cells as they are written. */
export interface ChartUpdate {
  data: ChartJson;
  rows: string[][];
}

export function chartUpdate(drawing: Drawing, speech: Speech): ChartUpdate {
  const { data, rows, write } = chartParts(drawing, speech);
  return {
    data,
    rows: rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => write(value))]),
  };
}
