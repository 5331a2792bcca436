import type { Minor } from "#app/kernel/money";

/** What a committee reads of a case on its table; null is not known yet. */
export interface Figures {
  value: number | null;
  complexity: number | null;
  assessments: number;
  npvMinor: Minor | null;
  /** The simulation's median. */
  npvP50Minor: Minor | null;
  totalCostMinor: Minor | null;
  paybackQuarters: number | null;
  /** Among `ranked` cases, from 1. */
  rank: number | null;
  ranked: number;
  filtersFailed: number;
}

const FIGURES = [
  "value",
  "complexity",
  "assessments",
  "npvMinor",
  "npvP50Minor",
  "totalCostMinor",
  "paybackQuarters",
  "rank",
  "filtersFailed",
] as const satisfies readonly (keyof Figures)[];
export type Figure = (typeof FIGURES)[number];

/** The figures of a frozen shortlist that are others today. That more or fewer cases are ranked changes no figure of a case. */
export function movedSince(frozen: Figures, today: Figures): Figure[] {
  return FIGURES.filter((figure) => frozen[figure] !== today[figure]);
}
