import type { Day } from "#app/kernel/day";
import { LOCALES, type Told } from "#app/kernel/told";
import { asTyped } from "#app/kernel/typed";
import { KNOWN_DAYS, type KnownDay, type Passed } from "../intake/live-entry";
import type { Stage } from "../stages";
import { type FieldKey, isFieldKey, PLAIN_FIELDS, type PlainField, TOLD_FIELDS, type ToldField } from "./fields";
import { type DayCell, daysSaid } from "./known-days";
import { LIMITS } from "./limits";
import {
  type DepartmentMatch,
  departmentIndex,
  departmentKey,
  type KnownDepartment,
  matchDepartment,
} from "./map-department";
import { mapStage } from "./map-stage";
import { columnFor, type Mapping } from "./mapping";
import { type Said, say } from "./said";
import { type Column, cellOf, type Row, type Table } from "./table";

/** What a row says of a use case. What it does not say is absent, and an import never erases what it does not say. */
export interface ImportedFields extends Partial<Record<ToldField, Told>>, Partial<Record<PlainField, string>> {
  peopleAffected?: number;
  /** A department of ours, with the file's word for it, or one to create by its key (see NewDepartment). */
  department?: { id: number; said?: string } | { key: string };
  stage?: Stage;
  stageSince?: Day;
  /** Where it stood before, as far as the file knows the days. */
  earlier?: Passed[];
  ownerId?: number;
  /** Cells without a field of ours, or that a field could not hold whole, under their headers. */
  extra: Record<string, string>;
}

export interface ReadRow {
  fields: ImportedFields;
  newDepartment: { key: string; name: Told; code: string | null } | null;
  /** Why the row cannot come in. */
  problems: Said[];
  /** What could not be understood and stays unknown; the cell itself is kept. */
  remarks: Said[];
}

/** What we already know, against which names in a file are matched. */
export interface Known {
  departments: readonly KnownDepartment[];
  /** Persons by e-mail, in lower case. */
  peopleByEmail: ReadonlyMap<string, number>;
  today: Day;
}

/** A reader of a table's rows under a mapping. Columns are looked up once and not for every row. */
export function rowReader(table: Table, mapping: Mapping, known: Known): (row: Row) => ReadRow {
  const columns = new Map<FieldKey, Column>();
  for (const [key, header] of Object.entries(mapping.columns)) {
    const column = columnFor(table, header);
    if (column && isFieldKey(key)) columns.set(key, column);
  }
  const departments = departmentIndex(known.departments);
  return (row) => readRow(row, { table, mapping, known, columns, departments });
}

/** A reader of no more than a row's title and department: what it is known by where its id is not. */
export function likenessReader(
  table: Table,
  mapping: Mapping,
  known: Known,
): (row: Row) => Pick<ImportedFields, "title" | "department"> {
  const keys: FieldKey[] = ["title", "title.fr", "title.en", "department", "departmentCode"];
  const columns = Object.fromEntries(keys.flatMap((key) => [[key, mapping.columns[key]]]));
  const wanted = new Set(Object.values(columns));
  const few = { ...table, columns: table.columns.filter(({ name }) => wanted.has(name)) };
  const read = rowReader(few, { ...mapping, columns }, known);
  return (row) => read(row).fields;
}

/**
 * A record without prototype: a header may be called `__proto__`, and rows that each fill other columns would otherwise
 * leave the engine a hidden class apiece (300 MB of them for 100,000 rows of 62 columns).
 */
function bareRecord(): Record<string, string> {
  return Object.create(null);
}

interface Reading {
  table: Table;
  mapping: Mapping;
  known: Known;
  columns: ReadonlyMap<FieldKey, Column>;
  departments: ReadonlyMap<string, number>;
}

function readRow(row: Row, reading: Reading): ReadRow {
  const { table, mapping, columns } = reading;
  const read: ReadRow = { fields: { extra: bareRecord() }, newDepartment: null, problems: [], remarks: [] };
  const whole = new Set<string>();
  const text = (key: FieldKey) => {
    const column = columns.get(key);
    const value = asTyped(cellOf(row, column));
    if (column && value.length > LIMITS.text) {
      read.problems.push(say("imports.row.text-too-long", { column: column.name, most: LIMITS.text }));
    }
    return { value, name: column?.name ?? "" };
  };
  for (const field of TOLD_FIELDS) readTold(field, mapping, text, read, whole);
  for (const field of PLAIN_FIELDS) {
    const { value, name } = text(field);
    if (field !== "vendor" && value.length > LIMITS.word) {
      read.remarks.push(say("imports.remark.long", { column: name, most: LIMITS.word }));
      continue;
    }
    if (value) read.fields[field] = value;
    // There is no register of vendors before delivery: the name stays with the record.
    if (field !== "vendor") whole.add(name);
  }
  whole.add(text("externalId").name);
  readDepartment(text("department").value, text("departmentCode").value, reading, read);
  readStage(text("stage").value, mapping, read);
  readDays(text, reading, read, whole);
  readCount(text("peopleAffected"), read, whole);
  readOwner(text("ownerEmail"), reading.known, read, whole);
  if (!read.fields.title) read.problems.push(say("imports.row.no-title", { column: titleColumn(columns) }));
  if (row.cells.length > table.width) {
    const values = { count: row.cells.length, expected: table.width };
    read.problems.push(say("imports.row.too-many-cells", values));
  }
  for (const column of table.columns) {
    const value = cellOf(row, column);
    if (value.trim() && !whole.has(column.name)) read.fields.extra[column.name] = value;
  }
  return read;
}

function titleColumn(columns: ReadonlyMap<FieldKey, Column>): string {
  const column = columns.get("title") ?? columns.get("title.fr") ?? columns.get("title.en");
  return column?.name ?? "–";
}

type Text = (key: FieldKey) => { value: string; name: string };

function readTold(field: ToldField, mapping: Mapping, text: Text, read: ReadRow, whole: Set<string>): void {
  const told: Told = {};
  const common = text(field);
  if (common.value) told[mapping.language] = common.value;
  let overruled = false;
  for (const locale of LOCALES) {
    const { value, name } = text(`${field}.${locale}`);
    if (value && locale === mapping.language && common.value) overruled = true;
    if (value) told[locale] = value;
    whole.add(name);
  }
  if (!overruled) whole.add(common.name);
  if (!told.fr && !told.en) return;
  if (field === "title" && LOCALES.some((locale) => (told[locale]?.length ?? 0) > LIMITS.title)) {
    read.problems.push(say("imports.row.title-too-long", { most: LIMITS.title }));
  }
  // A title is one line: a field that is one would swallow the breaks, and the words between them with it.
  if (field === "title") for (const locale of LOCALES) if (told[locale]) told[locale] = oneLine(told[locale]);
  read.fields[field] = told;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

function readDepartment(name: string, code: string, { departments, mapping }: Reading, read: ReadRow): void {
  if (name.length > LIMITS.department) {
    const column = mapping.columns.department ?? "";
    read.problems.push(say("imports.row.text-too-long", { column, most: LIMITS.department }));
    return;
  }
  const match: DepartmentMatch = matchDepartment(name, code, departments, mapping);
  if (match.is === "known") read.fields.department = { id: match.id, said: departmentKey(name, code) };
  if (match.is === "refused") read.problems.push(say("imports.row.department", { department: name || code }));
  if (match.is === "new") {
    read.fields.department = { key: match.key };
    read.newDepartment = { key: match.key, name: match.name, code: match.code };
  }
}

function readStage(word: string, mapping: Mapping, read: ReadRow): void {
  const stage = mapStage(word, mapping.stages);
  if (stage) read.fields.stage = stage.stage;
  else if (word) read.remarks.push(say("imports.remark.stage", { word }));
}

function readDays(text: Text, { mapping, known }: Reading, read: ReadRow, whole: Set<string>): void {
  const since = text("stageSince");
  const of = Object.fromEntries(KNOWN_DAYS.map((stage) => [stage, text(`on.${stage}`)])) as Record<KnownDay, DayCell>;
  const said = daysSaid(read.fields.stage, { since, of }, mapping.dayOrder, known.today);
  if (said.since) read.fields.stageSince = said.since;
  if (said.sinceIsWhole) whole.add(since.name);
  if (said.earlier.length > 0) read.fields.earlier = said.earlier;
  read.remarks.push(...said.remarks);
}

function readCount({ value, name }: { value: string; name: string }, read: ReadRow, whole: Set<string>): void {
  if (!value) return;
  // 1 200 and 1,200 are whole numbers with their thousands parted; 1.5 or «about 20» are not counts.
  const plain = value.replace(/(?<=\d)[\s\u00A0\u202F.,'’](?=\d{3}(?!\d))/g, "");
  if (/^\d{1,12}$/.test(plain) && Number(plain) <= LIMITS.people) {
    read.fields.peopleAffected = Number(plain);
    whole.add(name);
  } else {
    read.remarks.push(say("imports.remark.count", { column: name, text: value.slice(0, 80) }));
  }
}

function readOwner(
  { value, name }: { value: string; name: string },
  known: Known,
  read: ReadRow,
  whole: Set<string>,
): void {
  if (!value) return;
  const id = known.peopleByEmail.get(value.toLowerCase());
  if (id === undefined) {
    read.remarks.push(say("imports.remark.owner", { text: value.slice(0, 120) }));
  } else {
    read.fields.ownerId = id;
    whole.add(name);
  }
}
