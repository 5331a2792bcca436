import { type Minor, minor } from "#app/kernel/money";
import type { Marks } from "./marks";
import type { Group } from "./order";
import { NONE } from "./query";

/** What stands over a group: how many cases of the view it has, and what they promise and brought together. */
export interface GroupTotals {
  /** A stage or a department's id; `none` is not known. */
  value: string;
  cases: number;
  /** Null where no case has any. */
  npvMinor: Minor | null;
  realisedMinor: Minor | null;
}

/** @param shown the cases of the page: their groups stand on it, in this order */
export function groupTotals(marks: Marks, ids: Uint32Array, group: Group, shown: readonly number[]): GroupTotals[] {
  const groups = marks.marks[group];
  const codes = [...new Set(shown.map((id) => groups[id] ?? 0))];
  const totals = new Map(codes.map((code) => [code, { cases: 0, npv: Number.NaN, realised: Number.NaN }]));
  const { npv, realised } = marks.figures;
  const more = (sum: number, amount = Number.NaN) =>
    Number.isNaN(amount) ? sum : Number.isNaN(sum) ? amount : sum + amount;
  for (const id of ids) {
    const total = totals.get(groups[id] ?? 0);
    if (!total) continue;
    total.cases += 1;
    total.npv = more(total.npv, npv[id]);
    total.realised = more(total.realised, realised[id]);
  }
  const amount = (sum: number) => (Number.isNaN(sum) ? null : minor(sum));
  return [...totals].map(([code, total]) => ({
    value: marks.names[group].texts[code] ?? NONE,
    cases: total.cases,
    npvMinor: amount(total.npv),
    realisedMinor: amount(total.realised),
  }));
}
