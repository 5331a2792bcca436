import type { Told } from "#app/kernel/told";
import type { FieldName, Operator } from "./filters";

export interface FilterDraft {
  name: Told;
  field: FieldName;
  operator: Operator;
  threshold: number;
}

/** The filters that ship: what costs a year to come back, or is very hard, needs a written exception. */
export const DEFAULT_FILTERS: readonly FilterDraft[] = [
  {
    name: { fr: "Retour en douze mois", en: "Payback within twelve months" },
    field: "paybackQuarters",
    operator: "at-most",
    threshold: 4,
  },
  {
    name: { fr: "Complexité de 70 au plus", en: "Complexity of 70 at most" },
    field: "complexity",
    operator: "at-most",
    threshold: 70,
  },
];
