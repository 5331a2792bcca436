import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";

/** What the filters and the ranking read of one case: its standing. Null is not known. */
export interface CaseFigures {
  useCaseId: number;
  stage: string | null;
  /** Its reader still owes an assessment: value and complexity are not known to them. */
  scoresHidden?: boolean;
  value: number | null;
  complexity: number | null;
  npvMinor: number | null;
  /** Median NPV of the simulation. */
  npvP50Minor: number | null;
  totalBenefitMinor: number | null;
  totalCostMinor: number | null;
  roi: number | null;
  /** Null with a business case: never within the horizon. */
  paybackQuarters: number | null;
  /** As the case itself says. */
  peopleAffected: number | null;
}

export type FieldUnit = "quarters" | "score" | "money" | "percent" | "people";

/** Between what a threshold makes sense, in its figure's own unit. */
export const THRESHOLD_LIMITS: Record<FieldUnit, { min: number; max: number }> = {
  quarters: { min: 0, max: 80 },
  score: { min: 0, max: 100 },
  money: { min: -1e13, max: 1e13 },
  percent: { min: -1, max: 1_000 },
  people: { min: 0, max: 10_000_000 },
};

interface Field {
  unit: FieldUnit;
  /** Where the figure comes from: what is missing when there is none. */
  from: "case" | "assessment" | "business-case";
  read(figures: CaseFigures): number | null;
}

/** The figures that a filter may read. Money in minor units, shares as decimals, scores 0-100. */
export const FIELDS = {
  paybackQuarters: { unit: "quarters", from: "business-case", read: (f) => f.paybackQuarters },
  npvMinor: { unit: "money", from: "business-case", read: (f) => f.npvMinor },
  npvP50Minor: { unit: "money", from: "business-case", read: (f) => f.npvP50Minor },
  roi: { unit: "percent", from: "business-case", read: (f) => f.roi },
  totalCostMinor: { unit: "money", from: "business-case", read: (f) => f.totalCostMinor },
  totalBenefitMinor: { unit: "money", from: "business-case", read: (f) => f.totalBenefitMinor },
  value: { unit: "score", from: "assessment", read: (f) => f.value },
  complexity: { unit: "score", from: "assessment", read: (f) => f.complexity },
  peopleAffected: { unit: "people", from: "case", read: (f) => f.peopleAffected },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as [FieldName, ...FieldName[]];

export function isField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

export const OPERATORS = ["at-most", "at-least"] as const;
export type Operator = (typeof OPERATORS)[number];

/** A rule that a case must pass to go on. */
export interface Filter {
  id: number;
  name: Told;
  field: FieldName;
  operator: Operator;
  /** In the field's own unit. */
  threshold: number;
}

/** A committee member's signed word that a case may pass a filter that it fails. */
export interface FilterException {
  useCaseId: number;
  filterId: number;
}

export type FilterState = "pass" | "fail" | "missing" | "excepted";

export type FilterWhy =
  | "within"
  | "too-high"
  | "too-low"
  /** The cumulative net never stays at or above zero within the horizon. */
  | "never"
  /** Nothing is spent, so that the return has no meaning: nothing stands against it. */
  | "no-cost"
  | "no-assessment"
  | "own-assessment"
  | "no-business-case"
  | "not-said";

export interface FilterCheck {
  filter: Filter;
  state: FilterState;
  /** The case's own figure, in the field's unit. */
  actual: number | null;
  /** Why, also where an exception lets it pass. */
  why: FilterWhy;
}

/** The sentence of a check's reason. */
export const whyKey = (why: FilterWhy): Key => `prioritise.why.${why}`;

/** One filter on one case, exceptions left aside. */
export function checkFilter(filter: Filter, figures: CaseFigures): FilterCheck {
  const field: Field = FIELDS[filter.field];
  const actual = field.read(figures);
  const said = (state: FilterState, why: FilterWhy): FilterCheck => ({ filter, state, actual, why });
  if (actual !== null) {
    if (filter.operator === "at-most" && actual > filter.threshold) return said("fail", "too-high");
    if (filter.operator === "at-least" && actual < filter.threshold) return said("fail", "too-low");
    return said("pass", "within");
  }
  if (field.from === "assessment") return said("missing", figures.scoresHidden ? "own-assessment" : "no-assessment");
  if (field.from === "case") return said("missing", "not-said");
  if (figures.npvMinor === null) return said("missing", "no-business-case");
  // With a business case, the two figures that may still be unknown say something by it.
  if (filter.field === "paybackQuarters") {
    return filter.operator === "at-most" ? said("fail", "never") : said("pass", "never");
  }
  return filter.field === "roi" ? said("pass", "no-cost") : said("missing", "no-business-case");
}

/** Every filter on one case, in the filters' order; a signed exception lets pass what fails, never what is missing. */
export function checkFilters(
  filters: readonly Filter[],
  figures: CaseFigures,
  excepted: ReadonlySet<number> = new Set(),
): FilterCheck[] {
  return filters.map((filter) => {
    const check = checkFilter(filter, figures);
    return check.state === "fail" && excepted.has(filter.id) ? { ...check, state: "excepted" } : check;
  });
}

/** The filters that stop a case: failed without an exception, or not yet known. */
export function failedChecks(checks: readonly FilterCheck[]): FilterCheck[] {
  return checks.filter(({ state }) => stops(state));
}

/** Whether nothing stops the case: every filter is passed or excepted. */
export function passesAll(checks: readonly FilterCheck[]): boolean {
  return failedChecks(checks).length === 0;
}

export interface FunnelStep {
  filter: Filter;
  /** Cases that came as far as this filter. */
  entered: number;
  /** Cases that this filter is the first to stop. */
  stopped: number;
  /** Of those stopped, cases whose figure is not known. */
  missing: number;
  /** Cases that fail this filter, whichever filter stopped them first. */
  failedInAll: number;
}

/** Whether a filter in this state stops a case. */
export const stops = (state: FilterState | undefined): boolean => state === "fail" || state === "missing";

/** How many cases each filter stops, the filters taken in their order; cases that are alike come together. */
export function funnelOf(
  filters: readonly Filter[],
  tallies: readonly { cases: number; states: readonly FilterState[] }[],
): FunnelStep[] {
  let left = tallies;
  const sum = (of: typeof tallies) => of.reduce((total, { cases }) => total + cases, 0);
  return filters.map((filter, index) => {
    const stopped = left.filter(({ states }) => stops(states[index]));
    const step: FunnelStep = {
      filter,
      entered: sum(left),
      stopped: sum(stopped),
      missing: sum(stopped.filter(({ states }) => states[index] === "missing")),
      failedInAll: sum(tallies.filter(({ states }) => states[index] === "fail")),
    };
    left = left.filter(({ states }) => !stops(states[index]));
    return step;
  });
}
