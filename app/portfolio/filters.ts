import { type Day, isDay } from "#app/kernel/day";
import { isQuarter, type Quarter } from "#app/kernel/quarter";

export const EVIDENCE_FILTERS = ["0", "1", "2", "3", "proven"] as const;
export type EvidenceFilter = (typeof EVIDENCE_FILTERS)[number];

/** What a number on the dashboard was made of: the filters that its link carries, all in the address. */
export interface Filters {
  quarter: Quarter | null;
  /** All quarters up to this one: cumulative figures. */
  until: Quarter | null;
  /** 0: cases without a department. */
  departmentId: number | null;
  evidence: EvidenceFilter | null;
  /** The reference of a case. */
  case: string | null;
  /** As the figures stood at the end of this day; null is now. */
  asOf: Day | null;
}

export function filtersFrom(address: URLSearchParams): Filters {
  const quarterOf = (name: string) => {
    const text = (address.get(name) ?? "").toUpperCase();
    return isQuarter(text) ? text : null;
  };
  const department = address.get("department") ?? "";
  const evidence = address.get("evidence");
  const on = address.get("on") ?? "";
  return {
    quarter: quarterOf("quarter"),
    until: quarterOf("until"),
    departmentId: /^\d{1,9}$/.test(department) ? Number(department) : null,
    evidence: EVIDENCE_FILTERS.find((each) => each === evidence) ?? null,
    case: address.get("case")?.toUpperCase() || null,
    asOf: isDay(on) ? on : null,
  };
}

/**
 * An address below the dashboard with these filters; what is null is left out. Of a past day the day book knows cases, and
 * every figure leads to them.
 */
export function drill(page: "" | "past" | "reports" | "costs" | "cases", filters: Partial<Filters>): string {
  const { quarter, until, departmentId, evidence, case: reference, asOf } = filters;
  const entries = { on: asOf, quarter, until, department: departmentId, evidence, case: reference };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  const below = asOf ? (page && page !== "past" ? "past/cases" : "past") : page;
  const path = below ? `/dashboard/${below}` : "/dashboard";
  return query.size ? `${path}?${query}` : path;
}
