import { joinUnits } from "#app/kernel/money";
import type { ChartJson } from "../chart-data";

export type Writer = (value: number | null, short?: boolean) => string;

/** Numbers as the page writes them; `short` is for the ticks of an axis. Making one costs as much as drawing a small chart. */
export function writer(format: ChartJson["format"]): Writer {
  const id = JSON.stringify(format);
  const write = writers.get(id) ?? newWriter(format);
  writers.set(id, write);
  return write;
}

const writers = new Map<string, Writer>();

function newWriter({ style, digits, locale, currency, unit }: ChartJson["format"]): Writer {
  const tag = locale === "fr" ? "fr-FR" : "en-GB";
  const compact = { notation: "compact", maximumSignificantDigits: 3 } as const;
  const styled: Intl.NumberFormatOptions =
    style === "money" ? { style: "currency", currency } : style === "percent" ? { style: "percent" } : {};
  const full = new Intl.NumberFormat(tag, { ...styled, maximumFractionDigits: digits ?? (style === "number" ? 2 : 0) });
  const small = new Intl.NumberFormat(tag, style === "percent" ? styled : { ...styled, ...compact });
  return (value, short = false) =>
    value === null
      ? "–"
      : // A true minus sign, as the page's tables have it.
        joinUnits((short ? small : full).format(style === "money" ? value / unit : value).replace("-", "−"));
}

export interface Pointed {
  dataset: number;
  index: number;
  href: string | null;
  /** The point in words, a line for each of its sides. */
  lines: string[];
}

/** Every point in reading order: what the arrow keys go through and where Enter leads. */
export function pointsOf(json: ChartJson): Pointed[] {
  const write = writer(json.format);
  const { drawn } = json;
  return drawn.labels.flatMap((label, index) =>
    drawn.series.flatMap((series, dataset) => {
      const point = series.points[index];
      if (!point || point.says === null) return [];
      return [{ dataset, index, href: point.href, lines: [label, `${series.name} ${write(point.says)}`] }];
    }),
  );
}
