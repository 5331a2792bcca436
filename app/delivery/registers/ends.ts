import { addDays, type Day, daysBetween } from "#app/kernel/day";

/** What of a register comes to an end, or must be decided by a day. */
export const ENDS = ["notice", "renewal", "contract-over", "end-of-life", "past-life", "review"] as const;
export type EndKind = (typeof ENDS)[number];

/** Days before an end from which on it is shown. */
export const SHOWN_DAYS = 120;
/** Days before an end at which its owner is told, once each; the last is the day itself. */
export const TOLD_AT = [90, 30, 7, 0] as const;

export interface End {
  kind: EndKind;
  /** The day by which somebody must have acted. */
  on: Day;
  daysLeft: number;
}

interface Contract {
  renewsOn: Day | null;
  noticeDays: number | null;
  autoRenews: boolean | null;
}

const endOf = (kind: EndKind, on: Day, today: Day): End => ({ kind, on, daysLeft: daysBetween(today, on) });

/**
 * What a contract asks for next: first the last day of notice, where one is known and to come; then its renewal. A
 * contract that does not renew by itself, or of which nobody knows, is over after its day.
 */
export function contractEnd({ renewsOn, noticeDays, autoRenews }: Contract, today: Day): End | null {
  if (renewsOn === null) return null;
  const notice = noticeDays === null || noticeDays === 0 ? null : addDays(renewsOn, -noticeDays);
  const next =
    notice !== null && notice >= today
      ? endOf("notice", notice, today)
      : renewsOn >= today
        ? endOf("renewal", renewsOn, today)
        : autoRenews === true
          ? null
          : endOf("contract-over", renewsOn, today);
  return next && next.daysLeft <= SHOWN_DAYS ? next : null;
}

/** A model that its maker ends, soon or already. */
export function lifeEnd(endOfLifeOn: Day | null, today: Day): End | null {
  if (endOfLifeOn === null) return null;
  const end = endOf(endOfLifeOn < today ? "past-life" : "end-of-life", endOfLifeOn, today);
  return end.daysLeft <= SHOWN_DAYS ? end : null;
}

export function reviewDue(reviewOn: Day | null, today: Day): End | null {
  if (reviewOn === null) return null;
  const end = endOf("review", reviewOn, today);
  return end.daysLeft <= SHOWN_DAYS ? end : null;
}

/** The step of `TOLD_AT` that an end has reached: 30 from the thirtieth day before it on; null before the first. */
export function stepReached({ daysLeft }: End): number | null {
  return [...TOLD_AT].reverse().find((step) => daysLeft <= step) ?? null;
}
