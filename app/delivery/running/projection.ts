import { addDays, type Day, daysBetween } from "#app/kernel/day";

/** A figure on a day: what was used since the start, or what an indicator showed. */
export interface Point {
  on: Day;
  value: number;
}

export const byDay = <Dated extends { on: Day }>(some: readonly Dated[]): Dated[] =>
  [...some].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The last points that a pace is read from: three weeks of check-ins, so that what was long ago does not speak for now. */
const PACE_POINTS = 4;

/** More than this is «never» to whoever reads it, and more than a calendar holds. */
const FURTHEST_DAYS = 3_660;

export type Reaching =
  /** The figure stands beyond the line since this day. */
  | { kind: "reached"; on: Day }
  /** Nobody can say: fewer than two figures on days apart. */
  | { kind: "unknown" }
  /** At this pace it never comes there. */
  | { kind: "never" }
  /** At this pace it is there on this day. */
  | { kind: "reaches"; on: Day };

/** What the figure gains a day, over the last points; null with fewer than two days. Points may come in any order. */
export function paceOf(points: readonly Point[]): number | null {
  const last = byDay(points).slice(-PACE_POINTS);
  const [from, to] = [last[0], last.at(-1)];
  if (!from || !to) return null;
  const days = daysBetween(from.on, to.on);
  return days > 0 ? (to.value - from.value) / days : null;
}

/**
 * When a figure comes to a line at the pace of its last points.
 * @param side on which of its sides the line is reached: `up` where more reaches it, `down` where less does
 */
export function reaching(points: readonly Point[], line: number, side: "up" | "down"): Reaching {
  const sorted = byDay(points);
  const beyond = (value: number) => (side === "up" ? value >= line : value <= line);
  const last = sorted.at(-1);
  if (!last) return { kind: "unknown" };
  if (beyond(last.value)) {
    const before = sorted.findLastIndex(({ value }) => !beyond(value));
    return { kind: "reached", on: (sorted[before + 1] ?? last).on };
  }
  const pace = paceOf(sorted);
  if (pace === null) return { kind: "unknown" };
  const days = (line - last.value) / pace;
  if (!(days > 0 && days <= FURTHEST_DAYS)) return { kind: "never" };
  return { kind: "reaches", on: addDays(last.on, Math.ceil(days)) };
}

/** What the figure comes to on a later day at its pace; null where it has none. Nothing that was used comes back. */
export function projectedOn(points: readonly Point[], on: Day): number | null {
  const last = byDay(points).at(-1);
  const pace = paceOf(points);
  if (!last || pace === null || on < last.on) return null;
  return last.value + Math.max(0, pace) * daysBetween(last.on, on);
}
