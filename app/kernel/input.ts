/** The pieces that the schemas of acts are made of. Messages are keys; what people type in either language is read. */
import { z } from "zod";
import type { Key } from "#app/locales/keys";
import { isDay } from "./day";
import { currencyDigits, type Minor, roundMinor } from "./money";
import { parseNumber } from "./parse-number";
import { isQuarter } from "./quarter";
import type { Locale } from "./told";
import { asTyped } from "./typed";

export { parseNumber } from "./parse-number";

/** A message key, checked by the compiler where a schema names it. */
const say = (key: Key): Key => key;

const cleaned = z.string().transform(asTyped);

export const text = (maximum = 200) =>
  cleaned.pipe(z.string().min(1, say("desk.input.required")).max(maximum, say("desk.input.too-long")));

// A preprocess, because zod asks for the key of a union with undefined: a form may leave the field out altogether.
export const optionalText = (maximum = 200) =>
  z.preprocess(
    (sent) => sent ?? "",
    cleaned.transform((value) => value || null).pipe(z.string().max(maximum, say("desk.input.too-long")).nullable()),
  );

const numeral = (otherwise: "desk.input.not-a-number" | "desk.input.not-a-whole-number") =>
  z.string().transform((typed, context) => {
    if (typed.trim() === "") {
      context.addIssue({ code: "custom", message: say("desk.input.required") });
      return z.NEVER;
    }
    const value = parseNumber(typed);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: say(otherwise) });
    return z.NEVER;
  });

interface Bounds {
  min?: number;
  max?: number;
}

const inside = ({ min = -1e12, max = 1e12 }: Bounds) =>
  z.number().min(min, say("desk.input.too-small")).max(max, say("desk.input.too-large"));

export const decimal = (bounds: Bounds = {}) => numeral("desk.input.not-a-number").pipe(inside(bounds));
export const whole = (bounds: Bounds = {}) =>
  numeral("desk.input.not-a-whole-number").pipe(inside(bounds).int(say("desk.input.not-whole")));

/** An empty field is unknown, not zero. */
const orUnknown = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typeof typed !== "string" || typed.trim() === "" ? null : typed), schema.nullable());

export const optionalDecimal = (bounds: Bounds = {}) => orUnknown(decimal(bounds));
export const optionalWhole = (bounds: Bounds = {}) => orUnknown(whole(bounds));

/** A share that people type in percent: `50` or `50 %` is 0.5. */
export const percent = (bounds: Bounds = { min: 0, max: 100 }) => decimal(bounds).transform((value) => value / 100);

/** An amount typed in whole units of the currency with its decimals: `1 234,56` is 123456 minor units. */
export const amount = (currency: string, bounds: Bounds = {}) =>
  decimal({ min: -1e11, max: 1e11, ...bounds }).transform(
    (value): Minor => roundMinor(value * 10 ** currencyDigits(currency)),
  );

export const optionalAmount = (currency: string, bounds: Bounds = {}) => orUnknown(amount(currency, bounds));

// Intl's constructors are slow, and a grid of a quarter holds hundreds of numbers.
const plainFormats = new Map<string, Intl.NumberFormat>();

function plainFormat(maximumFractionDigits: number, minimumFractionDigits: number): Intl.NumberFormat {
  const id = `${maximumFractionDigits} ${minimumFractionDigits}`;
  const made =
    plainFormats.get(id) ??
    new Intl.NumberFormat("en", { useGrouping: false, maximumFractionDigits, minimumFractionDigits });
  plainFormats.set(id, made);
  return made;
}

/**
 * A number as one types it in a language: its decimal sign, no grouping; one that could also be read as thousands gets a
 * zero more, so that `parseNumber` reads it back.
 * @param digits at most so many decimals; @param least so many where there are any
 */
export function typedNumber(value: number, locale: Locale, digits = 12, least = 0): string {
  return signed(plainFormat(digits, Number.isInteger(value) ? 0 : least).format(value), locale);
}

function signed(plain: string, locale: Locale): string {
  const said = locale === "fr" ? plain.replace(".", ",") : plain;
  return /^-?[1-9]\d{0,2},\d{3}$/.test(said) ? `${said}0` : said;
}

/** A price (0 or more) as one types it, to its very last decimal: Intl writes twenty of them at most. */
export function typedPrice(value: number, locale: Locale): string {
  const [digits = "", exponent] = String(value).split("e-");
  if (exponent === undefined) return signed(digits, locale);
  return signed(`0.${"0".repeat(Number(exponent) - 1)}${digits.replace(".", "")}`, locale);
}

export const onDay = z.string().trim().min(1, say("desk.input.required")).refine(isDay, say("desk.input.not-a-day"));
export const optionalDay = orUnknown(onDay);
export const inQuarter = z.string().trim().refine(isQuarter, say("desk.input.not-a-quarter"));

/** One of a closed list, as a select or radio group sends it. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, say("desk.input.choose"));
export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  orUnknown(choice(values));

/** A box that sends something when it is ticked and nothing when it is not. */
export const ticked = z.preprocess((sent) => sent !== undefined && sent !== "" && sent !== "no", z.boolean());

/** «Yes», «no» or not answered: unknown is not «no». */
export const yesOrNo = z.preprocess(
  (sent) => (sent === "yes" ? true : sent === "no" ? false : null),
  z.boolean().nullable(),
);

export const idOf = z.coerce
  .number(say("desk.input.choose"))
  .int(say("desk.input.choose"))
  .positive(say("desk.input.choose"));
export const optionalId = orUnknown(idOf);

/** The version of the record that an edit started from. */
export const startedFrom = z.coerce.number().int().positive();
/** The same where there may have been no record yet, which is 0. A form always says one: without it, it is malformed. */
export const startedFromOrNone = z.coerce.number().int().nonnegative();

export interface FieldError {
  key: Key;
  values?: Record<string, string | number>;
}

/** What a schema refused, by the name of the field as the form sends it. */
export type FieldErrors = Record<string, FieldError>;

/** Nested objects out of dotted names: `lines.0.label` and repeated names become arrays. */
export function shapeOf(entries: Iterable<[string, FormDataEntryValue]>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const path = name.split(".");
    if (path.some((step) => ["__proto__", "constructor", "prototype"].includes(step))) continue;
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      if (typeof next !== "object" || next === null) at[step] = {};
      at = at[step] as Record<string, unknown>;
    }
    const leaf = path.at(-1) ?? name;
    if (leaf.endsWith("[]")) {
      const list = leaf.slice(0, -2);
      const values = at[list];
      // Pushed, not copied: a form of a hundred thousand boxes must not take the square of it.
      if (Array.isArray(values)) values.push(value);
      else at[list] = [value];
    } else at[leaf] = value;
  }
  return root;
}

/** A list of rows that a form sends as `rows.0.…`, `rows.1.…`; rows that are wholly empty are left out. */
export const rows = <Schema extends z.ZodType>(row: Schema, maximum = 100) =>
  z.preprocess(
    (sent) =>
      Object.entries((sent ?? {}) as Record<string, unknown>)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, value]) => value)
        .filter(
          (value) => typeof value !== "object" || value === null || Object.values(value).some((cell) => cell !== ""),
        ),
    z.array(row).max(maximum, say("desk.input.too-many")),
  );

export function errorsOf(problem: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of problem.issues) {
    const name = issue.path.join(".") || "form";
    // What zod says by itself (a missing field, a wrong type) has no words of ours: the field is required.
    const key = /^[a-z-]+\.[a-z.-]+/.test(issue.message) ? (issue.message as Key) : say("desk.input.required");
    const limit = "maximum" in issue ? Number(issue.maximum) : "minimum" in issue ? Number(issue.minimum) : undefined;
    // A rule of several lines says itself which of them it means.
    const said = "params" in issue && issue.params ? (issue.params as FieldError["values"]) : undefined;
    errors[name] ??= said ? { key, values: said } : limit === undefined ? { key } : { key, values: { limit } };
  }
  return errors;
}
