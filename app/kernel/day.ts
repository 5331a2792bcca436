/** A calendar day, `YYYY-MM-DD`, without time or zone; sorts as text. */
export type Day = string & { readonly __is: "day" };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isDay(text: string): text is Day {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
}

/** @throws RangeError when the text is not a real day of the calendar. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

export function addDays(from: Day, days: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return day(date.toISOString().slice(0, 10));
}

/** The same day so many months later; the last of its month where that is shorter. */
export function addMonths(from: Day, months: number): Day {
  const [year, month, on] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8))];
  const last = new Date(Date.UTC(year, month + months, 0));
  return day(`${last.toISOString().slice(0, 8)}${String(Math.min(on, last.getUTCDate())).padStart(2, "0")}`);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

// Slow to make and asked for at every request; an installation has one time zone.
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant as people in `timeZone` read it. */
export function dayIn(instant: Date, timeZone: string): Day {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  calendars.set(timeZone, calendar);
  return day(calendar.format(instant));
}

/** The first instant of a day as people in `timeZone` live it. */
export function startOfDay(on: Day, timeZone: string): Date {
  return instantAt(on, "00:00", timeZone);
}

/** The instant at which the clocks of `timeZone` show a time, such as `14:05`, on a day. */
export function instantAt(on: Day, time: string, timeZone: string): Date {
  const shown = Date.parse(`${on}T${time}:00Z`);
  // The clock may change between the guess and the answer: the offset is read again where the guess led.
  const guess = shown - offsetAt(shown, timeZone);
  return new Date(shown - offsetAt(guess, timeZone));
}

/** How far ahead of UTC the clocks of `timeZone` are at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return shown - Math.floor(instant / 1000) * 1000;
}
