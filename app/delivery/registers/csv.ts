/** A register as a file that spreadsheets open, and back: what a file says is compared with what stands, line by line. */
import type { z } from "zod";
import { countryCode } from "#app/kernel/country";
import { restoreText } from "#app/kernel/csv";
import { errorsOf, typedPrice } from "#app/kernel/input";
import { inUnits } from "#app/kernel/money";
import { fold, LOCALES, type Locale, type Told, tell } from "#app/kernel/told";
import type { Key, Values as Said } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { parseCsv } from "#app/use-cases/import/parse-csv";
import { namesSeparator, sniffSeparator } from "#app/use-cases/import/sniff-separator";
import {
  changedFields,
  type Entry,
  type Field,
  fieldsOf,
  POINTED,
  type Register,
  renewsBefore,
  type Value,
  type Values,
} from "./fields";
import { entryFrom, entryInput } from "./input";
import { headerOf, headersOf, labelOf, optionLabel } from "./words";

/** What is wrong with a line, by the header of its column; null where it is the line as a whole. */
export interface Fault {
  line: number;
  column: string | null;
  key: Key;
  values: Said;
}

export interface StoredLine {
  id: number;
  version: number;
  entry: Values;
}

/** Names of what fields point at, each with its id: people by address, departments by code. */
export type Known = Record<(typeof POINTED)[number], { id: number; names: string[]; written: string }[]>;

export interface PlannedLine {
  line: number;
  act: "add" | "change" | "same";
  name: string;
  /** Null of a new one. */
  stored: StoredLine | null;
  entry: Values;
  changed: Field[];
}

export interface Plan {
  lines: PlannedLine[];
  faults: Fault[];
  /** Columns of the file that the register does not know: they are left alone. */
  ignored: string[];
}

export const MOST_LINES = 5_000;
export const MOST_LETTERS = 2_000_000;

/** Both languages' words and the field's own name lead to a column, amounts with their currency or without. */
function fieldsByHeader(register: Register, { speeches, currency }: Context): Map<string, Field | "id"> {
  const byHeader = new Map<string, Field | "id">([["id", "id"]]);
  for (const field of fieldsOf(register)) {
    for (const locale of LOCALES) {
      for (const header of headersOf(field, currency, speeches[locale])) byHeader.set(fold(header), field);
    }
  }
  return byHeader;
}

/** A cell as the form would have sent it; or why nobody can tell what it means. */
function typedFrom(
  field: Field,
  cell: string,
  known: Known,
  speeches: Record<Locale, Pick<Speech, "t">>,
): string | { key: Key } {
  if (cell === "") return "";
  const wanted = fold(cell);
  if (field.kind === "choice") {
    const option = field.options.find((one) =>
      [one, ...LOCALES.map((locale) => optionLabel(field.name, one, speeches[locale]))].some(
        (word) => fold(word) === wanted,
      ),
    );
    return option ?? { key: "registers.file.fault.option" };
  }
  if (field.kind === "yes-no") {
    const is = (key: "desk.yes" | "desk.no") => LOCALES.some((locale) => fold(speeches[locale].t(key)) === wanted);
    return is("desk.yes") ? "yes" : is("desk.no") ? "no" : { key: "registers.file.fault.yes-no" };
  }
  const pointed = POINTED.find((kind) => kind === field.kind);
  if (!pointed) return cell;
  const meant = known[pointed].filter(({ names }) => names.some((name) => fold(name) === wanted));
  const [one] = meant;
  if (!one) return { key: "registers.file.fault.unknown" };
  return meant.length > 1 ? { key: "registers.file.fault.several" } : String(one.id);
}

interface Context {
  currency: string;
  locale: Locale;
  known: Known;
  speeches: Record<Locale, Pick<Speech, "t">>;
}

/** By what a line without a number is known again. */
const naturalKey = (register: Register, values: Values): string =>
  register === "models"
    ? `${values.vendorId} ${fold(String(values.name))} ${values.release ?? ""}`
    : fold(String(values.name));

/** What the file would do: nothing of it is done while a line has a fault. */
export function planFile(register: Register, text: string, stored: readonly StoredLine[], context: Context): Plan {
  const separator = sniffSeparator(text.slice(0, 64 * 1024)) ?? ",";
  const { records } = parseCsv(text.replace(/^\uFEFF/, ""), separator);
  if (records[0] && namesSeparator(records[0].cells)) records.shift();
  const head = records.shift();
  const plan: Plan = { lines: [], faults: [], ignored: [] };
  const byHeader = fieldsByHeader(register, context);
  const columns = (head?.cells ?? []).map((header) => byHeader.get(fold(restoreText(header))) ?? null);
  const line = head?.line ?? 1;
  const fault = (at: number, column: string | null, key: Key, values: Said = {}) =>
    void plan.faults.push({ line: at, column, key, values });
  plan.ignored = (head?.cells ?? []).filter((header, at) => columns[at] === null && header.trim() !== "");
  if (!columns.some((column) => column !== null && column !== "id" && column.name === "name")) {
    fault(line, null, "registers.file.fault.no-name");
    return plan;
  }
  const twice = columns.findIndex((column, at) => column !== null && columns.indexOf(column) !== at);
  if (twice >= 0) fault(line, head?.cells[twice] ?? null, "registers.file.fault.column-twice");
  if (records.length > MOST_LINES) fault(line, null, "registers.file.fault.too-many", { most: MOST_LINES });
  if (plan.faults.length > 0) return plan;
  const byId = new Map(stored.map((one) => [one.id, one]));
  const byKey = new Map(stored.map((one) => [naturalKey(register, one.entry), one]));
  const taken = new Map<string, number>();
  const shape = entryInput(register, context.currency).shape as Record<string, z.ZodType>;
  for (const { line: at, cells } of records) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const before = plan.faults.length;
    const values: Record<string, unknown> = {};
    let id: number | null = null;
    for (const [place, column] of columns.entries()) {
      const cell = restoreText(cells[place] ?? "").trim();
      const header = head?.cells[place] ?? null;
      if (column === null) continue;
      if (column === "id") {
        if (cell === "") continue;
        id = /^\d{1,12}$/.test(cell) ? Number(cell) : 0;
        if (!byId.has(id)) fault(at, header, "registers.file.fault.no-such-id", { id: cell });
        continue;
      }
      const typed = typedFrom(column, cell, context.known, context.speeches);
      if (typeof typed !== "string") {
        fault(at, header, typed.key, { cell: cell.slice(0, 100) });
        continue;
      }
      const read = shape[column.name]?.safeParse(typed);
      if (read?.success) values[column.name] = read.data;
      else if (read) {
        const [error] = Object.values(errorsOf(read.error));
        if (error) fault(at, header, error.key, error.values ?? {});
      }
    }
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
      fault(at, null, "registers.file.fault.too-many-cells");
    }
    if (plan.faults.length > before) continue;
    const guess: Values = { release: null, ...(values as Values) };
    const found = id === null ? (byKey.get(naturalKey(register, guess)) ?? null) : (byId.get(id) ?? null);
    const entry: Values = { ...entryFrom(register, values, found?.entry ?? null, context.locale) };
    for (const field of fieldsOf(register)) {
      if (field.required && (entry[field.name] ?? null) === null) {
        fault(at, labelOf(field, context.speeches[context.locale]), "desk.input.required");
      }
    }
    if (typeof entry.country === "string" && entry.country !== found?.entry.country) {
      const code = countryCode(entry.country);
      const place = columns.findIndex((column) => column !== null && column !== "id" && column.name === "country");
      const header = head?.cells[place] ?? null;
      if (code === null) fault(at, header, "desk.refusal.no-country", { typed: entry.country });
      else if (code === countryCode(String(found?.entry.country ?? ""))) entry.country = found?.entry.country ?? code;
      else entry.country = code;
    }
    if (renewsBefore(entry)) fault(at, null, "registers.refusal.renews-before");
    const key = naturalKey(register, entry);
    const other = taken.get(key) ?? (found ? taken.get(`#${found.id}`) : undefined);
    if (other !== undefined) fault(at, null, "registers.file.fault.twice", { line: other });
    const holder = byKey.get(key);
    if (holder && holder.id !== found?.id)
      fault(at, null, "registers.file.fault.name-taken", { name: String(entry.name) });
    taken.set(key, at);
    if (found) taken.set(`#${found.id}`, at);
    if (plan.faults.length > before) continue;
    const changed = found ? changedFields(register, found.entry, entry) : [];
    const act = found ? (changed.length > 0 ? "change" : "same") : "add";
    plan.lines.push({ line: at, act, name: String(entry.name), stored: found, entry, changed });
  }
  return plan;
}

/** A value as a file writes it: in the reader's words, amounts in whole units of the currency. */
function cellOf(field: Field, value: Value, { currency, locale, known, speeches }: Context): string {
  if (value === null) return "";
  switch (field.kind) {
    case "told":
      return tell(value as Told, locale);
    case "choice":
      return optionLabel(field.name, String(value), speeches[locale]);
    case "yes-no":
      return speeches[locale].t(value ? "desk.yes" : "desk.no");
    case "price":
    case "amount":
      return typedPrice(inUnits(Number(value), currency), "en");
    case "text":
    case "day":
    case "whole":
      return String(value);
    default:
      return known[field.kind].find(({ id }) => id === value)?.written ?? "";
  }
}

/** The register as rows of a file, its head first. What a file says comes back as the same entries. */
export function fileRows(register: Register, stored: readonly StoredLine[], context: Context): string[][] {
  const fields = fieldsOf(register);
  const head = ["id", ...fields.map((field) => headerOf(field, context.currency, context.speeches[context.locale]))];
  return [
    head,
    ...stored.map(({ id, entry }) => [
      String(id),
      ...fields.map((field) => cellOf(field, entry[field.name] ?? null, context)),
    ]),
  ];
}

/** The entry of a planned line, as the register that planned it takes it. */
export const entryOf = <Of extends Register>(_register: Of, { entry }: PlannedLine): Entry<Of> => entry as Entry<Of>;
