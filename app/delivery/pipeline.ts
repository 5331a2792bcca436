import { z } from "zod";
import type { Day } from "#app/kernel/day";
import { type Stage, WAY_THROUGH, WAYS_OUT } from "#app/use-cases/stages";

/** The gate that a case at a stage stands before; none for those that are through, or out. */
export const NEXT_GATE: Readonly<Partial<Record<Stage, Stage>>> = {
  submitted: "assessment",
  assessment: "approved",
  approved: "poc",
  poc: "pilot",
  pilot: "production",
};

/** The columns of the board: the way through, what waits, and what never said where it stands. */
export const BOARD_STAGES = ["submitted", "assessment", "approved", "poc", "pilot", "production", "on-hold"] as const;
export type BoardStage = (typeof BOARD_STAGES)[number];

/** The stages in which work goes on, and of which too much at once slows all of it. */
export const LIMITED_STAGES = ["submitted", "assessment", "approved", "poc", "pilot"] as const;
export type LimitedStage = (typeof LIMITED_STAGES)[number];

export const MOST_LIMIT = 9_999;

export type StageLimits = Partial<Record<LimitedStage, number>>;

const limit = z
  .string()
  .trim()
  .transform((typed) => (typed === "" ? null : Number(typed)))
  .refine(
    (most) => most === null || (Number.isInteger(most) && most >= 1 && most <= MOST_LIMIT),
    "delivery.input.limit",
  );

/** The limits of the board, one field a stage; an empty one is no limit. */
export const limitsInput = z.object({
  submitted: limit,
  assessment: limit,
  approved: limit,
  poc: limit,
  pilot: limit,
});

export function isLimited(stage: Stage | null): stage is LimitedStage {
  return (LIMITED_STAGES as readonly (Stage | null)[]).includes(stage);
}

/**
 * How many cards each column of a board shows: all of them as long as a screen can hold them, and otherwise those that
 * wait longest in each.
 */
export function shownOf(cases: number): number {
  return cases <= 1_000 ? 1_000 : 100;
}

/** What an address says of the board: whose cases it shows, and whether in lanes; with both as an address writes them. */
export function boardOf(query: URLSearchParams): { departmentId: number | null; lanes: boolean; query: string } {
  const chosen = Number(query.get("department"));
  const departmentId = Number.isSafeInteger(chosen) && chosen > 0 ? chosen : null;
  const lanes = query.get("lanes") === "department";
  const parts = [departmentId === null ? "" : `department=${departmentId}`, lanes ? "lanes=department" : ""];
  return { departmentId, lanes, query: parts.filter(Boolean).join("&") };
}

/** Out of the way: counted under the board. */
export const ENDED_STAGES = [
  "retired",
  "stopped",
  "rejected",
  "merged",
  "withdrawn",
] as const satisfies readonly Stage[];

export const FLOW_STAGES = ["submitted", "assessment", "approved", "poc", "pilot", "production"] as const;

/** So many stays at a stage, which lasted so many days and led to `next`; both null while they last. */
export interface Stays {
  stage: string | null;
  next: string | null;
  days: number | null;
  count: number;
}

export interface FlowStep {
  stage: (typeof FLOW_STAGES)[number];
  /** Stays at this stage, ever. */
  entered: number;
  still: number;
  onward: number;
  back: number;
  out: number;
  /** Of those that left, the share that went on; null while none left. */
  conversion: number | null;
  /** Of those that left, how many days half of them stayed at most, and how many 85 of a hundred. */
  medianDays: number | null;
  p85Days: number | null;
}

const placeOf = (stage: string | null) => (WAY_THROUGH as readonly (string | null)[]).indexOf(stage);

/** The least value that this share of all is not above: the nearest-rank percentile, a value that was seen. */
export function weightedPercentile(values: readonly { value: number; count: number }[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    // A hair of tolerance: 0.85 × 20 is a little more than 17 in binary.
    if (passed >= total * share - 1e-9) return value;
  }
  return null;
}

/** How cases flow through each stage of the way: how many went on, back or out, and how long that took. */
export function flowOf(rows: readonly Stays[]): FlowStep[] {
  return FLOW_STAGES.map((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    const sum = (some: readonly Stays[]) => some.reduce((total, { count }) => total + count, 0);
    const left = own.filter(({ next }) => next !== null);
    const onward = sum(left.filter(({ next }) => placeOf(next) > placeOf(stage)));
    const out = sum(left.filter(({ next }) => (WAYS_OUT as readonly (string | null)[]).includes(next)));
    const gone = sum(left);
    const stayed = left.flatMap(({ days, count }) => (days === null ? [] : [{ value: days, count }]));
    return {
      stage,
      entered: sum(own),
      still: sum(own) - gone,
      onward,
      out,
      back: gone - onward - out,
      conversion: gone === 0 ? null : onward / gone,
      medianDays: weightedPercentile(stayed, 0.5),
      p85Days: weightedPercentile(stayed, 0.85),
    };
  });
}

/** A stay at a stage that ended: which case, on what day it left, after how many days. */
export interface Cycle {
  reference: string;
  leftOn: Day;
  days: number;
}

/** What a month brought to an end, or let in. */
export interface MonthOfFlow {
  /** `2026-11`. */
  month: string;
  submitted: number;
  approved: number;
  production: number;
  stopped: number;
}

export const THROUGHPUT = ["submitted", "approved", "production", "stopped"] as const satisfies readonly Stage[];

/** The months that end with a day's own, oldest first. */
export function monthsUntil(today: Day, count: number): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + month - (count - 1 - index);
    return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

/** Entries of stages by month as a table that names every month, those without any as well. */
export function throughputOf(
  rows: readonly { month: string; stage: string; count: number }[],
  months: readonly string[],
): MonthOfFlow[] {
  const of = (month: string, stage: string) =>
    rows.filter((row) => row.month === month && row.stage === stage).reduce((sum, { count }) => sum + count, 0);
  return months.map((month) => ({
    month,
    submitted: of(month, "submitted"),
    approved: of(month, "approved"),
    production: of(month, "production"),
    stopped: of(month, "stopped"),
  }));
}

/** What POCs took so far, of those that ended: each figure is the median of those that know it. */
export interface PocFigures {
  ended: number;
  days: number | null;
  people: number | null;
  budgetMinor: number | null;
  verdicts: { scale: number; pivot: number; stop: number };
}
