import { z } from "zod";
import { type Day, isDay } from "#app/kernel/day";
import { choice, idOf, onDay, optionalText, parseNumber, text } from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { parseCsv } from "#app/use-cases/import/parse-csv";
import { RATE_KINDS, type RateKind } from "./rates";

/** One value of a rate, as it is set. */
export interface RateInput {
  code: string;
  kind: RateKind;
  name: Told;
  departmentId: number | null;
  price: number;
  unit: Told | null;
  validFrom: Day;
  source: Told | null;
}

const CODE = /^[a-z0-9][a-z0-9.:-]{0,59}$/;
export const MAX_RATE_PRICE = 1e12;
const MAX_ROWS = 500;

export const rateCode = (typed: string): string | null => {
  const code = typed.trim().toLowerCase();
  return CODE.test(code) ? code : null;
};

/** A price as typed, in units of the currency, as minor units; the loaded cost of an hour is a whole number of cents. */
function priceFrom(typed: string, kind: RateKind, currency: string): number | Key {
  if (!typed.trim()) return "desk.input.required";
  const value = parseNumber(typed);
  if (value === null) return "desk.input.not-a-number";
  if (value < 0) return "business-cases.error.negative";
  if (kind === "days-a-year") return value;
  const price = Number((value * 10 ** currencyDigits(currency)).toPrecision(14));
  if (price > MAX_RATE_PRICE) return "business-cases.error.too-large";
  return kind === "hourly-cost" && !Number.isInteger(price) ? "business-cases.error.cents" : price;
}

const toldOf = (fr: string | null, en: string | null): Told | null =>
  fr || en ? { ...(fr && { fr }), ...(en && { en }) } : null;

/** One rate as its form sends it. */
export const rateInput = (currency: string) =>
  z
    .object({
      code: text(60),
      kind: choice(RATE_KINDS),
      nameFr: optionalText(120),
      nameEn: optionalText(120),
      department: z.union([z.literal("").transform(() => null), idOf]).default(null),
      price: z.string(),
      unitFr: optionalText(60),
      unitEn: optionalText(60),
      validFrom: onDay,
      sourceFr: optionalText(200),
      sourceEn: optionalText(200),
    })
    .transform((typed, context): RateInput => {
      const say = (path: string, message: Key) => context.addIssue({ code: "custom", path: [path], message });
      const code = rateCode(typed.code);
      if (code === null) say("code", "business-cases.rates.error.code");
      const name = toldOf(typed.nameFr, typed.nameEn);
      if (name === null) say("nameFr", "people.input.name-in-one-language");
      const price = priceFrom(typed.price, typed.kind, currency);
      if (typeof price === "string") say("price", price);
      return {
        code: code ?? "",
        kind: typed.kind,
        name: name ?? {},
        departmentId: typed.kind === "hourly-cost" ? typed.department : null,
        price: Number(price),
        unit: toldOf(typed.unitFr, typed.unitEn),
        validFrom: typed.validFrom as Day,
        source: toldOf(typed.sourceFr, typed.sourceEn),
      };
    });

export const RATE_COLUMNS = [
  "code",
  "kind",
  "name_fr",
  "name_en",
  "department",
  "price",
  "unit_fr",
  "unit_en",
  "valid_from",
  "source",
] as const;
const NEEDED = ["code", "kind", "price", "valid_from"] as const;

export interface RateFault {
  /** Of the file; the header is line 1. */
  line: number;
  key: Key;
  values: Record<string, string>;
}

/** The rates of a pasted table, or what is wrong with it line by line; nothing is taken of a table with a fault. */
export function readRates(
  csv: string,
  currency: string,
  departments: readonly { id: number; code: string }[],
): { rates: RateInput[]; faults: RateFault[] } {
  const [first = ""] = csv.split("\n");
  const separator = first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
  const [header, ...records] = parseCsv(csv.trim(), separator).records;
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return {
      rates: [],
      faults: [{ line: 1, key: "business-cases.rates.error.columns", values: { columns: missing.join(", ") } }],
    };
  }
  const faults: RateFault[] = [];
  const rates: RateInput[] = [];
  if (records.length > MAX_ROWS) {
    faults.push({ line: MAX_ROWS + 2, key: "business-cases.rates.error.rows", values: { rows: String(MAX_ROWS) } });
  }
  const seen = new Set<string>();
  for (const { line, cells } of records.slice(0, MAX_ROWS)) {
    const cell = (name: (typeof RATE_COLUMNS)[number]) => cells[names.indexOf(name)]?.trim() ?? "";
    const fault = (key: Key, value: string) => faults.push({ line, key, values: { value } });
    const code = rateCode(cell("code"));
    const kind = RATE_KINDS.find((each) => each === cell("kind"));
    const validFrom = cell("valid_from");
    const owner = departments.find((each) => each.code.toLowerCase() === cell("department").toLowerCase());
    const price = priceFrom(cell("price"), kind ?? "unit", currency);
    if (code === null) fault("business-cases.rates.error.code", cell("code"));
    else if (seen.has(`${code} ${validFrom}`)) fault("business-cases.rates.error.twice", code);
    if (!kind) fault("business-cases.rates.error.kind", cell("kind"));
    if (typeof price === "string") fault(price, cell("price"));
    if (!isDay(validFrom)) fault("desk.input.not-a-day", validFrom);
    if (cell("department") && !owner) fault("business-cases.rates.error.department", cell("department"));
    if (code === null || !kind || typeof price === "string" || !isDay(validFrom)) continue;
    seen.add(`${code} ${validFrom}`);
    rates.push({
      code,
      kind,
      name: toldOf(cell("name_fr").slice(0, 120), cell("name_en").slice(0, 120)) ?? { fr: code, en: code },
      departmentId: kind === "hourly-cost" ? (owner?.id ?? null) : null,
      price,
      unit: toldOf(cell("unit_fr").slice(0, 60), cell("unit_en").slice(0, 60)),
      validFrom,
      source: toldOf(cell("source").slice(0, 200), null),
    });
  }
  return faults.length > 0 ? { rates: [], faults } : { rates, faults };
}
