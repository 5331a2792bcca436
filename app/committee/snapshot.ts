import type { KeptScenario } from "#app/business-cases/kept-scenarios";
import type { Line } from "#app/business-cases/lines";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { FilterState } from "./filters";
import type { Vote } from "./votes";

/** The record as a committee decided on it. Decisions written before a part of it was kept do not have that part. */
export interface Snapshot {
  title?: Told;
  stage?: string | null;
  need?: Told | null;
  affected?: Told | null;
  expectedBenefit?: Told | null;
  dataInvolved?: Told | null;
  standing?: {
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
  } | null;
  filters?: { name: Told; operator: "at-most" | "at-least"; threshold: number; field: string; state: FilterState }[];
  /** Mean of the scores that each criterion had, with how many scored it. */
  criteria?: { name: Told; axis: string; weight: number; mean: number; low: number; high: number; scores: number }[];
  businessCase?: {
    number: number;
    firstQuarter: Quarter;
    horizonQuarters: number;
    discountRate: number;
    lines: Line[];
    /** Those that its author had named. */
    scenarios?: KeptScenario[];
  } | null;
  present?: string[];
  inWriting?: string[];
  votes?: { name: string; vote: Vote; why: Told | null }[];
}
