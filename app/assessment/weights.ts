/** What scores that were given come to under other weights: a question that is asked, and kept nowhere. */
import { isRatio, type Scheme } from "./ratio";
import { AXES, type Axes, type Axis, type CriterionScores, resultOf } from "./score";

export interface WeighedCriterion {
  key: string;
  axis: Axis;
  weight: number;
}

export interface WeighedModel<Criterion extends WeighedCriterion = WeighedCriterion> {
  line: string;
  scheme: Scheme;
  criteria: readonly Criterion[];
}

/** Weights other than today's, by the line of the model and the key of the criterion. */
export type NewWeights = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const MOST_WEIGHT = 100;

/** In a product every criterion counts in full, whatever its weight. */
export const isWeighed = ({ scheme }: { scheme: Scheme }): boolean => scheme !== "product-ratio";

/**
 * What is asked, where it is something else than today: of an axis that would be left without any weight nothing changes.
 * @param said what somebody set for a criterion; null where they set nothing
 */
export function newWeights(
  models: readonly WeighedModel[],
  said: (line: string, key: string) => number | null,
): { weights: NewWeights; weightless: { line: string; axis: Axis }[] } {
  const weights = new Map<string, Map<string, number>>();
  const weightless: { line: string; axis: Axis }[] = [];
  for (const { line, scheme, criteria } of models) {
    if (!isWeighed({ scheme })) continue;
    for (const axis of AXES) {
      const own = criteria.filter((criterion) => criterion.axis === axis);
      const asked = own.map(({ key, weight }) => ({ key, weight, now: said(line, key) ?? weight }));
      const changed = asked.filter(({ weight, now }) => now !== weight);
      if (changed.length === 0) continue;
      if (asked.every(({ now }) => now <= 0)) {
        weightless.push({ line, axis });
        continue;
      }
      const ofLine = weights.get(line) ?? new Map<string, number>();
      for (const { key, now } of changed) ofLine.set(key, now);
      weights.set(line, ofLine);
    }
  }
  return { weights, weightless };
}

/** The scores of one case, with the version of the model that they were given in. */
export interface ScoreSheet {
  line: string;
  scheme: Scheme;
  criteria: readonly (CriterionScores & { key: string })[];
}

/**
 * The axes that the new weights move, the others left out: with today's weights nothing is, so that a case that was scored
 * with an older version keeps what it has until a weight is touched that its version knows.
 */
export function movedAxes({ line, scheme, criteria }: ScoreSheet, weights: NewWeights): Partial<Axes> {
  const ofLine = weights.get(line);
  if (!ofLine) return {};
  const touched = new Set(criteria.filter(({ key }) => ofLine.has(key)).map(({ axis }) => axis));
  if (touched.size === 0) return {};
  const anew = criteria.map((one) => ({ ...one, weight: ofLine.get(one.key) ?? one.weight }));
  // In a sum of quantities what weighs nothing must not hold the rest back by a score that nobody gave.
  const result = resultOf(isRatio(scheme) ? anew.filter(({ weight }) => weight > 0) : anew, scheme);
  return Object.fromEntries([...touched].flatMap((axis) => (result[axis] === null ? [] : [[axis, result[axis]]])));
}
