import type { Quarter } from "#app/kernel/quarter";
import { APPROVED_STAGES, isStage, type Stage } from "./stages";

/**
 * Stages in which a case's business case is a promise: it was approved once. A stopped or retired case keeps its
 * promise in the sum, so that stopping what disappoints does not polish the record; what was never approved, was
 * rejected, or went into another case promises nothing. The triggers that keep `quarter_totals` name them, too.
 */
export const PROMISED_STAGES = APPROVED_STAGES;

export const isPromised = (stage: string | null): boolean =>
  isStage(stage) && (PROMISED_STAGES as readonly Stage[]).includes(stage);

export interface StandingPromise {
  quarter: Quarter;
  /** The stage that it counts in where that is not its case's; the empty text is the unknown one. */
  standsIn: string | null;
}

/**
 * In which stage the promise of a quarter counts once its case has moved; null is the case's own. A closed quarter keeps
 * what it was closed with. A pause lifts no promise, so that what stands still shows as missing; what leaves for good
 * (rejected, merged, back to assessment) keeps the promise of the quarters up to the one in which it left.
 * @param current the quarter in which it moves
 */
export function standsAfter(
  { quarter, standsIn }: StandingPromise,
  { from, to }: { from: string | null; to: string | null },
  { closed, current }: { closed: boolean; current: Quarter },
): string | null {
  if (closed) return standsIn ?? from ?? "";
  if (isPromised(to)) return null;
  const held = standsIn ?? from;
  if (!isPromised(held)) return null;
  return to === "on-hold" || quarter <= current ? held : null;
}
