import { type Minor, roundMinor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import { sharedValue } from "./shares";

export const DIRECTIONS = ["up", "down"] as const;
/** Which way is good. */
export type Direction = (typeof DIRECTIONS)[number];

/** What a KPI's movement is worth. */
export interface Terms {
  direction: Direction;
  baseline: number;
  /** Minor units for one unit of the KPI in one quarter; null when it is not turned into money. */
  valuePerUnitMinor: number | null;
  /** The share of the movement that the use case may claim, 0-1. */
  attribution: number;
  /** What of the value counts here, in hundredths of a percent: less than 10,000 where other KPIs count the same benefit. */
  share: number;
}

/** How far a value moved in the good direction since the baseline, in units of the KPI; negative when it got worse. */
export function movement(actual: number, { direction, baseline }: Pick<Terms, "direction" | "baseline">): number {
  // 70.1 − 70 is 0.0999999999999943 to a machine: twelve digits are more than anybody measures.
  const moved = Number((actual - baseline).toPrecision(12));
  return direction === "up" ? moved : 0 - moved;
}

/** In minor units, as the largest cost: thousands of such figures still add up to the cent. */
const LARGEST = 1e13;

/**
 * Realised value = direction × (actual − baseline) × value per unit × attribution (PRODUCT.md, «The money, exactly»),
 * rounded once to a minor unit, and of that the KPI's share, cut off to a minor unit. Null when there is no value or when the KPI is not monetised: unknown is not zero.
 * @throws Refusal 409 when it is more than sums can carry: a value per unit, or a value, is off by far
 */
export function realisedValue(actual: number | null, terms: Terms): Minor | null {
  if (actual === null || terms.valuePerUnitMinor === null) return null;
  const value = movement(actual, terms) * terms.valuePerUnitMinor * terms.attribution;
  if (Math.abs(value) > LARGEST) throw new Refusal(409, "measurement.refusal.beyond-counting");
  return sharedValue(roundMinor(value), terms.share);
}

/** The share of the way from baseline to target; 1 is there, negative is backwards. Null without a target. */
export function progressToTarget(
  actual: number | null,
  { baseline, target, direction }: Pick<Terms, "direction" | "baseline"> & { target: number | null },
): number | null {
  if (actual === null || target === null) return null;
  // A target at the baseline asks to hold the line.
  if (target === baseline) return movement(actual, { direction, baseline }) >= 0 ? 1 : 0;
  return (actual - baseline) / (target - baseline);
}

/** Whether a guardrail is beyond its limit, against its direction. At the limit it holds. */
export function breaksLimit(
  actual: number | null,
  { direction, limit, isGuardrail }: { direction: Direction; limit: number | null; isGuardrail: boolean },
): boolean {
  if (!isGuardrail || actual === null || limit === null) return false;
  return direction === "up" ? actual < limit : actual > limit;
}
