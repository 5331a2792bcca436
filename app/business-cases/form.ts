import { z } from "zod";
import { parseNumber } from "#app/kernel/input";
import { retell, type Told, tell } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { type CalibratedKind, type Calibration, calibrationOf, isCalibratedKind } from "./calibrated";
import { type Reader as FormReader, isKind, linesOf, rescaled, scaleOf, type Typed, type Typist } from "./form-values";
import { ENDS, LINE_FIELDS, type TypedUnit } from "./line-fields";
import type { Draft, Line } from "./lines";
import { chosenRate, daysIn, taken } from "./rates";
import { draftSchema } from "./schema";

type Fault = (field: string, key: Key) => void;

/**
 * What was answered to the suggested haircut. An answer that stands keeps the share that it was given for; a new one takes
 * the share that is suggested on this day; without a suggestion there is nothing to answer.
 */
function readCalibration(
  typed: Typed,
  kind: CalibratedKind,
  before: Line | undefined,
  { suggestions, today, locale }: FormReader,
  fault: Fault,
): Calibration | undefined {
  const answer = typed.calibration;
  if (answer !== "taken" && answer !== "refused") return undefined;
  const stored = before && calibrationOf(before);
  const suggestion = suggestions[kind];
  const given =
    stored ??
    (suggestion?.factor === null || suggestion === undefined
      ? null
      : { factor: suggestion.factor, on: today, cases: suggestion.cases });
  if (!given) return undefined;
  const { factor, cases } = given;
  const on = stored && stored.answer !== answer ? today : given.on;
  if (answer === "taken") return { answer, factor, on, cases };
  const reason = (typed["calibration.reason"] ?? "").trim();
  if (!reason) fault("calibration.reason", "business-cases.error.calibration-reason");
  return { answer, factor, on, cases, reason: retold(stored?.reason, reason, locale) };
}

/** A share or an amount is refused where it is typed, in the words of the typed unit. */
function readNumber(typed: string | undefined, unit: TypedUnit, currency: string): number | Key {
  if (!typed?.trim()) return "desk.input.required";
  const value = parseNumber(typed);
  if (value === null) return "desk.input.not-a-number";
  const scaled = rescaled(value, scaleOf(unit, currency));
  return unit === "amount" ? Math.round(scaled) : scaled;
}

/** What was typed replaces the reader's language alone, and nothing where they changed nothing. */
function retold(before: Told | undefined, typed: string, locale: Typist["locale"]): Told {
  if (before && typed === tell(before, locale)) return before;
  return retell(before, locale, typed);
}

function readLine(typed: Typed, before: Line | undefined, typist: FormReader, fault: Fault): Record<string, unknown> {
  const { kind, id } = typed;
  if (!isKind(kind)) {
    fault("kind", "business-cases.error.kind");
    return {};
  }
  const words = (name: string) => (typed[name] ?? "").trim();
  const line: Record<string, unknown> = { kind, id: id || undefined };
  const rate = chosenRate(typed, typist.rates);
  if (rate) line.rate = taken(rate, typist.today);
  const same = before?.kind === kind ? before : undefined;
  if (isCalibratedKind(kind)) {
    const calibration = readCalibration(typed, kind, same, typist, fault);
    if (calibration) line.calibration = calibration;
  }
  if (words("label")) line.label = retold(same?.label, words("label"), typist.locale);
  else fault("label", "business-cases.error.label");
  const number = (name: string, unit: TypedUnit) => {
    const value = readNumber(typed[name], unit, typist.currency);
    if (typeof value === "number") return value;
    fault(name, value);
    return 0;
  };
  for (const field of LINE_FIELDS[kind]) {
    if (field.shape === "per") {
      line.per = typed.per;
      if (typed.per === "working-day") line.workingDaysAYear = daysIn(typist.rates);
    } else if (field.shape === "words") {
      const told = same && "unit" in same ? same.unit : undefined;
      if (words(field.name)) line[field.name] = retold(told, words(field.name), typist.locale);
      else if (field.required) fault(field.name, "business-cases.error.unit");
    } else if (field.shape === "list") {
      const amounts = (typed[field.name] ?? "").split(/[;\n]/).filter((each) => each.trim());
      const values = amounts.map((each) => readNumber(each, field.unit, typist.currency));
      const wrong = values.find((value) => typeof value === "string");
      if (wrong !== undefined || values.length === 0) fault(field.name, wrong ?? "business-cases.error.amounts");
      line[field.name] = wrong === undefined ? values : [0];
    } else if (field.shape === "one") line[field.name] = number(field.name, field.unit);
    else {
      const likely = number(`${field.name}.likely`, field.unit);
      const end = (name: string) => (words(name) ? number(name, field.unit) : likely);
      line[field.name] = { low: end(`${field.name}.low`), likely, high: end(`${field.name}.high`) };
    }
  }
  return line;
}

const isRange = (kind: string | undefined, name: unknown) =>
  isKind(kind) && LINE_FIELDS[kind].some((field) => field.name === name && field.shape === "range");

/** A fault's path in the draft as the name of the field that shows it: that of a whole estimate stands at its likely value. */
function fieldOf(path: readonly PropertyKey[], lines: readonly Typed[]): string {
  const [root, index, name, ...rest] = path;
  if (root === "lines" && typeof index === "number" && rest.length === 0 && isRange(lines[index]?.kind, name)) {
    return `lines.${index}.${String(name)}.${ENDS[1]}`;
  }
  // One field takes all amounts.
  if (name === "amounts") return `lines.${String(index)}.amounts`;
  return path.map(String).join(".");
}

/** Whether a fault is that of an end left empty, which stands for the likely value: there the fault was typed, and is said. */
function isCopied([root, index, name, end]: readonly PropertyKey[], lines: readonly Typed[]): boolean {
  if (root !== "lines" || typeof index !== "number" || (end !== "low" && end !== "high")) return false;
  return !lines[index]?.[`${String(name)}.${end}`]?.trim();
}

export interface Read {
  draft: Draft | null;
  errors: Record<string, Key>;
}

/** The business case that a form says, or what is wrong with it by the name of the field. `before`: its lines as stored. */
export function readForm(typed: Typed, before: readonly Line[], typist: FormReader): Read {
  const errors: Record<string, Key> = {};
  const lines = linesOf(typed);
  const read = lines.map((line, index) =>
    readLine(
      line,
      before.find(({ id }) => id === line.id),
      typist,
      (field, key) => {
        errors[`lines.${index}.${field}`] ??= key;
      },
    ),
  );
  const top = (name: string, unit: TypedUnit) => {
    const value = readNumber(typed[name], unit, typist.currency);
    if (typeof value === "number") return value;
    errors[name] = value;
    return undefined;
  };
  const given = {
    firstQuarter: typed.firstQuarter,
    horizonQuarters: top("horizonQuarters", "quarters"),
    discountRate: top("discountRate", "percent"),
    lines: read,
  };
  const result = draftSchema.safeParse(given);
  if (result.success && Object.keys(errors).length === 0) return { draft: result.data, errors };
  for (const issue of result.error?.issues ?? []) {
    if (isCopied(issue.path, lines)) continue;
    const name = fieldOf(issue.path, lines);
    // What the form already said of a field is nearer to what was typed.
    const said = Object.keys(errors).some((field) => field === name || field.startsWith(`${name}.`));
    if (!said) errors[name] = issue.message as Key;
  }
  return { draft: null, errors };
}

const hidden = z.coerce.number().int().nonnegative();

/** The one form of a business case, as an act's schema: it throws the faults at their fields. */
export function businessCaseForm(typed: Typed, before: readonly Line[], typist: FormReader) {
  return z
    .object({ number: hidden, version: hidden, note: z.string().trim().max(4_000, "desk.input.too-long").default("") })
    .transform(({ number, version, note }, context) => {
      const { draft, errors } = readForm(typed, before, typist);
      for (const [field, message] of Object.entries(errors)) {
        context.addIssue({ code: "custom", path: field.split("."), message });
      }
      if (!draft) return z.NEVER;
      return { draft, note, startedFrom: number ? { number, version } : null };
    });
}
