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
}

export function filtersFrom(address: URLSearchParams): Filters {
  const quarterOf = (name: string) => {
    const text = (address.get(name) ?? "").toUpperCase();
    return isQuarter(text) ? text : null;
  };
  const department = address.get("department") ?? "";
  const evidence = address.get("evidence");
  return {
    quarter: quarterOf("quarter"),
    until: quarterOf("until"),
    departmentId: /^\d{1,9}$/.test(department) ? Number(department) : null,
    evidence: EVIDENCE_FILTERS.find((each) => each === evidence) ?? null,
    case: address.get("case")?.toUpperCase() || null,
  };
}

/** An address below the dashboard with these filters; what is null is left out. */
export function drill(page: "" | "reports" | "costs" | "cases", filters: Partial<Filters>): string {
  const { quarter, until, departmentId, evidence, case: reference } = filters;
  const entries = { quarter, until, department: departmentId, evidence, case: reference };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  const path = page ? `/dashboard/${page}` : "/dashboard";
  return query.size ? `${path}?${query}` : path;
}
