/** An axis: from where to where it goes, and where its numbers stand. */
export interface Scale {
  min: number;
  max: number;
  ticks: number[];
}

const ABOUT = 5;

/** One, two or five of a power of ten: the steps that people count in (P. Heckbert, «Nice numbers for graph labels», 1990). */
function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / ABOUT));
  const share = span / ABOUT / power;
  return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
}

/** @param values those that are known; `fixed` where the axis has its own ends, such as a score's */
export function scaleOf(values: readonly number[], fixed?: { min: number; max: number }): Scale {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (values.length === 0) [least, most] = [0, 1];
  const from = fixed?.min ?? Math.min(0, least);
  const to = fixed?.max ?? Math.max(0, most);
  const step = stepOf(to > from ? to - from : 1);
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(to / step));
  // Counted in steps, so that no tick gathers the dust of many sums.
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => round((first + at) * step, step));
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks };
}

function round(value: number, step: number): number {
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(digits, 20)));
}

/** Where a value stands on its axis, from 0 to 1. */
export const shareOn = ({ min, max }: Scale, value: number): number =>
  Math.min(1, Math.max(0, (value - min) / (max - min)));
