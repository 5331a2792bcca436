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

export type Description = Bars | Lines | Waterfall | Tornado;

/** A chart before it is shown: what it says and how its numbers are written; plain numbers where no format is told. */
export interface Drawing {
  caption: string;
  description: Description;
  format?: Format;
}

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
export interface Drawn {
  type: "bar" | "line";
  labels: readonly string[];
  series: DrawnSeries[];
  stacked: boolean;
  horizontal: boolean;
  legend: boolean;
  /** One series of steps that lead into each other. */
  steps: boolean;
  mark: { value: number; label: string } | null;
}

/** What a chart's enhancer finds in the JSON inside its figure. */
export interface ChartJson {
  drawn: Drawn;
  format: { style: Format["style"]; digits?: number; locale: string; currency: string; unit: number };
  caption: string;
  /** Which keys do what, for those who arrive by keyboard. */
  keys: string;
}
