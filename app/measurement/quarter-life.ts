import { addQuarters, type Quarter } from "#app/kernel/quarter";

export const QUARTER_STATUSES = ["open", "collecting", "in-review", "closed"] as const;
/** How far the collection of a quarter is. */
export type QuarterStatus = (typeof QUARTER_STATUSES)[number];

/** What comes after a status; a closed quarter stays closed. */
export function nextStatus(status: QuarterStatus): QuarterStatus | null {
  return QUARTER_STATUSES[QUARTER_STATUSES.indexOf(status) + 1] ?? null;
}

interface Reportable {
  firstQuarter: Quarter;
  lastQuarter: Quarter | null;
}

/** Whether a KPI has a value to report for a quarter. */
export function covers({ firstQuarter, lastQuarter }: Reportable, quarter: Quarter): boolean {
  return firstQuarter <= quarter && (lastQuarter === null || quarter <= lastQuarter);
}

export type ReportRefusal = "closed" | "not-begun" | "outside" | "accepted";

/** Why a report may not be written now, or null when it may. */
export function whyNotReport(about: {
  status: QuarterStatus;
  quarter: Quarter;
  current: Quarter;
  kpi: Reportable;
  review: "waiting" | "accepted" | "sent-back" | null;
}): ReportRefusal | null {
  if (about.status === "closed") return "closed";
  if (about.quarter > about.current) return "not-begun";
  if (!covers(about.kpi, about.quarter)) return "outside";
  // What finance has accepted is theirs until they send it back.
  if (about.review === "accepted") return "accepted";
  return null;
}

export interface QuarterRow {
  quarter: Quarter;
  status: QuarterStatus;
}

/**
 * The quarter that people report on when nobody says which: the earliest one that is being collected or reviewed,
 * else the last one that is over, else (when that is closed) the current one.
 */
export function quarterToReport(known: readonly QuarterRow[], current: Quarter): Quarter {
  const busy = known
    .filter(({ status }) => status === "collecting" || status === "in-review")
    .map(({ quarter }) => quarter)
    .sort()
    .at(0);
  if (busy) return busy;
  const last = addQuarters(current, -1);
  return known.some(({ quarter, status }) => quarter === last && status === "closed") ? current : last;
}

/** The quarter that a reader of figures wants first: the last one that is closed, else the last one that is over. */
export function quarterToRead(known: readonly QuarterRow[], current: Quarter): Quarter {
  const closed = known
    .filter(({ status }) => status === "closed")
    .map(({ quarter }) => quarter)
    .sort();
  return closed.at(-1) ?? addQuarters(current, -1);
}
