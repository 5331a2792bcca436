import { type Day, day } from "./day";

/**
 * A fiscal quarter, `2026-Q3`; sorts as text. The year is the calendar year in which the fiscal year begins:
 * with a fiscal year that starts in February, January 2027 belongs to `2026-Q4`.
 */
export type Quarter = string & { readonly __is: "quarter" };

const SHAPE = /^\d{4}-Q[1-4]$/;
/** Nobody means a year outside these; inside them a horizon counted from any quarter still has four digits. */
const YEARS = /^(19|2\d)/;

/** What `isQuarter` takes, for a description. */
export const QUARTER_PATTERN = "^(19\\d\\d|2\\d\\d\\d)-Q[1-4]$";

/** Whether people may say it: of the shape `2026-Q3`, and a year from 1900 to 2999. */
export function isQuarter(text: string): text is Quarter {
  return SHAPE.test(text) && YEARS.test(text);
}

/** @throws RangeError when the text is not of the shape `2026-Q3`. */
export function quarter(text: string): Quarter {
  if (!SHAPE.test(text)) throw new RangeError(`Not a quarter: ${text}`);
  return text as Quarter;
}

function ordinal(of: Quarter): number {
  return Number(of.slice(0, 4)) * 4 + Number(of.slice(6)) - 1;
}

function fromOrdinal(n: number): Quarter {
  return quarter(`${String(Math.floor(n / 4)).padStart(4, "0")}-Q${(n % 4) + 1}`);
}

export function addQuarters(from: Quarter, count: number): Quarter {
  return fromOrdinal(ordinal(from) + count);
}

/** Quarters from `from` to `to`; negative when `to` is earlier. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return ordinal(to) - ordinal(from);
}

/** Every quarter from `first` to `last`, both included. */
export function quarterRange(first: Quarter, last: Quarter): Quarter[] {
  const count = quartersBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addQuarters(first, index));
}

/** The fiscal quarter that holds a day. `fiscalFirstMonth` is 1-12. */
export function quarterOf(on: Day, fiscalFirstMonth: number): Quarter {
  const month = Number(on.slice(5, 7)) - 1;
  const months = Number(on.slice(0, 4)) * 12 + month - (fiscalFirstMonth - 1);
  return fromOrdinal(Math.floor(months / 3));
}

/** The first day of a fiscal quarter. */
export function firstDayOf(of: Quarter, fiscalFirstMonth: number): Day {
  const months = ordinal(of) * 3 + (fiscalFirstMonth - 1);
  return day(`${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`);
}

/** What the record names a quarter by, which has no number of its own: 2026-Q3 is 20263. */
export const quarterNumber = (of: Quarter): number => Number(of.slice(0, 4)) * 10 + Number(of.slice(6));
