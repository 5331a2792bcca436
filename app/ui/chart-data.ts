/** How a chart is painted: `grade-0` to `grade-3` hold more ink the more they prove; letters are series apart. */
export type Paint = "grade-0" | "grade-1" | "grade-2" | "grade-3" | "a" | "b" | "c" | "d" | "e" | "f" | "muted";

export interface Format {
  /** `money` is in minor units of the organisation's currency, `percent` in shares of one. */
  style: "money" | "number" | "percent";
  digits?: number;
}

export interface Series {
  name: string;
  /** One a label; null is unknown and leaves a gap. */
  values: readonly (number | null)[];
  hrefs?: readonly (string | null | undefined)[];
  paint?: Paint;
  /** Drawn as a line over the bars. */
  line?: boolean;
}

export interface Bars {
  kind: "bars";
  labelHeader: string;
  labels: readonly string[];
  series: readonly Series[];
  stacked?: boolean;
  horizontal?: boolean;
}

export interface Lines {
  kind: "lines";
  labelHeader: string;
  labels: readonly string[];
  series: readonly Series[];
  threshold?: { value: number; label: string };
}

export interface BubbleAxis {
  label: string;
  min?: number;
  max?: number;
  threshold?: number;
}

export interface Bubble {
  label: string;
  x: number;
  y: number;
  /** Null is unknown: the smallest bubble. */
  size: number | null;
  href?: string;
  group?: string;
}

export interface Bubbles {
  kind: "bubbles";
  labelHeader: string;
  sizeLabel: string;
  points: readonly Bubble[];
  x: BubbleAxis;
  y: BubbleAxis;
  /** Top left, top right, bottom left, bottom right; they need both thresholds. */
  quadrants?: readonly [string, string, string, string];
}

export interface WaterfallStep {
  label: string;
  value: number;
  /** A level reached, drawn from zero, and not a change. */
  total?: boolean;
  href?: string;
}

export interface Waterfall {
  kind: "waterfall";
  labelHeader: string;
  valueHeader: string;
  steps: readonly WaterfallStep[];
}

export interface TornadoBar {
  label: string;
  low: number;
  high: number;
  href?: string;
}

export interface Tornado {
  kind: "tornado";
  labelHeader: string;
  lowLabel: string;
  highLabel: string;
  /** The result while every input is at its likely value. */
  base: number;
  bars: readonly TornadoBar[];
}

export type Description = Bars | Lines | Bubbles | Waterfall | Tornado;

/** One point of a drawn chart: a value, or a bar that floats between two. */
export interface DrawnPoint {
  value: number | [number, number] | null;
  /** The number that the point stands for, as the table says it. */
  says: number | null;
  href: string | null;
  paint: Paint;
}

export interface DrawnSeries {
  name: string;
  line: boolean;
  paint: Paint;
  points: DrawnPoint[];
}

/** What the browser draws from: one shape for every chart that has categories. */
export interface DrawnCategories {
  shape: "categories";
  type: "bar" | "line";
  labels: readonly string[];
  series: DrawnSeries[];
  stacked: boolean;
  horizontal: boolean;
  legend: boolean;
  mark: { value: number; label: string } | null;
}

export interface DrawnBubbles {
  shape: "bubbles";
  groups: { name: string; paint: Paint; points: (Bubble & { r: number })[] }[];
  x: BubbleAxis;
  y: BubbleAxis;
  quadrants: readonly string[];
  sizeLabel: string;
}

export type Drawn = DrawnCategories | DrawnBubbles;

const LETTERS = ["a", "b", "c", "d", "e", "f"] as const satisfies readonly Paint[];

function letter(index: number): Paint {
  return LETTERS[index % LETTERS.length] ?? "a";
}

function drawSeries(series: Series, index: number): DrawnSeries {
  const paint = series.paint ?? letter(index);
  return {
    name: series.name,
    line: series.line ?? false,
    paint,
    points: series.values.map((value, at) => ({ value, says: value, href: series.hrefs?.[at] ?? null, paint })),
  };
}

/** Each change floats from where the sum stood to where it stands after; a total starts again from zero. */
function drawWaterfall(steps: readonly WaterfallStep[]): DrawnPoint[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.total ? 0 : level;
    level = step.total ? step.value : level + step.value;
    const paint: Paint = step.total ? "muted" : step.value < 0 ? "d" : "a";
    return { value: [from, level], says: step.value, href: step.href ?? null, paint };
  });
}

/** The area of a bubble follows its size, so that a double size looks double; unknown and negative sizes are smallest. */
function radius(size: number | null, largest: number, count: number): number {
  const most = count > 500 ? 12 : count > 100 ? 18 : 26;
  const share = size !== null && size > 0 && largest > 0 ? Math.sqrt(size / largest) : 0;
  return Math.round((3 + share * (most - 3)) * 10) / 10;
}

function drawBubbles(of: Bubbles): DrawnBubbles {
  const largest = of.points.reduce((most, point) => Math.max(most, point.size ?? 0), 0);
  const names = [...new Set(of.points.map((point) => point.group ?? ""))];
  return {
    shape: "bubbles",
    x: of.x,
    y: of.y,
    quadrants: of.quadrants ?? [],
    sizeLabel: of.sizeLabel,
    groups: names.map((name, index) => ({
      name,
      paint: letter(index),
      points: of.points
        .filter((point) => (point.group ?? "") === name)
        .map((point) => ({ ...point, r: radius(point.size, largest, of.points.length) })),
    })),
  };
}

/** Turns a description into what the browser draws. */
export function draw(of: Description): Drawn {
  if (of.kind === "bubbles") return drawBubbles(of);
  const base = { shape: "categories", stacked: false, horizontal: false, legend: false, mark: null } as const;
  switch (of.kind) {
    case "bars":
    case "lines":
      return {
        ...base,
        type: of.kind === "bars" ? "bar" : "line",
        labels: of.labels,
        series: of.series.map(drawSeries),
        stacked: of.kind === "bars" && (of.stacked ?? false),
        horizontal: of.kind === "bars" && (of.horizontal ?? false),
        legend: of.series.length > 1,
        mark: of.kind === "lines" ? (of.threshold ?? null) : null,
      };
    case "waterfall":
      return {
        ...base,
        type: "bar",
        labels: of.steps.map((step) => step.label),
        series: [{ name: of.valueHeader, line: false, paint: "a", points: drawWaterfall(of.steps) }],
      };
    case "tornado": {
      const side = (name: string, paint: Paint, end: "low" | "high"): DrawnSeries => ({
        name,
        line: false,
        paint,
        points: of.bars.map((bar) => ({
          value: [of.base, bar[end]],
          says: bar[end],
          href: bar.href ?? null,
          paint,
        })),
      });
      return {
        ...base,
        type: "bar",
        labels: of.bars.map((bar) => bar.label),
        series: [side(of.lowLabel, "b", "low"), side(of.highLabel, "a", "high")],
        stacked: true,
        horizontal: true,
        legend: true,
      };
    }
  }
}

export interface TableCell {
  value: number | null;
  href: string | null;
  /** A plain number, where the chart's own format does not apply. */
  plain?: boolean;
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
    case "bubbles":
      return {
        headers: [of.labelHeader, of.x.label, of.y.label, of.sizeLabel],
        rows: of.points.map((point) => ({
          label: point.label,
          href: point.href ?? null,
          cells: [
            { value: point.x, href: null, plain: true },
            { value: point.y, href: null, plain: true },
            { value: point.size, href: null },
          ],
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
