import type { Minor } from "#app/kernel/money";

/**
 * (value − cost) / cost. Null without a cost: a return on nothing is not infinite, it is not a figure. Null, too, while
 * either is not known: what nobody reported is not a loss.
 */
export function returnOn(value: Minor | null, cost: Minor | null): number | null {
  return value !== null && cost !== null && cost > 0 ? (value - cost) / cost : null;
}

/**
 * The part of realised value that was measured or validated by finance. Null where a share says nothing:
 * no value, or grades of opposite sign, whose sum is no whole to take a part of.
 */
export function provenShare(proven: Minor | null, realised: Minor | null): number | null {
  if (proven === null || realised === null || realised <= 0 || proven < 0 || proven > realised) return null;
  return proven / realised;
}

/** Realised ÷ promised for the same quarters. Null without a promise, or without a report. */
export function keptShare(realised: Minor | null, promised: Minor | null): number | null {
  return realised !== null && promised !== null && promised > 0 ? realised / promised : null;
}
