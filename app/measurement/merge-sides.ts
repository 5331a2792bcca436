import type { Told } from "#app/kernel/told";
import type { Stage } from "#app/use-cases/stages";

/** What goes along with a case that is merged. */
export const GOES = ["comments", "votes", "followers", "tags", "files", "links", "coSponsors"] as const;

/** One side of a merge, and all that hangs on it. */
export interface MergeSide {
  id: number;
  reference: string;
  title: Told;
  need: Told | null;
  stage: Stage | null;
  department: Told | null;
  people: number | null;
  hours: number | null;
  goes: Record<(typeof GOES)[number], number>;
}
