import type { Stage } from "#app/use-cases/stages";

/**
 * Stages in which a case's business case is a promise: it was approved once. A stopped or retired case keeps its
 * promise in the sum, so that stopping what disappoints does not polish the record; what was never approved, was
 * rejected, waits, or went into another case promises nothing.
 */
export const PROMISED_STAGES = [
  "approved",
  "poc",
  "pilot",
  "production",
  "retired",
  "stopped",
] as const satisfies readonly Stage[];
