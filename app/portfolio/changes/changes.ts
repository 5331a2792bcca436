import { type Minor, minor, NOTHING } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { type Movement, movementOf } from "#app/kernel/trend";
import type { Stage } from "#app/use-cases/stages";
import type { Figures } from "../sums";

/**
 * How a case moved the realised value from one quarter to the next: it brought its first value, brought value again
 * after a quarter without, brought more, brought less, said nothing while it was live, or had stopped being live.
 */
export const CHANGE_KINDS = ["new", "back", "grown", "shrunk", "silent", "stopped"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export function isChangeKind(text: string | null): text is ChangeKind {
  return (CHANGE_KINDS as readonly (string | null)[]).includes(text);
}

export interface ChangesFilter {
  quarter: Quarter;
  departmentId?: number | null;
  kind?: ChangeKind | null;
  after?: string | null;
}

/** The address of an account; what is null is left out. */
export function changesAddress({ quarter, departmentId = null, kind = null, after = null }: ChangesFilter): string {
  const query = new URLSearchParams({ quarter });
  if (departmentId !== null) query.set("department", String(departmentId));
  if (kind !== null) query.set("kind", kind);
  if (after !== null) query.set("after", after);
  return `/dashboard/changes?${query}`;
}

/** What all cases of a kind changed together. */
export interface ChangeSum {
  kind: ChangeKind;
  cases: number;
  difference: Minor;
}

/** What restatements changed of the quarter before since its close. */
export interface Restated {
  reports: number;
  difference: Minor;
}

/** The value of a report that is worth money, with the terms it was worked out with. */
export interface ValuedReport {
  reportId: number;
  kpiId: number;
  kpi: Told;
  unit: string;
  quarter: Quarter;
  actual: number;
  realised: Minor;
  direction: string;
  baseline: number;
  valuePerUnit: number | null;
  attribution: number;
  share: number;
  note: Told | null;
}

/** Why the value of a case moved, as its own records tell it: the KPI that moved it most, from what to what. */
export interface Why {
  kpi: Told;
  unit: string;
  from: number | null;
  to: number | null;
  /** Baseline, value per unit, attribution or share are no longer those of the quarter before. */
  otherTerms: boolean;
  /** What this KPI changed; the case's other KPIs changed the rest. */
  difference: Minor;
  others: number;
  reportId: number;
  note: Told | null;
}

const termsOf = (row: ValuedReport) =>
  [row.direction, row.baseline, row.valuePerUnit, row.attribution, row.share].map(String).join("|");

/** The KPI that moved a case most between two quarters; the lower number where two moved it as much. Null without any. */
export function whyOf(reports: readonly ValuedReport[], quarter: Quarter): Why | null {
  const at = (kpiId: number, of: Quarter) => reports.find((row) => row.kpiId === kpiId && row.quarter === of);
  const moved = [...new Set(reports.map(({ kpiId }) => kpiId))]
    .map((kpiId) => {
      const [from, to] = [at(kpiId, addQuarters(quarter, -1)), at(kpiId, quarter)];
      return { kpiId, from, to, difference: minor((to?.realised ?? NOTHING) - (from?.realised ?? NOTHING)) };
    })
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.kpiId - b.kpiId);
  const [first] = moved;
  const last = first?.to ?? first?.from;
  if (!first || !last) return null;
  const { from, to, difference } = first;
  return {
    kpi: last.kpi,
    unit: last.unit,
    from: from?.actual ?? null,
    to: to?.actual ?? null,
    otherTerms: from !== undefined && to !== undefined && termsOf(from) !== termsOf(to),
    difference,
    others: moved.length - 1,
    reportId: last.reportId,
    note: to?.note ?? null,
  };
}

/** One case that moved. */
export interface CaseChange {
  id: number;
  reference: string;
  title: Told;
  kind: ChangeKind;
  /** Realised value of the quarter before, and of the quarter; null: nothing was reported in money. */
  before: Minor | null;
  now: Minor | null;
  difference: Minor;
  why: Why | null;
  /** Of a case that stopped: how it left, and why. */
  left: { stage: Stage; reason: Told | null } | null;
}

export type StepKind = "before" | "restated" | ChangeKind | "now";

export interface ChangeStep {
  kind: StepKind;
  /** A level where `total`, a change otherwise. */
  value: Minor;
  total: boolean;
}

/**
 * From the realised value of the quarter before, as it was closed, to that of the quarter: what was restated since, then
 * each kind of change. The steps lead from the first level to the last one to the cent.
 */
export function stepsOf(
  before: Minor | null,
  now: Minor | null,
  sums: readonly ChangeSum[],
  restated: Restated,
): ChangeStep[] {
  const from = minor((before ?? NOTHING) - restated.difference);
  const step = (kind: StepKind, value: Minor, total = false): ChangeStep => ({ kind, value, total });
  return [
    step("before", from, true),
    ...(restated.difference === 0 ? [] : [step("restated", restated.difference)]),
    ...CHANGE_KINDS.flatMap((kind) => {
      const sum = sums.find((each) => each.kind === kind);
      return sum && sum.difference !== 0 ? [step(kind, sum.difference)] : [];
    }),
    step("now", now ?? NOTHING, true),
  ];
}

/** A sentence of the account before it is said: which one, and the figures that it says. */
export type Sentence =
  | { says: "nothing" }
  | { says: "first"; now: Minor }
  | { says: "value"; now: Minor; before: Minor; moved: Movement }
  | { says: "kind"; kind: ChangeKind; cases: number; difference: Minor }
  | { says: "restated"; reports: number; difference: Minor }
  | { says: "case"; of: CaseChange }
  | { says: "proof"; now: number; before: number | null }
  | { says: "cost"; now: Minor; before: Minor | null }
  | { says: "promise"; kept: number; forecast: Minor };

/** Cases named on their own, each way. */
const NAMED = 3;

interface Account {
  now: Pick<Figures, "realised" | "provenShare" | "cost" | "forecast" | "kept">;
  before: Pick<Figures, "realised" | "provenShare" | "cost">;
  sums: readonly ChangeSum[];
  restated: Restated;
  /** Those that moved most, largest first. */
  largest: readonly CaseChange[];
}

/**
 * What changed and why, as sentences in the order in which a reader asks: how much, by which kinds of change, by which
 * cases, how well it is proven, at what cost, against which promise. What is not known is not spoken of.
 */
export function sentencesOf({ now, before, sums, restated, largest }: Account): Sentence[] {
  const sentences: Sentence[] = [];
  const moved = movementOf(now.realised, before.realised, "up");
  if (now.realised === null) sentences.push({ says: "nothing" });
  else if (before.realised === null || !moved) sentences.push({ says: "first", now: now.realised });
  else sentences.push({ says: "value", now: now.realised, before: before.realised, moved });
  if (restated.reports > 0) sentences.push({ says: "restated", ...restated });
  const told = sums.filter(({ cases }) => cases > 0);
  told.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || order(a.kind) - order(b.kind));
  sentences.push(...told.map((sum) => ({ says: "kind" as const, ...sum })));
  const rising = largest.filter(({ difference }) => difference > 0).slice(0, NAMED);
  const falling = largest.filter(({ difference }) => difference < 0).slice(0, NAMED);
  sentences.push(...[...rising, ...falling].map((of) => ({ says: "case" as const, of })));
  if (now.provenShare !== null) sentences.push({ says: "proof", now: now.provenShare, before: before.provenShare });
  if (now.cost !== null) sentences.push({ says: "cost", now: now.cost, before: before.cost });
  if (now.kept !== null && now.forecast !== null) {
    sentences.push({ says: "promise", kept: now.kept, forecast: now.forecast });
  }
  return sentences;
}

const order = (kind: ChangeKind) => CHANGE_KINDS.indexOf(kind);
