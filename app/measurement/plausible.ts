export const SURPRISES = ["sign", "tenfold", "unit"] as const;
export type Implausible = (typeof SURPRISES)[number];

/** What a new value of a KPI is held against. */
export interface Expected {
  /** The last value before the quarter. */
  last: number | null;
  unit: string;
  baseline: number;
  target: number | null;
}

const TENFOLD = 10;

const isShare = (value: number | null) => value === null || (value >= 0 && value <= 100);

/**
 * What is surprising in a value: it changed sign since the last one, it is ten times larger or smaller, or it is no share
 * although the KPI is one. All of it happens; it asks for a sentence from who reports, so that a slip of a decimal sign
 * or a value in another unit is caught.
 */
export function implausible(actual: number | null, { last, unit, baseline, target }: Expected): Implausible | null {
  if (actual === null) return null;
  const counted = [last, baseline, target];
  if (unit.trim() === "%" && counted.every(isShare) && !isShare(actual)) return "unit";
  if (last === null || actual === 0 || last === 0) return null;
  if (Math.sign(actual) !== Math.sign(last)) return "sign";
  const ratio = Math.abs(actual / last);
  return ratio >= TENFOLD || ratio <= 1 / TENFOLD ? "tenfold" : null;
}
