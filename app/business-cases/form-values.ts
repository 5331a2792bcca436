import type { Day } from "#app/kernel/day";
import { typedNumber } from "#app/kernel/input";
import { currencyDigits, type Minor } from "#app/kernel/money";
import { type Locale, type Told, tell } from "#app/kernel/told";
import { calibrationOf, type Suggestions } from "./calibrated";
import { LINE_FIELDS, type TypedUnit } from "./line-fields";
import { DEFAULT_REUSE_SHARE, type Draft, isCertain, KINDS, type Kind, type Line } from "./lines";
import type { Rate } from "./rates";

/** A form as it is typed: field name → text. The page shows a stored business case and a rejected one from the same shape. */
export type Typed = Record<string, string>;

export interface Typist {
  currency: string;
  locale: Locale;
}

/** What a form is read by, beyond who types it: the reference rates of the day, and the haircuts that calibration suggests. */
export interface Reader extends Typist {
  rates: readonly Rate[];
  suggestions: Suggestions;
  today: Day;
}

export function isKind(text: string | undefined): text is Kind {
  return (KINDS as readonly (string | undefined)[]).includes(text);
}

/** How many of the stored unit make one of the typed one. */
export function scaleOf(unit: TypedUnit, currency: string): number {
  if (unit === "percent") return 1 / 100;
  return unit === "amount" || unit === "price" ? 10 ** currencyDigits(currency) : 1;
}

// 0.07 × 100 is 7.000000000000001: the digits that people type are fewer than those that doubles hold.
export function rescaled(value: number, scale: number): number {
  return Number((scale < 1 ? value / Math.round(1 / scale) : value * scale).toPrecision(14));
}

export function unscaled(value: number, scale: number): number {
  return Number((scale < 1 ? value * Math.round(1 / scale) : value / scale).toPrecision(14));
}

/** A stored business case as its form shows it. */
export function typedOf(draft: Draft, note: Told | null, typist: Typist): Typed {
  const { locale } = typist;
  const typed: Typed = {
    firstQuarter: draft.firstQuarter,
    horizonQuarters: String(draft.horizonQuarters),
    discountRate: typedNumber(unscaled(draft.discountRate, 1 / 100), locale),
    note: tell(note, locale),
  };
  for (const [index, line] of draft.lines.entries()) put(typed, index, typedLine(line, typist));
  return typed;
}

/** One line's fields under their bare names. */
export function typedLine(line: Line, { currency, locale }: Typist): Typed {
  const typed: Typed = { kind: line.kind, id: line.id, label: tell(line.label, locale) };
  if (line.rate) typed.rate = line.rate.code;
  const calibration = calibrationOf(line);
  if (calibration) {
    typed.calibration = calibration.answer;
    typed["calibration.factor"] = String(calibration.factor);
    typed["calibration.reason"] = tell(calibration.reason, locale);
  }
  const stored = new Map<string, unknown>(Object.entries(line));
  for (const field of LINE_FIELDS[line.kind]) {
    const value = stored.get(field.name);
    if (field.shape === "words") typed[field.name] = tell(value as Told | undefined, locale);
    else if (field.shape === "per") typed[field.name] = String(value ?? "month");
    else {
      const say = (amount: number) => typedNumber(unscaled(amount, scaleOf(field.unit, currency)), locale);
      if (field.shape === "list") typed[field.name] = (value as number[]).map(say).join(" ; ");
      else if (field.shape === "one") typed[field.name] = say(Number(value));
      else {
        const range = value as { low: number; likely: number; high: number };
        typed[`${field.name}.likely`] = say(range.likely);
        typed[`${field.name}.low`] = isCertain(range) ? "" : say(range.low);
        typed[`${field.name}.high`] = isCertain(range) ? "" : say(range.high);
      }
    }
  }
  return typed;
}

function put(typed: Typed, index: number, line: Typed): void {
  for (const [name, value] of Object.entries(line)) typed[`lines.${index}.${name}`] = value;
}

/** The lines of a form in their order, each under its bare names. */
export function linesOf(typed: Typed): Typed[] {
  const byIndex = new Map<number, Typed>();
  for (const [name, value] of Object.entries(typed)) {
    const [, index, field] = /^lines\.(\d{1,4})\.(.+)$/.exec(name) ?? [];
    if (index === undefined || field === undefined) continue;
    const line = byIndex.get(Number(index)) ?? {};
    line[field] = value;
    byIndex.set(Number(index), line);
  }
  return [...byIndex].sort(([a], [b]) => a - b).map(([, line]) => line);
}

/** The same form with these lines, numbered anew. */
export function withLines(typed: Typed, lines: readonly Typed[]): Typed {
  const next: Typed = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith("lines.")));
  for (const [index, line] of lines.entries()) put(next, index, line);
  return next;
}

export function withoutLine(typed: Typed, index: number): Typed {
  return withLines(
    typed,
    linesOf(typed).filter((_, at) => at !== index),
  );
}

/** How often the case's task is done in a quarter and how long it takes each time, as its card says; null unknown. */
export interface Volumes {
  timesAQuarter: number | null;
  minutes: number | null;
}

export interface Prefill extends Typist {
  /** The department's loaded cost of an hour; null where nobody said it. */
  hourlyCost: Minor | null;
  /** The reference rate that says so, if one does. */
  hourlyRate: string | null;
  volumes: Volumes;
}

/** An empty line of a kind, filled with what is known beforehand and nothing else. */
export function emptyLine(kind: Kind, { currency, locale, hourlyCost, hourlyRate, volumes }: Prefill): Typed {
  const typed: Typed = { kind, label: "", startsAfterQuarters: "0" };
  const said = (value: number | null) => (value === null ? "" : typedNumber(Number(value.toFixed(2)), locale));
  const known: Record<string, string> = {
    "volumePerQuarter.likely": said(volumes.timesAQuarter),
    "minutesSaved.likely": said(volumes.minutes),
    attribution: "100",
    rampQuarters: "2",
    reuseShare: typedNumber(DEFAULT_REUSE_SHARE * 100, locale),
    hourlyCost: hourlyCost === null ? "" : typedNumber(unscaled(hourlyCost, scaleOf("amount", currency)), locale),
    per: "month",
    "share.likely": "100",
  };
  for (const { name, shape } of LINE_FIELDS[kind]) {
    const at = shape === "range" ? `${name}.likely` : name;
    typed[at] ??= known[at] ?? "";
  }
  if (hourlyRate !== null && "hourlyCost" in typed) typed.rate = hourlyRate;
  return typed;
}

/** The form with more lines at its end, each with an id of its own. */
export function withMore(typed: Typed, more: readonly Typed[]): Typed {
  const lines = linesOf(typed);
  const taken = new Set(lines.map(({ id }) => id));
  for (const line of more) {
    let number = lines.length + 1;
    while (taken.has(`line-${number}`)) number += 1;
    taken.add(`line-${number}`);
    lines.push({ ...line, id: `line-${number}` });
  }
  return withLines(typed, lines);
}
