import {
  type CaseFigures,
  checkFilters,
  type Filter,
  type FilterCheck,
  type FilterException,
  passesAll,
} from "./filters";

/** Both axes are parted in their middle. */
export const QUADRANT_THRESHOLD = 50;

/** Where high value begins, and above what complexity is high. */
export interface Thresholds {
  value: number;
  complexity: number;
}

export const HOUSE_THRESHOLDS: Thresholds = { value: QUADRANT_THRESHOLD, complexity: QUADRANT_THRESHOLD };

/** In the order in which they rank. */
export const QUADRANTS = ["quick-win", "strategic-bet", "fill-in", "avoid"] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** The stages whose cases are put in order: those that the committee can still choose between. */
export const RANKED_STAGES = ["assessment", "approved", "poc"] as const;
export type RankedStage = (typeof RANKED_STAGES)[number];

export function isRanked(stage: string | null): stage is RankedStage {
  return (RANKED_STAGES as readonly (string | null)[]).includes(stage);
}

/**
 * How likely a case of a stage is to reach production. House defaults, not a measure: about half of all POCs go on in
 * published surveys of AI programmes, and each stage passed before it has taken away some of the doubt.
 */
export const SUCCESS_BY_STAGE: Readonly<Record<RankedStage, number>> = { assessment: 0.4, approved: 0.5, poc: 0.6 };

/** High value begins at the threshold; high complexity begins above it. */
export function quadrantOf(value: number, complexity: number, part: Thresholds = HOUSE_THRESHOLDS): Quadrant {
  if (value >= part.value) return complexity <= part.complexity ? "quick-win" : "strategic-bet";
  return complexity <= part.complexity ? "fill-in" : "avoid";
}

/** A case with all that its place is made of. */
export interface Placed<Case extends CaseFigures = CaseFigures> {
  case: Case;
  checks: FilterCheck[];
  passes: boolean;
  quadrant: Quadrant;
  /** Probability of success of its stage. */
  probability: number;
  /** P50 of the NPV × probability of success, in minor units, not rounded. */
  riskAdjustedNpv: number;
  /** Risk-adjusted NPV ÷ total cost; null where nothing is spent. */
  perCost: number | null;
}

export interface Ranked<Case extends CaseFigures = CaseFigures> extends Placed<Case> {
  /** From 1. */
  rank: number;
}

/** What a case cannot be placed without; the reader's own assessment, where its scores are hidden until then. */
export type Missing = "assessment" | "own-assessment" | "business-case";

/** A case that takes part but cannot be placed yet. */
export interface Unplaced<Case extends CaseFigures = CaseFigures> {
  case: Case;
  checks: FilterCheck[];
  missing: Missing[];
}

export interface Ranking<Case extends CaseFigures = CaseFigures> {
  ranked: Ranked<Case>[];
  /** In order of id. */
  unplaced: Unplaced<Case>[];
}

export function place<Case extends CaseFigures>(
  figures: Case,
  checks: FilterCheck[],
  probabilities: Readonly<Record<RankedStage, number>> = SUCCESS_BY_STAGE,
  thresholds: Thresholds = HOUSE_THRESHOLDS,
): Placed<Case> | Unplaced<Case> {
  const { value, complexity, npvP50Minor, totalCostMinor, stage } = figures;
  if (value === null || complexity === null || npvP50Minor === null || totalCostMinor === null) {
    const missing: Unplaced["missing"] = [];
    if (value === null || complexity === null) {
      missing.push(figures.scoresHidden ? "own-assessment" : "assessment");
    }
    if (npvP50Minor === null || totalCostMinor === null) missing.push("business-case");
    return { case: figures, checks, missing };
  }
  const probability = isRanked(stage) ? probabilities[stage] : 0;
  const riskAdjustedNpv = npvP50Minor * probability;
  return {
    case: figures,
    checks,
    passes: passesAll(checks),
    quadrant: quadrantOf(value, complexity, thresholds),
    probability,
    riskAdjustedNpv,
    perCost: totalCostMinor > 0 ? riskAdjustedNpv / totalCostMinor : null,
  };
}

/**
 * Which of two placed cases comes first: those that pass the filters; then by quadrant; then by risk-adjusted NPV per
 * euro of cost (what costs nothing and brings something first); then by risk-adjusted NPV; then the older record.
 * It looks at the two alone, so that a third case never changes their order.
 */
export function compare(a: Placed, b: Placed): number {
  return (
    Number(b.passes) - Number(a.passes) ||
    QUADRANTS.indexOf(a.quadrant) - QUADRANTS.indexOf(b.quadrant) ||
    descending(yieldOf(a), yieldOf(b)) ||
    descending(a.riskAdjustedNpv, b.riskAdjustedNpv) ||
    a.case.useCaseId - b.case.useCaseId
  );
}

function yieldOf({ perCost, riskAdjustedNpv }: Placed): number {
  return perCost ?? (riskAdjustedNpv > 0 ? Number.POSITIVE_INFINITY : 0);
}

// Not a subtraction: infinity less infinity is not a number.
function descending(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** Puts the cases in order. Those without assessment or business case take part without a rank. */
export function rank<Case extends CaseFigures>(
  cases: readonly Case[],
  filters: readonly Filter[],
  exceptions: readonly FilterException[] = [],
  probabilities: Readonly<Record<RankedStage, number>> = SUCCESS_BY_STAGE,
  thresholds: Thresholds = HOUSE_THRESHOLDS,
): Ranking<Case> {
  const exceptedOf = new Map<number, Set<number>>();
  for (const { useCaseId, filterId } of exceptions) {
    const set = exceptedOf.get(useCaseId) ?? new Set<number>();
    exceptedOf.set(useCaseId, set.add(filterId));
  }
  const placed: Placed<Case>[] = [];
  const unplaced: Unplaced<Case>[] = [];
  for (const each of cases) {
    const found = place(each, checkFilters(filters, each, exceptedOf.get(each.useCaseId)), probabilities, thresholds);
    if ("missing" in found) unplaced.push(found);
    else placed.push(found);
  }
  return {
    ranked: placed.sort(compare).map((each, index) => Object.assign(each, { rank: index + 1 })),
    unplaced: unplaced.sort((a, b) => a.case.useCaseId - b.case.useCaseId),
  };
}

export interface Rank {
  rank: number;
  /** How many cases were put in order. */
  ranked: number;
}

/** A case's rank in a ranking; null when it has none. */
export function rankOf(ranking: Ranking, useCaseId: number): Rank | null {
  const found = ranking.ranked.find((each) => each.case.useCaseId === useCaseId);
  return found ? { rank: found.rank, ranked: ranking.ranked.length } : null;
}
