/** Whose place other weights or thresholds change, and what else changes with it. */
import type { Side } from "../line";
import type { Quadrant } from "../ranking";

export interface Place {
  useCaseId: number;
  rank: number;
  quadrant: Quadrant;
  side: Side;
  value: number | null;
  complexity: number | null;
}

export interface Change {
  useCaseId: number;
  today: Place;
  after: Place;
  /** Places gained; negative: lost. */
  up: number;
  /** Comes within the money and the people, or falls out of them; null: neither. */
  crosses: "in" | "out" | null;
  movesQuadrant: boolean;
}

const taken = (side: Side) => side === "above" || side === "fits";

/** Those that cross the line first, then those that change quadrant, then by how far they move; who keeps all is left out. */
export function changesBetween(today: readonly Place[], after: readonly Place[]): Change[] {
  const before = new Map(today.map((place) => [place.useCaseId, place]));
  return after
    .flatMap((place): Change[] => {
      const was = before.get(place.useCaseId);
      if (!was) return [];
      const crosses = taken(was.side) === taken(place.side) ? null : taken(place.side) ? "in" : "out";
      const movesQuadrant = was.quadrant !== place.quadrant;
      const up = was.rank - place.rank;
      return up === 0 && !crosses && !movesQuadrant
        ? []
        : [{ useCaseId: place.useCaseId, today: was, after: place, up, crosses, movesQuadrant }];
    })
    .sort(
      (a, b) =>
        Number(b.crosses !== null) - Number(a.crosses !== null) ||
        Number(b.movesQuadrant) - Number(a.movesQuadrant) ||
        Math.abs(b.up) - Math.abs(a.up) ||
        a.after.rank - b.after.rank,
    );
}
