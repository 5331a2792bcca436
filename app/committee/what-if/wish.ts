import { MOST_WEIGHT } from "#app/assessment/weights";
import { numberIn } from "../choice";
import { HOUSE_THRESHOLDS, type Thresholds } from "../ranking";

/** Such as `weight.value-complexity.benefit`. */
export const weightName = (line: string, key: string) => `weight.${line}.${key}`;

/** What an address sets for a criterion; null where it says nothing, or nothing that is a weight. */
export const weightIn = (search: URLSearchParams) => (line: string, key: string) =>
  numberIn(search, weightName(line, key), MOST_WEIGHT);

export function thresholdsIn(search: URLSearchParams): Thresholds {
  return {
    value: numberIn(search, "value", 100) ?? HOUSE_THRESHOLDS.value,
    complexity: numberIn(search, "complexity", 100) ?? HOUSE_THRESHOLDS.complexity,
  };
}
