/** When an answer is due, in working days: what the author of a case is promised at its submission. */
import { addDays, type Day } from "#app/kernel/day";

/** Weekends are no working days, and neither are these. */
export interface WorkingCalendar {
  holidays: readonly Day[];
}

/** 0 is Sunday, 6 Saturday. */
const weekdayOf = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay();

export function isWorkingDay(on: Day, { holidays }: WorkingCalendar): boolean {
  const weekday = weekdayOf(on);
  return weekday !== 0 && weekday !== 6 && !holidays.includes(on);
}

/** The last day on which an answer is in time: so many working days after the day of submission, which does not count. */
export function answerDueOn(submittedOn: Day, days: number, calendar: WorkingCalendar): Day {
  let on = submittedOn;
  for (let left = Math.max(1, days); left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return on;
}

/** The part of the organisation's settings by which answers are due. */
export interface ServiceLevel extends WorkingCalendar {
  screeningDays: number;
}

/** What was promised at a submission, as it stands today. */
export function promisedAt(submittedOn: Day, today: Day, level: ServiceLevel): { dueOn: Day; late: boolean } {
  const dueOn = answerDueOn(submittedOn, level.screeningDays, level);
  return { dueOn, late: dueOn < today };
}

/** Working days after `from` up to `to`, which counts; 0 when it is no later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) count += 1;
  return count;
}

/** What was submitted before this day is late `today`: the same as asking for each when it is due. */
export function lateBefore(today: Day, days: number, calendar: WorkingCalendar): Day {
  let on = today;
  for (let left = Math.max(1, days); left > 0; ) {
    on = addDays(on, -1);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return on;
}

export interface Answered {
  submittedOn: Day;
  answeredOn: Day;
}

export interface AnswerFigures {
  count: number;
  /** Working days; null where nothing was answered. */
  median: number | null;
  /** The share answered in time, 0-1; null where nothing was answered. */
  inTime: number | null;
}

/** How long answers took: the middle one of all, and the share of those in time. */
export function figuresOf(answers: readonly Answered[], days: number, calendar: WorkingCalendar): AnswerFigures {
  const took = answers
    .map(({ submittedOn, answeredOn }) => workingDaysBetween(submittedOn, answeredOn, calendar))
    .sort((a, b) => a - b);
  if (took.length === 0) return { count: 0, median: null, inTime: null };
  const middle = took.length / 2;
  const [low = 0, high = 0] = [took[Math.ceil(middle) - 1], took[Math.floor(middle)]];
  return {
    count: took.length,
    median: (low + high) / 2,
    inTime: took.filter((one) => one <= Math.max(1, days)).length / took.length,
  };
}
