import type { Stage } from "./stages";

/**
 * Stages in which a case's business case is a promise: it was approved once. A stopped or retired case keeps its
 * promise in the sum, so that stopping what disappoints does not polish the record; what was never approved, was
 * rejected, waits, or went into another case promises nothing. The triggers that keep `quarter_totals` name them, too.
 */
export const PROMISED_STAGES = [
  "approved",
  "poc",
  "pilot",
  "production",
  "retired",
  "stopped",
] as const satisfies readonly Stage[];
