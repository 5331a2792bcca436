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
  /** Of those that left, the median of days that they stayed. */
  medianDays: number | null;
}

const placeOf = (stage: string | null) => (WAY_THROUGH as readonly (string | null)[]).indexOf(stage);

/** The lower of the two middle values where they are even in number. */
export function weightedMedian(values: readonly { value: number; count: number }[]): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (passed * 2 >= total) return value;
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
    return {
      stage,
      entered: sum(own),
      still: sum(own) - gone,
      onward,
      out,
      back: gone - onward - out,
      conversion: gone === 0 ? null : onward / gone,
      medianDays: weightedMedian(left.flatMap(({ days, count }) => (days === null ? [] : [{ value: days, count }]))),
    };
  });
}
