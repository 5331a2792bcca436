import type { Minor } from "#app/kernel/money";

/** (value − cost) / cost. Null without a cost: a return on nothing is not infinite, it is not a figure. */
export function returnOn(value: Minor, cost: Minor): number | null {
  return cost > 0 ? (value - cost) / cost : null;
}

/**
 * The part of realised value that was measured or validated by finance. Null where a share says nothing:
 * no value, or grades of opposite sign, whose sum is no whole to take a part of.
 */
export function provenShare(proven: Minor, realised: Minor): number | null {
  if (realised <= 0 || proven < 0 || proven > realised) return null;
  return proven / realised;
}

/** Realised ÷ promised for the same quarters. Null without a promise. */
export function keptShare(realised: Minor, promised: Minor): number | null {
  return promised > 0 ? realised / promised : null;
}
