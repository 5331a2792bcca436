import { type Day, dayIn } from "./day";
import { type Quarter, quarterOf } from "./quarter";

/** The moment at which a command runs, as the organisation's calendar reads it. */
export interface When {
  now: Date;
  today: Day;
  quarter: Quarter;
}

/** @param fiscalFirstMonth 1-12 */
export function whenAt(now: Date, calendar: { timeZone: string; fiscalFirstMonth: number }): When {
  const today = dayIn(now, calendar.timeZone);
  return { now, today, quarter: quarterOf(today, calendar.fiscalFirstMonth) };
}
