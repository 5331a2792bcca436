import type { Evidence } from "#app/kernel/evidence";
import { type Minor, minor, NOTHING } from "#app/kernel/money";

/** What a report, or a cost, counts for in its quarter: one amount in the column of its grade. */
export interface Counted {
  declaredMinor: Minor;
  estimatedMinor: Minor;
  measuredMinor: Minor;
  validatedMinor: Minor;
  costMinor: Minor;
  runCostMinor: Minor;
  reports: number;
  valuedReports: number;
  costEntries: number;
}

const NONE: Counted = {
  declaredMinor: NOTHING,
  estimatedMinor: NOTHING,
  measuredMinor: NOTHING,
  validatedMinor: NOTHING,
  costMinor: NOTHING,
  runCostMinor: NOTHING,
  reports: 0,
  valuedReports: 0,
  costEntries: 0,
};

export const GRADE_COLUMNS = ["declaredMinor", "estimatedMinor", "measuredMinor", "validatedMinor"] as const;

/** The costs that people enter. */
export const ENTERED_KINDS = ["build", "licence", "usage", "run", "review", "change"] as const;
export type EnteredKind = (typeof ENTERED_KINDS)[number];
/** With what incidents cost, which is entered at the incident. */
export const COST_KINDS = [...ENTERED_KINDS, "incident"] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What a report counts for; one that does not exist counts for nothing. A value that is not money counts as a report, and not as money. */
export function countedReport(report: { evidence: Evidence; realisedMinor: Minor | null } | null): Counted {
  if (!report) return NONE;
  const valuedReports = report.realisedMinor === null ? 0 : 1;
  return { ...NONE, reports: 1, valuedReports, [GRADE_COLUMNS[report.evidence]]: report.realisedMinor ?? NOTHING };
}

/** All costs that were entered count, a zero too; those of the one-off build are left out of the run cost that quarter ROI is set against. */
export function countedCost(kind: CostKind, amountMinor: Minor | null): Counted {
  if (amountMinor === null) return NONE;
  return { ...NONE, costEntries: 1, costMinor: amountMinor, runCostMinor: kind === "build" ? NOTHING : amountMinor };
}

/** What must be posted so that `before` becomes `after`. */
export function difference(before: Counted, after: Counted): Counted {
  const less = (name: Exclude<keyof Counted, "reports" | "valuedReports" | "costEntries">) =>
    minor(after[name] - before[name]);
  return {
    declaredMinor: less("declaredMinor"),
    estimatedMinor: less("estimatedMinor"),
    measuredMinor: less("measuredMinor"),
    validatedMinor: less("validatedMinor"),
    costMinor: less("costMinor"),
    runCostMinor: less("runCostMinor"),
    reports: after.reports - before.reports,
    valuedReports: after.valuedReports - before.valuedReports,
    costEntries: after.costEntries - before.costEntries,
  };
}
