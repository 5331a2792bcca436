import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { readPlacesOf } from "./order.server";
import { readRules } from "./ranking.server";

/** Where a case stands among those that the committee chooses between. */
export interface PlaceInRank {
  /** Null when it cannot be placed yet: no assessment, or no business case. */
  rank: number | null;
  filtersFailed: number;
}

export interface Places {
  /** How many cases have a rank. */
  ranked: number;
  byId: ReadonlyMap<number, PlaceInRank>;
}

/** @param hidden the cases whose scores the reader may not see: left out for an act that weighs all of them */
export async function readPlaces(
  db: Reader,
  ids: readonly number[],
  hidden: HiddenScores = NOTHING_HIDDEN,
): Promise<Places> {
  const { ranked, places } = await readPlacesOf(db, await readRules(db), hidden, ids);
  return { ranked, byId: new Map(places.map(({ useCaseId, ...place }) => [useCaseId, place])) };
}
