import { keeps, type Program } from "./program";
import type { Solver } from "./solve";

const NOBODY: ReadonlySet<number> = new Set();

/** Answers for a program that nothing is left to choose from: the empty selection is the best, or none is allowed. */
export function withoutCandidates({ rows }: Program): Solver {
  return {
    load: async () => undefined,
    ask: async ({ without = [] }) =>
      rows.every((row, at) => without.includes(at) || keeps(row, NOBODY))
        ? { status: "optimal", chosen: [], bound: 0 }
        : { status: "infeasible", chosen: null, bound: null },
    bounds: async () => [],
    spent: () => 0,
  };
}
