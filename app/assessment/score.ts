/** The score of an axis: absolute, so that adding a use case never moves another's. */
import { bounds, combined, isRatio, position, type Scheme } from "./ratio";

export { SCHEMES, type Scheme } from "./ratio";

export type Axis = "value" | "complexity" | "risk";
export const AXES = ["value", "complexity", "risk"] as const satisfies readonly Axis[];

export interface Weighed {
  axis: Axis;
  weight: number;
  /** 1-5 */
  score: number;
}

/** Scores this far apart, or more, mark a criterion as contested. */
export const CONTESTED_SPREAD = 2;

/**
 * Axis = Σ w·(s−1)/4 ÷ Σ w × 100 (PRODUCT.md, «The money, exactly»): 0 when every score is 1, 100 when every score is 5.
 * Null when the axis has no scored criterion.
 */
export function axisScore(axis: Axis, scored: readonly Weighed[]): number | null {
  const own = scored.filter((criterion) => criterion.axis === axis && criterion.weight > 0);
  const weights = own.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return (own.reduce((sum, { weight, score }) => sum + (weight * (score - 1)) / 4, 0) / weights) * 100;
}

export interface CriterionScores {
  criterionId: number;
  axis: Axis;
  weight: number;
  /** The quantity that each score from 1 to 5 stands for, in models that are a ratio; left out: the score itself. */
  values?: readonly number[] | null;
  /** One score of each assessor who scored it. */
  scores: readonly number[];
}

export interface CriterionResult {
  criterionId: number;
  mean: number | null;
  /** The mean of the quantities that the scores stand for; the mean itself where they stand for none. */
  quantity: number | null;
  low: number | null;
  high: number | null;
  spread: number;
  contested: boolean;
}

/** The score that a ratio model is known by, such as RICE's, in its own unit. */
export interface Native {
  numerator: number;
  denominator: number;
  score: number;
}

export type Axes = Record<Axis, number | null>;

export interface Result extends Axes {
  contested: number;
  criteria: CriterionResult[];
  /** Null in a weighted model, and while a criterion has no score. */
  native: Native | null;
}

/** What a score of a criterion stands for. @param score from 1 to 5 */
export const quantityOf = (values: readonly number[] | null | undefined, score: number): number =>
  values?.[score - 1] ?? score;

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Across assessors: the mean of each criterion, then the axis of the means; the spread stays visible. */
export function resultOf(criteria: readonly CriterionScores[], scheme: Scheme = "weighted"): Result {
  const results = criteria.map(({ criterionId, values, scores }): CriterionResult => {
    const nothing = { mean: null, quantity: null, low: null, high: null, spread: 0, contested: false };
    if (scores.length === 0) return { criterionId, ...nothing };
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    const quantity = meanOf(scores.map((score) => quantityOf(values, score)));
    const contested = high - low >= CONTESTED_SPREAD;
    return { criterionId, mean: meanOf(scores), quantity, low, high, spread: high - low, contested };
  });
  const means = criteria.map((criterion, index) => ({
    ...criterion,
    mean: results[index]?.mean ?? null,
    quantity: results[index]?.quantity ?? null,
  }));
  return {
    ...axesOf(means, scheme),
    contested: results.filter(({ contested }) => contested).length,
    criteria: results,
    native: nativeOf(means, scheme),
  };
}

export type CriterionMean = Pick<CriterionScores, "axis" | "weight" | "values"> & {
  mean: number | null;
  quantity: number | null;
};

/**
 * The axes of a case from the means of its criteria. In a ratio model value is what stands above the line and complexity
 * what stands below, each by its place between the least and the most that the model can say (see `position`).
 */
export function axesOf(means: readonly CriterionMean[], scheme: Scheme): Axes {
  const weighed = means.flatMap(({ axis, weight, mean }) => (mean === null ? [] : [{ axis, weight, score: mean }]));
  const risk = axisScore("risk", weighed);
  if (!isRatio(scheme)) {
    return { value: axisScore("value", weighed), complexity: axisScore("complexity", weighed), risk };
  }
  const placeOf = (axis: Axis) => {
    const own = means.filter((criterion) => criterion.axis === axis);
    const whole = combined(scheme, own);
    return whole === null ? null : position(whole, bounds(scheme, own));
  };
  return { value: placeOf("value"), complexity: placeOf("complexity"), risk };
}

/** What stands above the line ÷ what stands below, such as reach × impact × confidence ÷ effort. */
export function nativeOf(means: readonly CriterionMean[], scheme: Scheme): Native | null {
  if (!isRatio(scheme)) return null;
  const of = (axis: Axis) =>
    combined(
      scheme,
      means.filter((criterion) => criterion.axis === axis),
    );
  const [numerator, denominator] = [of("value"), of("complexity")];
  if (numerator === null || denominator === null || denominator <= 0) return null;
  return { numerator, denominator, score: numerator / denominator };
}
