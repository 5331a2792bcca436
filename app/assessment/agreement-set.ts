/** The cases of which the members' orders are compared, and what comes of it. */
import type { Told } from "#app/kernel/told";
import type { Stage } from "#app/use-cases/stages";
import type { Agreement, NoAgreement } from "./kendall";
import type { Axis } from "./score";

/** Of more cases than this the newest are compared: nobody reads a longer table. */
export const MOST_COMPARED = 500;

/** Which cases are compared: those of a list, such as a session's, or all that fit. */
export interface CaseSet {
  ids: readonly number[] | null;
  departmentId: number | null;
  stage: Stage | null;
}

export interface AxisAgreement {
  axis: Axis;
  agreement: Agreement | NoAgreement;
  raters: string[];
  /** Who scored too little of it to be compared. */
  ratersLeft: string[];
  cases: {
    reference: string;
    title: Told /** One rank a rater, the highest score first. */;
    ranks: number[];
    sum: number;
  }[];
  casesLeft: number;
}

export interface AgreementOfSet {
  axes: AxisAgreement[];
  /** Cases with scores, and of those how many the reader may not see. */
  scored: number;
  hidden: number;
  /** How many models their scores were given with. */
  models: number;
}
