import { annualRate } from "./returns";

/** Every internal rate of return above −100 %: one, none, or several (then none of them says anything on its own). */
export type Irr = { kind: "one"; rate: number } | { kind: "none" } | { kind: "several"; rates: number[] };

/** The yearly rate above which an internal rate of return tells nothing but that little was at stake: 1 000 %. */
export const TELLING_RATE = 10;

export function isBeyondTelling(found: Irr): boolean {
  return found.kind === "one" && found.rate > TELLING_RATE;
}

/**
 * The rates per period at which the flows' NPV is zero.
 *
 * With x = 1 ÷ (1 + rate) the NPV is a polynomial in x > 0, and all its roots are found: nothing is guessed, so the
 * answer does not depend on where a search began (an iteration from a guess misses second roots and extreme rates).
 * @throws RangeError when a flow is not finite.
 */
export function irr(flows: readonly number[]): Irr {
  if (!flows.every(Number.isFinite)) throw new RangeError("Flows must be finite");
  const first = flows.findIndex((flow) => flow !== 0);
  const last = flows.findLastIndex((flow) => flow !== 0);
  const rates = positiveRoots(flows.slice(Math.max(first, 0), last + 1)).map(rateOf);
  return among(rates.sort((a, b) => a - b));
}

/** The same for flows by quarter, as yearly rates. */
export function annualIrr(quarterlyFlows: readonly number[]): Irr {
  return yearly(irr(quarterlyFlows), 4);
}

/** Rates per period as yearly ones. */
export function yearly(found: Irr, periodsAYear: number): Irr {
  if (found.kind === "one") return { kind: "one", rate: annualRate(found.rate, periodsAYear) };
  return found.kind === "several"
    ? { kind: "several", rates: found.rates.map((rate) => annualRate(rate, periodsAYear)) }
    : found;
}

/** What is left of rounding around 0 % would read «−0 %». */
function rateOf(log: number): number {
  return Math.abs(log) < 1e-12 ? 0 : Math.expm1(-log);
}

function among(rates: readonly number[]): Irr {
  const [rate] = rates;
  if (rate === undefined) return { kind: "none" };
  return rates.length === 1 ? { kind: "one", rate } : { kind: "several", rates: [...rates] };
}

/** Halvings that bring a bracket of any width met here below the spacing of doubles; breakpoints need less. */
const ROOT_STEPS = 120;
const BREAKPOINT_STEPS = 45;

/**
 * Logarithms of all positive roots of Σ coefficient·x^i; the first and last coefficient are not zero.
 *
 * Descartes' rule turned into a search. x^(−s)·f has the roots of f, and its derivative has the coefficients c·(i − s):
 * with s between two terms of opposite sign, exactly that change of sign is gone. So a polynomial with n changes is
 * monotonic between the roots of one with n − 1, down to one change, which has one root. Products of (i − s) span
 * hundreds of orders of magnitude, hence the logarithms.
 */
function positiveRoots(coefficients: readonly number[]): number[] {
  const logs = coefficients.map((value) => Math.log(Math.abs(value)));
  const signs = coefficients.map(Math.sign);
  const splits = signChanges(signs);
  if (splits.length === 0) return [];
  const [low, high] = bounds(logs);
  const kills = splits.slice(1);
  for (const split of kills) weigh(logs, signs, split, 1);
  let roots = rootsBetween(scaled(logs, signs), [low, high], kills.length === 0 ? ROOT_STEPS : BREAKPOINT_STEPS);
  for (const [level, split] of kills.entries()) {
    weigh(logs, signs, split, -1);
    const steps = level === kills.length - 1 ? ROOT_STEPS : BREAKPOINT_STEPS;
    roots = rootsBetween(scaled(logs, signs), [low, ...roots, high], steps);
  }
  return roots;
}

/** For each change of sign, the middle between its two terms. */
function signChanges(signs: readonly number[]): number[] {
  const middles: number[] = [];
  let before = 0;
  for (const [index, sign] of signs.entries()) {
    if (sign === 0) continue;
    if (sign === -(signs[before] ?? 0)) middles.push((before + index) / 2);
    before = index;
  }
  return middles;
}

/** Multiplies (power 1) or divides (power −1) each coefficient by its distance to the split. */
function weigh(logs: number[], signs: number[], split: number, power: 1 | -1): void {
  for (const index of logs.keys()) {
    // A split between two terms that are not neighbours may fall on the zero between them: that term stays zero.
    if (signs[index] === 0) continue;
    logs[index] = (logs[index] ?? 0) + power * Math.log(Math.abs(index - split));
    signs[index] = (signs[index] ?? 0) * Math.sign(index - split);
  }
}

function scaled(logs: readonly number[], signs: readonly number[]): number[] {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return logs.map((log, index) => (signs[index] ?? 0) * Math.exp(log - top));
}

/** Cauchy's bounds of the positive roots, as logarithms, with room so that the sign at both ends is beyond doubt. */
function bounds(logs: readonly number[]): [number, number] {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const reach = (log: number) => Math.max(top - log, Math.log1p(Math.exp(Math.min(top - log, 30)))) + 1;
  return [-reach(logs[0] ?? 0), reach(logs.at(-1) ?? 0)];
}

/** The roots in brackets between which the polynomial is monotonic (up to a power of x), touching ones included. */
function rootsBetween(coefficients: readonly number[], points: readonly number[], steps: number): number[] {
  const roots: number[] = [];
  const signs = points.map((point) => signAt(coefficients, point, true));
  for (const [index, point] of points.entries()) {
    const sign = signs[index] ?? 0;
    const inside = index > 0 && index < points.length - 1;
    if (sign === 0 && inside && roots.at(-1) !== point) roots.push(point);
    const next = points[index + 1];
    if (next !== undefined && sign * (signs[index + 1] ?? 0) < 0) {
      roots.push(bisect(coefficients, point, next, sign, steps));
    }
  }
  return roots;
}

function bisect(coefficients: readonly number[], from: number, to: number, signFrom: number, steps: number): number {
  let [a, b] = [from, to];
  for (let step = 0; step < steps; step++) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) break;
    if (signAt(coefficients, middle, false) === signFrom) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/**
 * Sign at x = e^log; with `doubt`, zero where the value drowns in the rounding of its terms. Works in x below 1 and in
 * 1/x above, so that no power overflows: only the sign is kept.
 */
function signAt(coefficients: readonly number[], log: number, doubt: boolean): number {
  const x = Math.exp(-Math.abs(log));
  const count = coefficients.length;
  let value = 0;
  let size = 0;
  for (let step = 0; step < count; step++) {
    const coefficient = coefficients[log > 0 ? step : count - 1 - step] ?? 0;
    value = value * x + coefficient;
    size = size * x + Math.abs(coefficient);
  }
  return doubt && Math.abs(value) <= size * count * 4 * Number.EPSILON ? 0 : Math.sign(value);
}
