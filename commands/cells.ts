/** Values of a database as they stand in files: nothing is lost on the way, and nothing differs by engine. */
import { restoreText } from "#app/kernel/csv";
import type { Column, Row, Value } from "#db/rows.server";

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** A row as a line of JSON: a list in the order of the columns, bytes in base64. */
export function toJson(columns: readonly Column[], row: Row): string {
  return JSON.stringify(
    columns.map(({ name }) => {
      const value = row[name];
      return value instanceof Uint8Array ? base64(value) : value;
    }),
  );
}

/** @throws when the line is not a row of these columns. */
export function fromJson(columns: readonly Column[], line: string): Row {
  const values: unknown = JSON.parse(line);
  if (!Array.isArray(values) || values.length !== columns.length) throw new Error(`not ${columns.length} values`);
  return Object.fromEntries(columns.map((column, place) => [column.name, read(column, values[place])]));
}

function read({ name, type }: Column, value: unknown): Value {
  if (value === null) return null;
  if (type === "blob" && typeof value === "string") return Buffer.from(value, "base64");
  if (type === "text" && typeof value === "string") return value;
  if ((type === "integer" || type === "real") && typeof value === "number") return value;
  throw new Error(`${name} is no ${type}`);
}

/**
 * A row as cells of a CSV file. A blank cell is no value; an empty text is `\`, and a text that begins so has one more.
 * What a spreadsheet would run is made safe.
 */
export function toCells(columns: readonly Column[], row: Row): string[] {
  return columns.map(({ name }) => {
    const value = row[name];
    if (value === null || value === undefined) return "";
    if (value instanceof Uint8Array) return base64(value);
    if (typeof value === "number") return String(value);
    return value === "" || value.startsWith("\\") ? `\\${value}` : value;
  });
}

/** @throws when the cells are not a row of these columns. */
export function fromCells(columns: readonly Column[], cells: readonly string[]): Row {
  if (cells.length !== columns.length) throw new Error(`not ${columns.length} cells`);
  return Object.fromEntries(
    columns.map((column, place) => {
      const cell = cells[place] ?? "";
      if (cell === "") return [column.name, null];
      if (column.type === "text") return [column.name, textOf(restoreText(cell))];
      return [column.name, read(column, column.type === "blob" ? cell : numberOf(cell))];
    }),
  );
}

const textOf = (cell: string): string => (cell.startsWith("\\") ? cell.slice(1) : cell);
const numberOf = (cell: string): number | string => (Number.isFinite(Number(cell)) ? Number(cell) : cell);
