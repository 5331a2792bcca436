import { Refusal } from "#app/kernel/refusal";
import { decodePieces, type Encoding } from "./decode.server";
import { LIMITS } from "./limits";
import { say } from "./said";
import { type Table, TableBuilder } from "./table";

/** Objects inside a record that become columns of their own: `contact.email`. What lies deeper stays a text. */
const DEEPEST = 3;

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Fields = Readonly<Record<string, Json>>;

const isFields = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const areRecords = (value: Json): value is Record<string, Json>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields);

/**
 * The table that a JSON file holds: a list of records, or an object with one such list among its fields. A record is a
 * row, numbered from 1, and a field a column, in the order in which fields first appear.
 * @throws Refusal with a sentence that says where and why
 */
export function readJson(bytes: Uint8Array, encoding: Encoding, from: number): Table {
  if (bytes.byteLength > LIMITS.jsonBytes) {
    throw new Refusal(400, "imports.refused.json-bytes", { most: LIMITS.jsonBytes / 1024 / 1024 });
  }
  const text = [...decodePieces(bytes, encoding, from)].join("");
  const { records, named } = recordsIn(parsed(text));
  if (records.length > LIMITS.rows) throw new Refusal(400, "imports.refused.rows", { most: LIMITS.rows });
  const columns = new Map<string, number>();
  let rounded = 0;
  const rows = records.map((record, at) => {
    const cells: string[] = [];
    flatten(record, "", 1, (name, value) => {
      const place = columns.get(name) ?? columns.size;
      if (place >= LIMITS.columns) {
        throw new Refusal(400, "imports.refused.columns", { line: at + 1, count: place + 1, most: LIMITS.columns });
      }
      columns.set(name, place);
      if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) rounded++;
      cells[place] = textOf(value, at + 1);
    });
    return cells;
  });
  if (columns.size === 0) throw new Refusal(400, "imports.refused.no-table");
  // The names of the fields stand above the first record.
  const builder = new TableBuilder({ headerLine: 0 });
  builder.add(0, [...columns.keys()]);
  for (const [at, cells] of rows.entries()) {
    builder.add(
      at + 1,
      Array.from({ length: columns.size }, (_, place) => cells[place] ?? ""),
    );
  }
  if (named) builder.notices.push(say("imports.notice.json-list", { field: named }));
  if (rounded > 0) builder.notices.push(say("imports.notice.json-rounded", { count: rounded }));
  return builder.finish({ format: "json", encoding, separator: null, sheet: null, sheets: [] });
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (problem) {
    const at = Number(/position (\d+)/.exec(problem instanceof Error ? problem.message : "")?.[1] ?? text.length);
    const before = text.slice(0, at).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new Refusal(400, "imports.refused.json-broken", { line: before.length, column });
  }
}

/** The records of a file, and the field that they were found in where the file is not the list itself. */
function recordsIn(file: Json): { records: Fields[]; named: string | null } {
  if (areRecords(file)) return { records: file, named: null };
  const lists = isFields(file) ? Object.entries(file).filter(([, value]) => areRecords(value)) : [];
  const [found, another] = lists;
  if (another) {
    const fields = lists.map(([name]) => name).slice(0, 5);
    throw new Refusal(400, "imports.refused.json-lists", { fields: fields.join(", ") });
  }
  if (!found) throw new Refusal(400, "imports.refused.json");
  const [named, records] = found;
  return { records: records as Fields[], named };
}

function flatten(fields: Fields, above: string, depth: number, put: (name: string, value: Json) => void): void {
  for (const [name, value] of Object.entries(fields)) {
    const full = `${above}${name}`;
    if (isFields(value) && depth < DEEPEST) flatten(value, `${full}.`, depth + 1, put);
    else put(full, value);
  }
}

/** A field as the cell of a table: a list of words as words, and what is no word as JSON. */
function textOf(value: Json, record: number): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value) && value.every((one) => one === null || typeof one !== "object")) {
    return value.filter((one) => one !== null && one !== "").join("; ");
  }
  try {
    return JSON.stringify(value);
  } catch {
    throw new Refusal(400, "imports.refused.json-deep", { line: record });
  }
}
