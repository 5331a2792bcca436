/** The score of an axis: absolute, so that adding a use case never moves another's. */

export type Axis = "value" | "complexity";
export const AXES = ["value", "complexity"] as const satisfies readonly Axis[];

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
  /** One score of each assessor who scored it. */
  scores: readonly number[];
}

export interface CriterionResult {
  criterionId: number;
  mean: number | null;
  low: number | null;
  high: number | null;
  spread: number;
  contested: boolean;
}

export interface Result {
  value: number | null;
  complexity: number | null;
  contested: number;
  criteria: CriterionResult[];
}

/** Across assessors: the mean of each criterion, then the axis of the means; the spread stays visible. */
export function resultOf(criteria: readonly CriterionScores[]): Result {
  const results = criteria.map(({ criterionId, scores }): CriterionResult => {
    if (scores.length === 0) return { criterionId, mean: null, low: null, high: null, spread: 0, contested: false };
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return { criterionId, mean, low, high, spread: high - low, contested: high - low >= CONTESTED_SPREAD };
  });
  const weighed = criteria.flatMap(({ axis, weight }, index) => {
    const score = results[index]?.mean;
    return score === null || score === undefined ? [] : [{ axis, weight, score }];
  });
  return {
    value: axisScore("value", weighed),
    complexity: axisScore("complexity", weighed),
    contested: results.filter(({ contested }) => contested).length,
    criteria: results,
  };
}
