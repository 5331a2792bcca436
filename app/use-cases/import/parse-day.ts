import { type Day, isDay } from "#app/kernel/day";
import { fold } from "#app/kernel/told";

const MONTHS = [
  ["january", "janvier", "jan", "janv"],
  ["february", "fevrier", "feb", "fev", "fevr"],
  ["march", "mars", "mar"],
  ["april", "avril", "apr", "avr"],
  ["may", "mai"],
  ["june", "juin", "jun"],
  ["july", "juillet", "jul", "juil"],
  ["august", "aout", "aug"],
  ["september", "septembre", "sep", "sept"],
  ["october", "octobre", "oct"],
  ["november", "novembre", "nov"],
  ["december", "decembre", "dec"],
];

export type DayOrder = "dmy" | "mdy" | null;

function of(year: string, month: number, dayOfMonth: string): Day | null {
  const text = `${year}-${String(month).padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

/** The day that a text says, whole and without doubt; a year, a quarter or a two-digit year is none. */
export function parseDay(raw: string, order: DayOrder): Day | null {
  const text = fold(raw).replace(/[,.]$/, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (iso) return of(iso[1] ?? "", Number(iso[2]), iso[3] ?? "");
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: \d{1,2}:\d{2}.*)?$/.exec(text);
  if (short) return shortDay(short[1] ?? "", short[2] ?? "", short[3] ?? "", order);
  const words = text
    .replace(/[.,]/g, " ")
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|er)\b/, "$1")
    .split(/[\s-]+/);
  const [first = "", second = "", year = "", more] = words;
  if (more !== undefined || !/^\d{4}$/.test(year)) return null;
  if (/^\d{1,2}$/.test(first)) return of(year, monthOf(second), first);
  return /^\d{1,2}$/.test(second) ? of(year, monthOf(first), second) : null;
}

function monthOf(word: string): number {
  return MONTHS.findIndex((names) => names.includes(word)) + 1;
}

function shortDay(first: string, second: string, year: string, order: DayOrder): Day | null {
  if (first === second) return of(year, Number(first), second);
  if (order === "dmy") return of(year, Number(second), first);
  if (order === "mdy") return of(year, Number(first), second);
  return null;
}

/** Which way a column writes its days, from those that can only be read one way; null when they do not tell. */
export function guessDayOrder(values: Iterable<string>): DayOrder {
  let dmy = 0;
  let mdy = 0;
  for (const value of values) {
    const parts = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(value);
    if (!parts) continue;
    if (Number(parts[1]) > 12) dmy++;
    else if (Number(parts[2]) > 12) mdy++;
  }
  if (dmy === mdy) return null;
  return dmy > mdy ? "dmy" : "mdy";
}
