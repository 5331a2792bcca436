/** What the scores that were given would come to in another model. */
import type { CriterionDraft } from "./model";
import { isRatio, type Scheme } from "./ratio";
import { type Axes, resultOf } from "./score";

/** The axes, or the keys of the criteria that nobody scored: then nothing can be said. */
export type Reweighed = { axes: Axes } | { lacking: string[] };

/**
 * @param given the scores of one case, by the key of the criterion that they were given for
 */
export function reweighed(
  { scheme, criteria }: { scheme: Scheme; criteria: readonly CriterionDraft[] },
  given: ReadonlyMap<string, readonly number[]>,
): Reweighed {
  // A criterion of no weight moves nothing; in a product every one counts.
  const counting = criteria.filter(({ weight }) => weight > 0 || isRatio(scheme));
  const lacking = counting.filter(({ key }) => !given.get(key)?.length).map(({ key }) => key);
  if (lacking.length > 0) return { lacking };
  const { value, complexity, risk } = resultOf(
    counting.map(({ key, axis, weight, values }, criterionId) => ({
      ...{ criterionId, axis, weight, values },
      scores: given.get(key) ?? [],
    })),
    scheme,
  );
  return { axes: { value, complexity, risk } };
}
