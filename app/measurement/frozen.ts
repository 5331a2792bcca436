import type { Evidence } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import type { CostKind } from "./postings";

export interface FrozenReport {
  reportId: number;
  kpiId: number;
  actual: number | null;
  evidence: Evidence;
  realisedMinor: number | null;
}

export interface FrozenCost {
  useCaseId: number;
  kind: CostKind;
  amountMinor: number;
}

/**
 * The figures of a quarter as one text, always in the same order: what the hash of a close is taken over.
 * A report without a value has no figure, so that one which a restatement adds later was not there either.
 */
export function frozenText(quarter: Quarter, reports: readonly FrozenReport[], costs: readonly FrozenCost[]): string {
  const reported = reports
    .filter((row) => row.actual !== null)
    .sort((a, b) => a.reportId - b.reportId)
    .map((row) => ["report", row.reportId, row.kpiId, row.actual, row.evidence, row.realisedMinor]);
  const spent = [...costs]
    .sort((a, b) => a.useCaseId - b.useCaseId || (a.kind < b.kind ? -1 : 1))
    .map((row) => ["cost", row.useCaseId, row.kind, row.amountMinor]);
  return [[quarter], ...reported, ...spent].map((row) => JSON.stringify(row)).join("\n");
}

export interface Restated {
  reportId: number;
  oldActual: number | null;
  oldEvidence: Evidence;
  oldRealisedMinor: number | null;
}

/** The reports of a quarter as they stood at its close: what restatements changed since is put back, newest first. */
export function asClosed(reports: readonly FrozenReport[], restatements: readonly Restated[]): FrozenReport[] {
  const first = new Map<number, Restated>();
  for (const each of [...restatements].reverse()) first.set(each.reportId, each);
  return reports.map((row) => {
    const before = first.get(row.reportId);
    if (!before) return row;
    const { oldActual: actual, oldEvidence: evidence, oldRealisedMinor: realisedMinor } = before;
    return { ...row, actual, evidence, realisedMinor };
  });
}
