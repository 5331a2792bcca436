import { fold, type Locale } from "#app/kernel/told";
import { DAY_FIELDS, type FieldKey, isFieldKey, TOLD_FIELDS } from "./fields";
import { meaningOf } from "./header-words";
import { guessNameOrder } from "./map-department";
import { mapStage } from "./map-stage";
import type { Mapping } from "./mapping";
import { guessDayOrder } from "./parse-day";
import { type Column, cellOf, type Table } from "./table";

const LOOKED_AT = 2_000;

/**
 * A first mapping, by headers and then by contents, for the person to correct.
 * @param source the register's name, most often the file's.
 */
export function guessMapping(table: Table, source: string, reader: Locale = "fr"): Mapping {
  const columns = byHeaders(table);
  byContents(table, columns);
  const column = (key: FieldKey) => table.columns.find(({ name }) => name === columns[key]);
  const titles = [column("title"), column("title.en"), column("title.fr")].filter((found) => found !== undefined);
  const language = guessLanguage(table, [column("need"), ...titles]) ?? reader;
  const department = column("department");
  const idFrom = [department, titles[0]].filter((found) => found !== undefined).map(({ name }) => name);
  const days = guessDayOrder(DAY_FIELDS.flatMap((key) => valuesOf(table, column(key))));
  return {
    source,
    language,
    columns,
    idFrom: titles.length > 0 ? idFrom : [],
    repeatedIds: columns.externalId === undefined ? "number" : "refuse",
    asOf: null,
    dayOrder: days ?? (language === "fr" ? "dmy" : null),
    departmentNames: guessNameOrder([...new Set(valuesOf(table, department))]),
    newDepartments: "create",
    conflicts: "ours",
    alike: "same",
    elsewhere: "ask",
    same: [],
    others: [],
    stages: {},
    departments: {},
  };
}

function valuesOf(table: Table, column: Column | undefined): string[] {
  if (!column) return [];
  const values: string[] = [];
  for (const row of table.rows.slice(0, LOOKED_AT)) {
    const value = cellOf(row, column).trim();
    if (value) values.push(value);
  }
  return values;
}

function byHeaders(table: Table): Mapping["columns"] {
  const best = new Map<FieldKey, { name: string; rank: number }>();
  for (const { name } of table.columns) {
    const meaning = meaningOf(name);
    if (!meaning) continue;
    const told = meaning.language && TOLD_FIELDS.some((field) => field === meaning.field);
    const key = told ? `${meaning.field}.${meaning.language}` : meaning.field;
    if (!isFieldKey(key)) continue;
    const before = best.get(key);
    if (!before || meaning.rank < before.rank) best.set(key, { name, rank: meaning.rank });
  }
  return Object.fromEntries([...best].map(([key, { name }]) => [key, name]));
}

function byContents(table: Table, columns: Mapping["columns"]): void {
  const mapped = new Set(Object.values(columns));
  const free = table.columns.filter(({ name }) => !mapped.has(name));
  const claim = (key: FieldKey, suits: (values: string[]) => boolean) => {
    if (columns[key] !== undefined) return;
    const found = free.find((column) => !mapped.has(column.name) && suits(valuesOf(table, column)));
    if (!found) return;
    columns[key] = found.name;
    mapped.add(found.name);
  };
  const rows = Math.min(table.rows.length, LOOKED_AT);
  const isEmail = (value: string) => /^[^\s@]+@[^\s@]+\.\w{2,}$/.test(value);
  if (columns.ownerEmail !== undefined) {
    const values = valuesOf(
      table,
      table.columns.find(({ name }) => name === columns.ownerEmail),
    );
    // «Owner» may be a column of names, which are nobody's address.
    if (values.length > 0 && !values.some(isEmail)) delete columns.ownerEmail;
  }
  if (columns.externalId !== undefined) {
    const values = valuesOf(
      table,
      table.columns.find(({ name }) => name === columns.externalId),
    );
    // An id that most rows share names something else: a programme, a contract.
    if (new Set(values).size < values.length * 0.5) delete columns.externalId;
  }
  claim("ownerEmail", (values) => values.length > 0 && values.every(isEmail));
  claim("stage", (values) => values.length > 0 && new Set(values.map(fold)).size <= 60 && mostAreStages(values));
  const unique = (values: string[]) => values.length === rows && new Set(values).size === rows;
  claim("externalId", (values) => unique(values) && values.every((value) => /^https?:\/\/\S+$/.test(value)));
  if (columns["title.fr"] === undefined && columns["title.en"] === undefined) {
    claim("title", (values) => {
      const length = values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
      const words = values.filter((value) => /\p{L}\s+\p{L}/u.test(value)).length;
      const different = new Set(values).size;
      return values.length >= rows * 0.9 && different >= rows * 0.7 && length <= 150 && words >= rows * 0.5;
    });
  }
}

function mostAreStages(values: readonly string[]): boolean {
  return values.filter((value) => mapStage(value, {}) !== null).length >= values.length * 0.5;
}

const FRENCH = new Set(["le", "la", "les", "des", "du", "et", "une", "pour", "dans", "est", "sur", "par", "aux"]);
const ENGLISH = new Set(["the", "of", "and", "to", "for", "is", "in", "with", "that", "are", "by", "from"]);

/** The language of the columns' texts, by their small words; null when they do not tell. */
function guessLanguage(table: Table, columns: readonly (Column | undefined)[]): Locale | null {
  let french = 0;
  let english = 0;
  for (const column of columns) {
    for (const value of valuesOf(table, column).slice(0, 300)) {
      for (const word of fold(value.slice(0, 500)).split(/[^a-z]+/)) {
        if (FRENCH.has(word)) french++;
        else if (ENGLISH.has(word)) english++;
      }
    }
  }
  if (french === english) return null;
  return french > english ? "fr" : "en";
}
