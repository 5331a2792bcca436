import { type Minor, roundMinor } from "#app/kernel/money";
import { isSettled, type NpvBounds, npvBounds } from "./bounds";
import { stream, timesPert } from "./draw";
import { netPresentValue } from "./evaluate";
import type { ExplainedInput, Explanation } from "./explain";
import { factorsOf, product, shapeOf } from "./factors";
import { type Draft, isCertain, isMoney, type MoneyLine, signOf } from "./lines";
import { npv, quarterlyRate } from "./returns";
import { type Bar, tornado } from "./tornado";

export const DEFAULT_DRAWS = 10_000;
export const DEFAULT_SEED = 1;

/** Minor units that floating point leaves where a draw's amounts cancel out: not a gain. */
const DUST = 1e-6;

export interface Simulation {
  draws: number;
  seed: number;
  /** The NPV of the likely estimates: the tornado's axis. */
  npv: Minor;
  p10: Minor;
  p50: Minor;
  p90: Minor;
  /** Share of the draws whose NPV is above zero. */
  probabilityPositive: number;
  /** Whether that share is certain, and not only what ten thousand draws happened to give. */
  isSettled: boolean;
  bounds: NpvBounds;
  /** How the draws spread, from the 1st to the 99th percentile, in steps of equal width; empty where nothing is in doubt. */
  spread: { from: Minor; to: Minor; share: number }[];
  /** What moves the NPV, the strongest first. */
  tornado: Bar[];
  explain: Explanation;
  explainPoints: Record<"p10" | "p50" | "p90", Explanation>;
}

/**
 * NPV under uncertainty: every estimate with doubt is drawn from its PERT distribution, each on its own (no correlation).
 * Each input has its own stream, named by its line's place and its own name, so that changing one leaves the others' draws.
 * A draw's NPV is not rounded by quarter; it is moved by the cents that rounding moves the likely NPV, so that a case
 * without doubt gives exactly that.
 */
export function simulate(draft: Draft, options: { draws?: number; seed?: number } = {}): Simulation {
  const { draws = DEFAULT_DRAWS, seed = DEFAULT_SEED } = options;
  const values = npvDraws(draft, draws, seed);
  let positive = 0;
  for (const value of values) if (value > DUST) positive++;
  values.sort();
  const bounds = npvBounds(draft);
  const frame: ExplainedInput[] = [
    { label: "business-cases.input.draws", value: draws, unit: "number" },
    { label: "business-cases.input.seed", value: seed, unit: "number" },
    { label: "business-cases.input.discountRate", value: draft.discountRate, unit: "percent" },
    { label: "business-cases.input.doubts", value: doubtsIn(draft), unit: "number" },
    { label: "business-cases.input.leastNpv", value: bounds.least, unit: "money" },
    { label: "business-cases.input.mostNpv", value: bounds.most, unit: "money" },
  ];
  const point = (share: number): Explanation => {
    const place = (values.length - 1) * share;
    return {
      formula: "business-cases.formula.percentile",
      value: roundMinor(percentile(values, share)),
      unit: "money",
      inputs: [
        ...frame,
        { label: "business-cases.input.percentilePlace", value: place + 1, unit: "number" },
        { label: "business-cases.input.drawBelow", value: values[Math.floor(place)] ?? null, unit: "money" },
        { label: "business-cases.input.drawAbove", value: values[Math.ceil(place)] ?? null, unit: "money" },
      ],
    };
  };
  return {
    draws,
    seed,
    npv: netPresentValue(draft),
    p10: roundMinor(percentile(values, 0.1)),
    p50: roundMinor(percentile(values, 0.5)),
    p90: roundMinor(percentile(values, 0.9)),
    probabilityPositive: positive / draws,
    ...{ isSettled: isSettled(bounds, DUST), bounds },
    spread: spreadOf(values),
    tornado: tornado(draft),
    explain: {
      formula: "business-cases.formula.simulation",
      value: positive / draws,
      unit: "percent",
      inputs: [...frame, { label: "business-cases.input.drawsPositive", value: positive, unit: "number" }],
    },
    explainPoints: { p10: point(0.1), p50: point(0.5), p90: point(0.9) },
  };
}

/** How many estimates are in doubt: those that are drawn. */
const doubtsIn = ({ lines }: Draft): number =>
  lines.filter(isMoney).reduce((sum, line) => sum + factorsOf(line).filter(({ range }) => !isCertain(range)).length, 0);

const STEPS = 20;

function spreadOf(sorted: Float64Array): Simulation["spread"] {
  const [low, high] = [percentile(sorted, 0.01), percentile(sorted, 0.99)];
  if (!(high - low >= STEPS)) return [];
  const width = (high - low) / STEPS;
  const counts = new Array<number>(STEPS).fill(0);
  for (const value of sorted) {
    // The two tails are counted at the ends, so that the shares add up to all.
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor((value - low) / width)));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts.map((count, step) => ({
    from: roundMinor(low + width * step),
    to: roundMinor(low + width * (step + 1)),
    share: count / sorted.length,
  }));
}

/** One NPV a draw, in minor units, in the order drawn. */
export function npvDraws(draft: Draft, draws: number, seed: number): Float64Array {
  const rate = quarterlyRate(draft.discountRate);
  const total = new Float64Array(draws);
  let likely = 0;
  for (const [place, line] of draft.lines.entries()) {
    if (!isMoney(line)) continue;
    // A line's NPV is its full quarter × the discounted shape: twelve quarters cost no more than one.
    const weight = npv(rate, shapeOf(line, draft.horizonQuarters)) * signOf(line);
    likely += weight * product(factorsOf(line), ({ range }) => range.likely);
    const drawn = lineDraws(line, draws, (input) => stream(seed, place, input));
    for (let draw = 0; draw < draws; draw++) total[draw] = (total[draw] as number) + weight * (drawn[draw] as number);
  }
  const cents = netPresentValue(draft) - likely;
  return total.map((value) => value + cents);
}

function lineDraws(line: MoneyLine, draws: number, streamOf: (input: string) => () => number): Float64Array {
  const factors = factorsOf(line);
  const known = product(
    factors.filter(({ range }) => isCertain(range)),
    ({ range }) => range.likely,
  );
  const values = new Float64Array(draws).fill(known);
  for (const { input, range } of factors) {
    if (isCertain(range)) continue;
    timesPert(values, range, streamOf(input));
  }
  return values;
}

/** The value below which a share of the sorted values lies, interpolated between neighbours. */
function percentile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
