import type { OverrideView, RoundView } from "#app/assessment/round-view";
import type { KeptScenario } from "#app/business-cases/kept-scenarios";
import type { Line } from "#app/business-cases/lines";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { FieldName, FilterState, FilterWhy, Operator } from "./filters";
import type { Placed } from "./ranking";
import type { CastVote } from "./votes";

export interface KeptStanding {
  value: number | null;
  complexity: number | null;
  assessments: number;
  contested: number;
  npvMinor: Minor | null;
  npvP50Minor: Minor | null;
  totalCostMinor: Minor | null;
  totalBenefitMinor: Minor | null;
  roi: number | null;
  paybackQuarters: number | null;
}

export interface KeptFilter {
  name: Told;
  operator: Operator;
  threshold: number;
  field: FieldName;
  state: FilterState;
  /** The case's own figure, and why; left out where they were not kept yet. */
  actual?: number | null;
  why?: FilterWhy;
}

/** What a place in the order was made of; the figures that it came of stand in the standing. */
export type KeptPlace = Pick<Placed, "quadrant" | "probability" | "riskAdjustedNpv" | "perCost">;

export interface KeptBusinessCase {
  number: number;
  firstQuarter: Quarter;
  horizonQuarters: number;
  discountRate: number;
  lines: Line[];
  /** Those that its author had named. */
  scenarios?: KeptScenario[];
}

/** What the figures of a case were worked out from on the day on which a committee read them. */
export interface KeptInputs {
  standing: KeptStanding | null;
  filters: KeptFilter[];
  /** Mean of the scores that each criterion had, with how many scored it. */
  criteria: { name: Told; axis: string; weight: number; mean: number; low: number; high: number; scores: number }[];
  /** The scores that counted, member by member, without what was said of them; null before the first. */
  round: RoundView | null;
  overrides: OverrideView[];
  /** Null while it had no place. */
  place: KeptPlace | null;
  businessCase: KeptBusinessCase | null;
}

/** The record as a committee decided on it. Decisions written before a part of it was kept do not have that part. */
export interface Snapshot extends Partial<KeptInputs> {
  title?: Told;
  stage?: string | null;
  need?: Told | null;
  affected?: Told | null;
  expectedBenefit?: Told | null;
  dataInvolved?: Told | null;
  present?: string[];
  inWriting?: string[];
  votes?: CastVote[];
}
