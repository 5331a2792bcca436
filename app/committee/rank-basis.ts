import type { Told } from "#app/kernel/told";
import type { CheckSaid } from "./filter-words";
import type { FilterState } from "./filters";
import type { Quadrant } from "./ranking";

/** What the place of a case is made of, today or on the day on which a committee read it. */
export interface RankBasis {
  checks: readonly (CheckSaid & { filter: { name: Told }; state: FilterState })[];
  value: number | null;
  complexity: number | null;
  npvP50Minor: number | null;
  totalCostMinor: number | null;
  quadrant: Quadrant;
  /** Null where it was not kept with the rest: then neither is what follows from it. */
  probability: number | null;
  riskAdjustedNpv: number;
  perCost: number | null;
}
