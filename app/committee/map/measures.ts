/** What the map can lay its cases out by: only what the records hold of every case. */
import type { FieldCase } from "../field";
import type { Ranked } from "../ranking";

export type MeasureUnit = "score" | "money" | "percent" | "quarters" | "number";

interface Measure {
  unit: MeasureUnit;
  read(row: Ranked<FieldCase>): number | null;
}

export const MEASURES = {
  complexity: { unit: "score", read: (row) => row.case.complexity },
  value: { unit: "score", read: (row) => row.case.value },
  risk: { unit: "score", read: (row) => row.case.risk },
  npvP50Minor: { unit: "money", read: (row) => row.case.npvP50Minor },
  riskAdjusted: { unit: "money", read: (row) => row.riskAdjustedNpv },
  perCost: { unit: "number", read: (row) => row.perCost },
  totalCostMinor: { unit: "money", read: (row) => row.case.totalCostMinor },
  totalBenefitMinor: { unit: "money", read: (row) => row.case.totalBenefitMinor },
  roi: { unit: "percent", read: (row) => row.case.roi },
  paybackQuarters: { unit: "quarters", read: (row) => row.case.paybackQuarters },
  people: { unit: "number", read: (row) => row.case.people },
  assessments: { unit: "number", read: (row) => row.case.assessments },
} as const satisfies Record<string, Measure>;

const ASSESSED = ["complexity", "value", "risk", "assessments"];
const PLACED = ["riskAdjusted", "perCost"];

/** Where a measure of a case is worked out; null of what its place in the order says. */
export function sourceOf(name: MeasureName, reference: string): string | null {
  if (PLACED.includes(name)) return null;
  if (ASSESSED.includes(name)) return `/use-cases/${reference}/assessment#score`;
  return `/use-cases/${reference}/${name === "people" ? "poc" : "business-case"}`;
}

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as [MeasureName, ...MeasureName[]];

export const SIZES = ["npvP50Minor", "totalCostMinor", "people", "none"] as const;
export type Size = (typeof SIZES)[number];

export const COLOURS = ["quadrant", "department", "stage", "class", "filters"] as const;
export type Colour = (typeof COLOURS)[number];

export const unitOf = (name: MeasureName): MeasureUnit => MEASURES[name].unit;
export const measured = (name: MeasureName, row: Ranked<FieldCase>): number | null => MEASURES[name].read(row);

/** What a case is grouped by, as a key whose words the page knows; a department by its id. */
export function groupOf(colour: Colour, row: Ranked<FieldCase>): string {
  switch (colour) {
    case "quadrant":
      return row.quadrant;
    case "department":
      return String(row.case.departmentId ?? 0);
    case "stage":
      return row.case.stage;
    case "class":
      return row.case.riskClass;
    case "filters":
      return row.passes ? "pass" : "stopped";
  }
}
