import type { Day } from "#app/kernel/day";
import type { CheckedIn } from "./warning";

/** What a check-in says as a sum since the start. */
export const CUMULATED = ["spentMinor", "personDays"] as const satisfies readonly (keyof CheckedIn)[];
export type Cumulated = (typeof CUMULATED)[number];

/**
 * The first sum since the start that is less than an earlier check-in said, or more than a later one does: nobody can
 * spend less than nothing, so one of the two is wrong. Null where they go together.
 */
export function fallsBack(said: CheckedIn, others: readonly CheckedIn[]): Cumulated | null {
  return (
    CUMULATED.find((name) => {
      const value = said[name];
      if (value === null) return false;
      return others.some((other) => {
        const before = other[name];
        return before !== null && ((other.on < said.on && before > value) || (other.on > said.on && before < value));
      });
    }) ?? null
  );
}

export interface Week {
  from: Day;
  to: Day;
}
