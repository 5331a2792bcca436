import { choose, type Wishes } from "#app/committee/choosing/choose";
import { type Candidate, type Constraints, type Problem, UNCONSTRAINED } from "#app/committee/choosing/problem";
import { keeps, programOf, valueIn, worthOf } from "#app/committee/choosing/program";
import { withSolver } from "#app/committee/choosing/solver.server";

export const candidate = (id: string, value: number | null, cost: number | null, rest: Partial<Candidate> = {}) => ({
  ...{ people: null, uses: {}, department: null, riskClass: null },
  ...rest,
  id,
  value,
  cost,
});

export const problem = (candidates: Candidate[], constraints: Partial<Constraints> = {}): Problem => ({
  candidates,
  constraints: { ...UNCONSTRAINED, ...constraints },
});

export const EVERYTHING: Wishes = { seconds: 60, prices: true, reasons: true, frontier: 6 };
export const ONLY_THE_BEST: Wishes = { seconds: 60, prices: false, reasons: false, frontier: 0 };

export const solved = (of: Problem, wishes: Wishes = ONLY_THE_BEST, signal?: AbortSignal) =>
  withSolver((solver) => choose(of, wishes, solver), signal);

/** The best by looking at every selection; null where none keeps the constraints. */
export function byBruteForce(of: Problem): number | null {
  const { program } = programOf(of);
  let best: bigint | null = null;
  for (let mask = 0; mask < 2 ** program.ids.length; mask++) {
    const chosen = new Set(program.ids.flatMap((_, at) => ((mask >> at) & 1 ? [at] : [])));
    if (!program.rows.every((row) => keeps(row, chosen))) continue;
    const value = worthOf(program, chosen);
    if (best === null || value > best) best = value;
  }
  return best === null ? null : valueIn(program, best);
}
