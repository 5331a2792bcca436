import type { RiskClass } from "./choosing/scenario";
import type { CaseFigures } from "./filters";
import type { RankedStage } from "./ranking";

/** A case among those that the committee can still choose between, as its reader may see it. */
export interface FieldCase extends CaseFigures {
  stage: RankedStage;
  departmentId: number | null;
  riskClass: RiskClass;
  /** The newest POC's cap; null without one. */
  people: number | null;
  /** The third axis, 0-100; null where the model has none. */
  risk: number | null;
  /** How many members have scored it. */
  assessments: number;
}
