/** For whom a roll-out was signed. */
import type { Day } from "#app/kernel/day";
import type { LaterEvent } from "#app/use-cases/signatures/signature";
import { isOpen, type Reached, type SiteStage } from "./roll-out";

export interface KeptReading {
  id: number;
  siteId: number;
  on: Day;
  eligible: number | null;
}

const countOf = (side: LaterEvent["before"]): number | null =>
  typeof side?.eligible === "number" ? side.eligible : null;

/** How many might use a case at a place at the signature; the first count after it, where nobody had counted them. */
function eligibleAt(readings: readonly KeptReading[], events: readonly LaterEvent[]): number | null {
  let latest: { on: Day; eligible: number | null } | null = null;
  for (const { id, on, eligible } of readings) {
    const first = events.find(({ subjectId }) => subjectId === id);
    if (first && first.before === null) continue;
    if (latest === null || on > latest.on) latest = { on, eligible: first ? countOf(first.before) : eligible };
  }
  if (latest && latest.eligible !== null) return latest.eligible;
  const ids = new Set(readings.map(({ id }) => id));
  const counted = events.filter(({ subjectId }) => ids.has(subjectId)).map(({ after }) => countOf(after));
  return counted.find((count) => count !== null) ?? null;
}

/**
 * The places of a case as a signature knew them, by what happened since. Where nothing was open yet, the first place that
 * opened is what was signed for.
 */
export function signedFor(
  now: readonly Reached[],
  readings: readonly KeptReading[],
  later: readonly LaterEvent[],
): Reached[] {
  const moves = later.filter(({ subject }) => subject === "roll-out-site");
  const counts = later.filter(({ subject }) => subject === "roll-out-reading");
  const places = now.map(({ id, stage }) => {
    const first = moves.find(({ subjectId }) => subjectId === id);
    const was = first ? ((first.before?.siteStage ?? "planned") as SiteStage) : stage;
    const of = readings.filter(({ siteId }) => siteId === id);
    return { id, stage: was, eligible: eligibleAt(of, counts) };
  });
  if (places.some(isOpen)) return places;
  const opened = moves.find(({ after }) => isOpen({ stage: after?.siteStage as SiteStage }));
  return places.map((place) => (place.id === opened?.subjectId ? { ...place, stage: "live" as const } : place));
}
