import type { Minor } from "#app/kernel/money";

/** What can be added to a quarter of a case; what is left out is nothing. Amounts in minor units, signed. */
export interface Posting {
  declaredMinor?: Minor;
  estimatedMinor?: Minor;
  measuredMinor?: Minor;
  validatedMinor?: Minor;
  costMinor?: Minor;
  /** The part of `costMinor` that is not a one-off build. */
  runCostMinor?: Minor;
  reports?: number;
  /** The reports that are worth money, and the costs entered: what tells nothing from not known. */
  valuedReports?: number;
  costEntries?: number;
}

export const AMOUNTS = [
  "declaredMinor",
  "estimatedMinor",
  "measuredMinor",
  "validatedMinor",
  "costMinor",
  "runCostMinor",
  "reports",
  "valuedReports",
  "costEntries",
] as const;
export const FORECASTS = ["forecastBenefitMinor", "forecastCostMinor", "forecastRunCostMinor"] as const;

/** A change of a rollup, in minor units and counts. */
export type RollupDelta = Partial<Record<(typeof AMOUNTS)[number] | (typeof FORECASTS)[number], number>>;

/** Where a case counts. */
export interface Place {
  departmentId: number | null;
  stage: string | null;
}
