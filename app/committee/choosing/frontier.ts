/** The efficient frontier: the most value that each budget can have, all other constraints kept. */
import { unscaled } from "./exact";
import type { Problem } from "./problem";
import { programOf, sumOfRow, valueIn } from "./program";
import { exactly, loadedFrom, type Solver } from "./solve";

export interface FrontierPoint {
  budget: number;
  /** Null where no selection keeps the other constraints within that budget, or time ran out. */
  value: number | null;
  cost: number | null;
  count: number | null;
  status: "optimal" | "feasible" | "infeasible" | "unknown";
}

/**
 * @param points evenly spread up to one and a half times the budget, which is itself one of them where `points` is a
 *   multiple of three; without a budget, up to the cost of all
 */
export async function frontierOf(
  problem: Problem,
  points: number,
  solver: Solver,
  left: () => number,
): Promise<FrontierPoint[]> {
  const { candidates, constraints } = problem;
  // A budget of nothing is only there to make the row: its limit is another for each point.
  const { program } = programOf({ candidates, constraints: { ...constraints, budget: constraints.budget ?? 0 } });
  const row = program.rows.findIndex(({ rule }) => rule.kind === "budget");
  const budget = program.rows[row];
  if (!budget) return [];
  const whole = budget.terms.reduce((sum, { weight }) => sum + weight, 0n);
  const given = budget.upper ?? 0n;
  const [most, parts] = constraints.budget === null ? [whole, BigInt(points)] : [given * 3n, BigInt(points) * 2n];
  if (most === 0n) return [];
  const { loaded, scales } = loadedFrom(program);
  await solver.load(loaded);
  const drawn: FrontierPoint[] = [];
  let start: number[] | undefined;
  for (let step = 1n; step <= BigInt(points); step++) {
    const to = (most * step) / parts;
    const at = unscaled(to, budget.digits);
    const asked = { limits: [{ row, to }], ...(start && { start }) };
    const turn = left() / (points - Number(step) + 1);
    const until = left() - turn;
    const mine = () => left() - until;
    const found = turn > 0 ? await exactly(program, scales, solver, asked, mine) : { status: "unknown" as const };
    if (found.status !== "found") {
      drawn.push({ budget: at, value: null, cost: null, count: null, status: found.status });
      continue;
    }
    start = [...found.chosen];
    drawn.push({
      budget: at,
      value: valueIn(program, found.value),
      cost: unscaled(sumOfRow(budget, found.chosen), budget.digits),
      count: found.chosen.size,
      status: found.proven ? "optimal" : "feasible",
    });
  }
  return drawn;
}
