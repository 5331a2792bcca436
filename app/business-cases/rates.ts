import { type Day, day } from "#app/kernel/day";
import { typedNumber } from "#app/kernel/input";
import type { Told } from "#app/kernel/told";
import { workingDaysOf } from "./factors";
import { linesOf, scaleOf, type Typed, type Typist, unscaled, withLines } from "./form-values";
import { type Kind, type Line, type TakenRate, USUAL_WORKING_DAYS } from "./lines";

/** What a reference rate is the price of. */
export const RATE_KINDS = ["hourly-cost", "seat-month", "seat-day", "unit", "days-a-year"] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** One value of a rate, from a day on. */
export interface Rate {
  id: number;
  code: string;
  kind: RateKind;
  name: Told;
  departmentId: number | null;
  /** Minor units for one, may hold fractions of a cent; of `days-a-year` the days. */
  price: number;
  unit: Told | null;
  validFrom: Day;
  source: Told | null;
  version: number;
}

/** The code of the working days of a year: the organisation has one number of them, which changes by the day. */
export const WORKING_DAYS = "working-days";

/** What the table says of working days before anybody sets them. */
export const USUAL_DAYS: Rate = {
  ...{ id: 0, code: WORKING_DAYS, kind: "days-a-year", departmentId: null, unit: null, version: 0 },
  name: { fr: "Jours ouvrés par an", en: "Working days a year" },
  price: USUAL_WORKING_DAYS,
  validFrom: day("2000-01-01"),
  source: {
    fr: "Par défaut : France, sans week-ends ni jours fériés (Code du travail, art. L3133-1)",
    en: "By default: France, without weekends and legal holidays (Code du travail, art. L3133-1)",
  },
};

/** The working days of a year by the rates of a day. */
export const daysIn = (rates: readonly Rate[]): number =>
  rates.find(({ code }) => code === WORKING_DAYS)?.price ?? USUAL_WORKING_DAYS;

/** The lines with the working days of the table, where they are paid by the day and say none themselves. */
export const withDays = <Given extends Line>(lines: readonly Given[], rates: readonly Rate[]): Given[] =>
  lines.map((line) =>
    line.kind === "licence" && line.per === "working-day" && line.workingDaysAYear === undefined
      ? { ...line, workingDaysAYear: daysIn(rates) }
      : line,
  );

/** The values that hold on a day, one a code: the latest that began by then. In the order of the codes. */
export function ratesOn(rates: readonly Rate[], on: Day): Rate[] {
  const held = new Map<string, Rate>();
  for (const rate of rates) {
    const known = held.get(rate.code);
    if (rate.validFrom <= on && (!known || known.validFrom < rate.validFrom)) held.set(rate.code, rate);
  }
  return [...held.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The field of a line that a rate may fill, and the kinds of rates that fill it. */
export const RATED: Partial<Record<Kind, { field: "hourlyCost" | "price" | "unitPrice"; kinds: readonly RateKind[] }>> =
  {
    time: { field: "hourlyCost", kinds: ["hourly-cost"] },
    review: { field: "hourlyCost", kinds: ["hourly-cost"] },
    licence: { field: "price", kinds: ["seat-month", "seat-day"] },
    usage: { field: "unitPrice", kinds: ["unit"] },
  };

/** The rates among which a line of a kind may choose. */
export function ratesFor(kind: Kind, rates: readonly Rate[]): Rate[] {
  return rates.filter((rate) => RATED[kind]?.kinds.includes(rate.kind));
}

/** The rate that a typed line asks for, where the table has it for lines of its kind. */
export function chosenRate(line: Typed, rates: readonly Rate[]): Rate | undefined {
  return ratesFor(line.kind as Kind, rates).find(({ code }) => code === line.rate);
}

/** The form with the price of each chosen rate in its field. */
export function withRates(typed: Typed, rates: readonly Rate[], { currency, locale }: Typist): Typed {
  const lines = linesOf(typed).map((line) => {
    const rate = chosenRate(line, rates);
    const field = rate && RATED[line.kind as Kind]?.field;
    if (!rate || !field) return line;
    const price = typedNumber(unscaled(rate.price, scaleOf("price", currency)), locale);
    if (field === "hourlyCost") return { ...line, hourlyCost: price };
    const per = rate.kind === "seat-month" ? "month" : "working-day";
    return {
      ...line,
      [`${field}.likely`]: price,
      [`${field}.low`]: "",
      [`${field}.high`]: "",
      ...(field === "price" && { per }),
    };
  });
  return withLines(typed, lines);
}

/** What a line keeps of the rate that it took on a day. */
export function taken({ code, name, validFrom, source }: Rate, on: Day): TakenRate {
  return { code, name, on, validFrom, ...(source && { source }) };
}

/** The price that a line has now, where a rate could fill it. */
export function priceOf(line: Line): number | null {
  switch (line.kind) {
    case "time":
    case "review":
      return line.hourlyCost;
    case "licence":
      return line.price.likely;
    case "usage":
      return line.unitPrice.likely;
    default:
      return null;
  }
}

/** A line whose rate has another value by now than the one that it took. */
export interface Moved {
  line: Told;
  rate: Rate;
  was: number;
}

/** The lines of a business case that would change if they took their rates again. `rates`: those of the day. */
export function movedLines(lines: readonly Line[], rates: readonly Rate[]): Moved[] {
  return lines.flatMap((line) => {
    const moved = (code: string | undefined, was: number | null): Moved[] => {
      const rate = rates.find((each) => each.code === code);
      return rate && was !== null && was !== rate.price ? [{ line: line.label, rate, was }] : [];
    };
    const days = line.kind === "licence" && line.per === "working-day" ? workingDaysOf(line) : null;
    return [...moved(line.rate?.code, priceOf(line)), ...moved(WORKING_DAYS, days)];
  });
}
