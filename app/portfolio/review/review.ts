import type { Quarter } from "#app/kernel/quarter";
import { isLive, type Stage } from "#app/use-cases/stages";

/** How many implementations a department presents. */
export const MOST_PRESENTED = 2;
/** How many live cases a department should have, where nobody said otherwise at an earlier review. */
export const LIVE_TARGET = 3;
/** Minutes of the figures of the whole, and of a department, where nobody says otherwise. */
export const OPENING_MINUTES = 10;
export const SLOT_MINUTES = 10;

/** What keeps a case from being presented, in the order in which one would mend it. */
export const LACKS = ["stage", "kpi", "target", "actual"] as const;
export type Lack = (typeof LACKS)[number];

/** What one KPI of a case says for the quarter; a KPI always has a baseline. */
export interface KpiShown {
  /** Null: nobody said what it should reach. */
  target: number | null;
  /** Null: not reported for the quarter, not available, or sent back by finance. */
  actual: number | null;
  isGuardrail: boolean;
}

/**
 * What a case lacks to be presented: at pilot or later at the end of the quarter, and one KPI with its baseline, its
 * target and the quarter's value. Guardrails say what must not happen, and are no result. Empty: nothing.
 */
export function lacksOf({ stage, kpis }: { stage: Stage | null; kpis: readonly KpiShown[] }): Lack[] {
  const results = kpis.filter(({ isGuardrail }) => !isGuardrail);
  const aimed = results.filter(({ target }) => target !== null);
  return [
    ...(isLive(stage) ? [] : (["stage"] as const)),
    ...(results.length === 0 ? (["kpi"] as const) : aimed.length === 0 ? (["target"] as const) : []),
    // What was reported of a KPI without a target does not say whether it is reached.
    ...(results.length > 0 && !(aimed.length > 0 ? aimed : results).some(({ actual }) => actual !== null)
      ? (["actual"] as const)
      : []),
  ];
}

const MINUTES_OF_A_DAY = 24 * 60;

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A clock's time after so many minutes: `09:30` and 45 are `10:15`. Past midnight it begins anew. */
export function timeAfter(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(":").map(Number);
  const at = (hours * 60 + past + minutes) % MINUTES_OF_A_DAY;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** When each part of a review begins and ends, one after the other, in the order given. */
export function timed<Slot extends { minutes: number }>(
  { startsAt, openingMinutes }: { startsAt: string; openingMinutes: number },
  slots: readonly Slot[],
): { opening: { from: string; until: string }; slots: (Slot & { from: string; until: string })[]; until: string } {
  let gone = openingMinutes;
  const placed = slots.map((slot) => {
    const from = timeAfter(startsAt, gone);
    gone += slot.minutes;
    return { ...slot, from, until: timeAfter(startsAt, gone) };
  });
  const opening = { from: startsAt, until: timeAfter(startsAt, openingMinutes) };
  return { opening, slots: placed, until: timeAfter(startsAt, gone) };
}

/** The address of a review, or of a department at it. */
export function reviewAddress(quarter: Quarter, { departmentId }: { departmentId?: number } = {}): string {
  const query = new URLSearchParams({ quarter });
  if (departmentId !== undefined) query.set("department", String(departmentId));
  return `/quarterly-review?${query}`;
}
