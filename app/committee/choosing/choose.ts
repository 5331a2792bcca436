/** The whole answer to a choice: the best selection, what each constraint and each place costs, and the frontier. */
import { type Conflict, conflictsOf } from "./conflict";
import { mostDecimals, scaled, unscaled } from "./exact";
import { type FrontierPoint, frontierOf } from "./frontier";
import { greedily } from "./greedy";
import { leastLosses, mostGains, type Place, type Price, placeOf, priceOf, surer, type Worth } from "./prices";
import type { Candidate, Problem } from "./problem";
import { type LeftAside, type Program, programOf, type Row, type Rule, sumOfRow, valueIn } from "./program";
import { exactly, loadedFrom, type Solver } from "./solve";
import { withoutCandidates } from "./without-candidates";

export interface Wishes {
  /** For all of it; the best selection comes first. */
  seconds: number;
  /** Whether to work out what each constraint costs. */
  prices: boolean;
  /** Whether to work out what each candidate's place costs. */
  reasons: boolean;
  /** How many budgets the frontier is drawn at; 0 is none. */
  frontier: number;
}

export interface WorthView {
  amount: number;
  says: Worth["says"];
}

export interface ConstraintView {
  rule: Rule;
  /** What the selection uses of it; a share for a share. */
  used: number;
  limit: number;
  bound: "at-most" | "at-least";
  /** Nothing is left of it. */
  binding: boolean;
  without: WorthView | null;
  step: { by: number; gain: WorthView | null } | null;
}

export interface CandidateView {
  id: string;
  chosen: boolean;
  /** Value lost if it stood on the other side. */
  loss: WorthView | "impossible" | null;
  instead: { comes: string[]; goes: string[] } | null;
}

export interface Choosing {
  status: "optimal" | "feasible" | "infeasible" | "unknown";
  value: number | null;
  /** Null as well where a candidate that is chosen has no known cost. */
  cost: number | null;
  people: number | null;
  /** No selection is worth more. */
  bound: number | null;
  selection: string[];
  aside: LeftAside[];
  constraints: ConstraintView[];
  candidates: CandidateView[];
  frontier: FrontierPoint[];
  conflict: (Conflicting & { others?: Conflicting[] }) | null;
}

/** Constraints that no selection keeps together. */
export interface Conflicting {
  rules: Rule[];
  /** Whether each of them is needed for that. */
  smallest: boolean;
}

const NOTHING = {
  value: null,
  cost: null,
  people: null,
  bound: null,
  selection: [],
  constraints: [],
  candidates: [],
  frontier: [],
  conflict: null,
};

/** The best selection first, then what time allows of the rest: the frontier has half of it, prices half of what is left. */
export async function choose(problem: Problem, wishes: Wishes, lent: Solver): Promise<Choosing> {
  const left = () => wishes.seconds - lent.spent();
  const { program, aside } = programOf(problem);
  const { loaded, scales } = loadedFrom(program);
  // A solver wants something to choose from.
  const solver = program.ids.length > 0 ? lent : withoutCandidates(program);
  const desk = { program, scales, solver, left };
  await solver.load(loaded);
  const looked = await exactly(program, scales, solver, {}, left);
  // Time ran out before anything was found: a selection that keeps the constraints, said to be no proven best.
  const found = looked.status === "unknown" ? greedily(program) : looked;
  if (!found) return { ...NOTHING, status: "unknown", aside };
  if (found.status === "infeasible") {
    const [first, ...others] = (await conflictsOf(program, scales, solver, left)).map((one) => told(program, one));
    return { ...NOTHING, status: "infeasible", aside, conflict: first ? { ...first, others } : null };
  }
  const places: (Place | null)[] = wishes.reasons
    ? await leastLosses({ ...desk, left: partOf(left, 0.25) }, found)
    : program.ids.map(() => null);
  const prices: (Price | null)[] = wishes.prices ? await mostGains(desk, found) : program.rows.map(() => null);
  const frontier = wishes.frontier > 0 ? await frontierOf(problem, wishes.frontier, solver, partOf(left, 0.5)) : [];
  if (found.proven && left() > 0) {
    await solver.load(loaded);
    const forPrices = { ...desk, left: partOf(left, 0.5) };
    for (const [row, known] of prices.entries()) {
      if (!known || forPrices.left() <= 0) break;
      prices[row] = surer(await priceOf(forPrices, found, row), known);
    }
    for (const at of wishes.reasons ? leastSure(places) : []) {
      if (left() <= 0) break;
      const place = await placeOf(desk, found, at);
      if (place.loss === "impossible" || place.loss?.says === "exact") places[at] = place;
    }
  }
  const inIt = problem.candidates.filter(({ id }) => selected(program, found.chosen).has(id));
  const view = (worth: Worth | null): WorthView | null =>
    worth && { amount: valueIn(program, worth.amount), says: worth.says };
  const names = (some: readonly number[]) => some.map((at) => program.ids[at] ?? "");
  return {
    status: found.proven ? "optimal" : "feasible",
    value: valueIn(program, found.value),
    cost: total(inIt.map(({ cost }) => cost)),
    people: total(inIt.map(({ people }) => people)),
    bound: found.bound === null ? null : valueIn(program, found.bound),
    selection: inIt.map(({ id }) => id),
    aside,
    constraints: program.rows.map((row, index) => {
      const price = prices[index];
      const step = price?.step;
      return {
        rule: row.rule,
        ...usedOf(row, found.chosen, inIt, problem),
        without: view(price?.without ?? null),
        step: step ? { by: unscaled(step.by, row.digits), gain: view(step.gain) } : null,
      };
    }),
    candidates: program.ids.map((id, at) => {
      const place = places[at];
      const loss = place?.loss ?? null;
      return {
        id,
        chosen: found.chosen.has(at),
        loss: loss === "impossible" ? loss : view(loss),
        instead: place?.instead ? { comes: names(place.instead.comes), goes: names(place.instead.goes) } : null,
      };
    }),
    frontier,
    conflict: null,
  };
}

/** A share of the time that is left now. */
function partOf(left: () => number, share: number): () => number {
  const kept = left() * (1 - share);
  return () => left() - kept;
}

const selected = (program: Program, chosen: ReadonlySet<number>) =>
  new Set([...chosen].map((at) => program.ids[at] ?? ""));

/** Exact: amounts are added as whole numbers of their finest decimal. */
function total(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length) return null;
  const digits = mostDecimals(known);
  return unscaled(
    known.reduce((sum, one) => sum + scaled(one, digits), 0n),
    digits,
  );
}

function told(program: Program, { rows, smallest }: Conflict): Conflicting {
  return { rules: rows.flatMap((row) => program.rows[row]?.rule ?? []), smallest };
}

/** Those first whose place is worth the least for sure: where the choice might as well have gone the other way. */
function leastSure(places: readonly (Place | null)[]): number[] {
  const sureOf = (place: Place | null | undefined) =>
    !place || place.loss === null ? -1n : place.loss === "impossible" ? null : place.loss.amount;
  return places
    .map((place, at) => ({ at, sure: sureOf(place) }))
    .flatMap(({ at, sure }) => (sure === null ? [] : [{ at, sure }]))
    .sort((a, b) => (a.sure < b.sure ? -1 : a.sure > b.sure ? 1 : a.at - b.at))
    .map(({ at }) => at);
}

/** How much of a constraint the selection uses, in the unit in which the constraint was said. */
function usedOf(
  row: Row,
  chosen: ReadonlySet<number>,
  inIt: readonly Candidate[],
  { constraints }: Problem,
): Pick<ConstraintView, "used" | "limit" | "bound" | "binding"> {
  const sum = sumOfRow(row, chosen);
  const { rule, upper, lower, digits } = row;
  if (rule.kind === "class-share") {
    const costOf = (some: readonly Candidate[]) => some.reduce((cost, one) => cost + (one.cost ?? 0), 0);
    const all = costOf(inIt);
    const limit = constraints.riskClasses.find(({ riskClass }) => riskClass === rule.name)?.share ?? 0;
    const used = all === 0 ? 0 : costOf(inIt.filter(({ riskClass }) => riskClass === rule.name)) / all;
    return { used, limit, bound: "at-most", binding: sum === upper };
  }
  return {
    used: unscaled(sum, digits),
    limit: unscaled(upper ?? lower ?? 0n, digits),
    bound: upper === null ? "at-least" : "at-most",
    binding: sum === upper || sum === lower,
  };
}
