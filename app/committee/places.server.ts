import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { failedChecks } from "./filters";
import { readRanking } from "./ranking.server";

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
export async function readPlaces(db: Reader, hidden: HiddenScores = NOTHING_HIDDEN): Promise<Places> {
  const { ranked, unplaced } = await readRanking(db, hidden);
  const byId = new Map<number, PlaceInRank>();
  for (const { case: figures, checks, rank } of ranked) {
    byId.set(figures.useCaseId, { rank, filtersFailed: failedChecks(checks).length });
  }
  for (const { case: figures, checks } of unplaced) {
    byId.set(figures.useCaseId, { rank: null, filtersFailed: failedChecks(checks).length });
  }
  return { ranked: ranked.length, byId };
}
