import type { Day } from "#app/kernel/day";
import { KNOWN_DAYS, type KnownDay, type Passed } from "../intake/live-entry";
import type { Stage } from "../stages";
import { type DayOrder, parseDay } from "./parse-day";
import { type Said, say } from "./said";

/** A cell that may say a day, and the name of its column. */
export interface DayCell {
  value: string;
  name: string;
}

export interface DaysSaid {
  /** Since when it stands at its stage; null where the file does not say. */
  since: Day | null;
  /** The cell of `since` was taken whole. */
  sinceIsWhole: boolean;
  /** Where it stood before, in order. */
  earlier: Passed[];
  remarks: Said[];
}

/** A cell without a digit says that there is no day: «N/A», «to be determined». */
const saysNoDay = (text: string): boolean => !/\d/.test(text);

/**
 * The days that a row knows of its case. A day that cannot be stays unknown with a remark, and its cell with the record:
 * one to come, one of a stage that the case has not reached, one after the day of a later stage.
 * @param today as of which the file can tell
 */
export function daysSaid(
  stage: Stage | undefined,
  cells: { since: DayCell; of: Readonly<Record<KnownDay, DayCell>> },
  order: DayOrder,
  today: Day,
): DaysSaid {
  const remarks: Said[] = [];
  const read = ({ value, name }: DayCell): Day | null => {
    if (!value) return null;
    const on = parseDay(value, order);
    const text = value.slice(0, 80);
    if (on && on <= today) return on;
    if (on) remarks.push(say("imports.remark.day-to-come", { column: name, text }));
    else if (!saysNoDay(value)) remarks.push(say("imports.remark.day", { column: name, text }));
    return null;
  };
  const said = read(cells.since);
  const reached = stage === undefined ? -1 : lastDayOf(stage);
  let since = said;
  let next = since;
  const earlier: Passed[] = [];
  for (const [at, one] of [...KNOWN_DAYS.entries()].reverse()) {
    const cell = cells.of[one];
    const on = read(cell);
    if (!on) continue;
    const left = (key: "imports.remark.day-beyond" | "imports.remark.day-after") =>
      remarks.push(say(key, { column: cell.name, text: cell.value.slice(0, 80) }));
    if (at > reached) left("imports.remark.day-beyond");
    else if (one === stage) next = since ??= on;
    else if (next && on > next) left("imports.remark.day-after");
    else {
      earlier.unshift({ stage: one, on });
      next = on;
    }
  }
  return { since, sinceIsWhole: said !== null, earlier, remarks };
}

/** The last of the known days that a case at this stage can have behind it; a case that left the way may have all but the end. */
function lastDayOf(stage: Stage): number {
  const at = (KNOWN_DAYS as readonly Stage[]).indexOf(stage);
  if (at >= 0) return at;
  return stage === "assessment" ? KNOWN_DAYS.indexOf("submitted") : KNOWN_DAYS.indexOf("production");
}

/** Of the days behind a case, those between where it stood and where the file says that it stands now. */
export function between(earlier: readonly Passed[], from: Stage | null, since: Day | null): Passed[] {
  const behind = from === null ? -1 : lastDayOf(from);
  return earlier.filter(
    ({ stage, on }) => (KNOWN_DAYS as readonly Stage[]).indexOf(stage) > behind && (since === null || on >= since),
  );
}
