import type { Facet } from "./query";

export interface Choice {
  value: string;
  cases: number;
}

/** Of these a case has one at most; of tags it has several. */
export type Mark = Exclude<Facet, "tag">;

export interface Facets extends Record<Facet, Choice[]> {
  /** How many cases the view has in all. */
  total: number;
  /** Cases of the view whose stage nobody knows: a debt. */
  unknownStages: number;
}

/** The most frequent first; those that nobody has left out. */
export const inOrder = (choices: Iterable<Choice>): Choice[] =>
  [...choices]
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.cases - a.cases || (a.value < b.value ? -1 : Number(a.value > b.value)));
