import { restoreText } from "#app/kernel/csv";
import { Refusal } from "#app/kernel/refusal";
import { fold } from "#app/kernel/told";
import { findHeader, type RawRow, trimRow } from "./find-header";
import { LIMITS } from "./limits";
import { type Said, say } from "./said";

export interface Column {
  /** Its place in a row's cells. */
  index: number;
  /** The header as the file says it, made unique: the second «Comment» is `Comment (2)`; one without header `#5`. */
  name: string;
}

export interface Row {
  /** The line of the file (CSV), the row of the sheet (XLSX) or the record (JSON) on which it begins, from 1. */
  line: number;
  /** Without the blank cells at its end; a cell that is not there is blank. */
  cells: string[];
}

export interface Table {
  format: "csv" | "xlsx" | "json";
  encoding: string | null;
  separator: string | null;
  sheet: string | null;
  sheets: string[];
  headerLine: number;
  /** Cells that the header has; a row with more has probably been cut in the wrong place. */
  width: number;
  columns: Column[];
  rows: Row[];
  /** What the reading did that the person should know. */
  notices: Said[];
}

/** A row's text in a column; blank where there is none. */
export function cellOf(row: Row, column: Column | undefined): string {
  return column ? (row.cells[column.index] ?? "") : "";
}

/** Columns that our own file of refused rows adds: never data. */
export const ERROR_COLUMNS = ["casebook_line", "casebook_reason"] as const;

const HEAD_ROWS = 60;
const SHORT = 24;

interface BuildOptions {
  /** The header's line when the person has corrected the one that was found. */
  headerLine?: number;
  /** The field that a header names, if it is known: the row that names most is the header. */
  meaning?: (header: string) => string | null;
  /** Whether cells may carry the apostrophe of our safe CSV. */
  restores?: boolean;
}

/** Builds a table from a file's rows, one by one, holding no more than it must. */
export class TableBuilder {
  readonly notices: Said[] = [];
  readonly #options: BuildOptions;
  readonly #known = new Map<string, string>();
  #head: RawRow[] | null = [];
  #header: RawRow | null = null;
  #headerKey = "";
  #rows: Row[] = [];
  #cells = 0;
  #texts = 0;
  #blank = 0;
  #repeatedHeaders = 0;
  #longRows = 0;
  #firstLongLine = 0;

  constructor(options: BuildOptions = {}) {
    this.#options = options;
  }

  /** @throws Refusal when the file is larger than we take. */
  add(line: number, cells: readonly string[]): void {
    const row = trimRow(line, cells);
    if (row.cells.length === 0) {
      this.#blank++;
      return;
    }
    if (row.cells.length > LIMITS.columns) {
      throw new Refusal(400, "imports.refused.columns", { line, count: row.cells.length, most: LIMITS.columns });
    }
    if (!this.#head) this.#keep(row);
    else if (this.#head.push(row) >= HEAD_ROWS) this.#settleHeader(this.#head);
  }

  #settleHeader(head: RawRow[]): void {
    this.#head = null;
    const header = findHeader(head, this.#options);
    if (!header) return;
    this.#header = this.#options.restores ? { line: header.line, cells: header.cells.map(restoreText) } : header;
    this.#headerKey = keyOf(header.cells);
    const above = head.filter((row) => row.line < header.line).length;
    if (above > 0) this.notices.push(say("imports.notice.banner", { count: above, line: header.line }));
    for (const row of head) if (row.line > header.line) this.#keep(row);
  }

  #keep(row: RawRow): void {
    const header = this.#header;
    if (!header || row.line <= header.line) return;
    if (row.cells.length === header.cells.length && keyOf(row.cells) === this.#headerKey) {
      this.#repeatedHeaders++;
      return;
    }
    this.#cells += row.cells.length;
    if (this.#rows.length >= LIMITS.rows) throw new Refusal(400, "imports.refused.rows", { most: LIMITS.rows });
    const cells = row.cells.map((cell) => this.#compact(cell));
    if (this.#cells > LIMITS.cells || this.#texts > LIMITS.texts) {
      throw new Refusal(400, "imports.refused.cells", { line: row.line });
    }
    if (cells.length > header.cells.length) {
      this.#longRows++;
      this.#firstLongLine ||= row.line;
    }
    this.#rows.push({ line: row.line, cells });
  }

  /** The same short word stands in thousands of cells: it is held once. */
  #compact(cell: string): string {
    if (cell === "") return "";
    const text = this.#options.restores && cell.charCodeAt(0) === 39 ? storable(restoreText(cell)) : storable(cell);
    const known = text.length > SHORT ? undefined : this.#known.get(text);
    if (known !== undefined) return known;
    this.#texts++;
    if (text.length > SHORT) return text;
    if (this.#known.size < 50_000) this.#known.set(text, text);
    return text;
  }

  /** @throws Refusal when no table was found, or nothing under its header. */
  finish(about: Pick<Table, "format" | "encoding" | "separator" | "sheet" | "sheets">): Table {
    if (this.#head) this.#settleHeader(this.#head);
    const header = this.#header;
    if (!header) throw new Refusal(400, "imports.refused.no-table");
    if (this.#rows.length === 0) throw new Refusal(400, "imports.refused.no-rows", { line: header.line });
    const columns = this.#columns(header.cells);
    if (this.#blank > 0) this.notices.push(say("imports.notice.blank-rows", { count: this.#blank }));
    if (this.#repeatedHeaders > 0) {
      this.notices.push(say("imports.notice.repeated-headers", { count: this.#repeatedHeaders }));
    }
    if (this.#longRows > 0) {
      const values = { count: this.#longRows, line: this.#firstLongLine };
      this.notices.push(say("imports.notice.long-rows", values));
    }
    return {
      ...about,
      headerLine: header.line,
      width: header.cells.length,
      columns,
      rows: this.#rows,
      notices: this.notices,
    };
  }

  #columns(headers: readonly string[]): Column[] {
    const filled = new Array<boolean>(headers.length).fill(false);
    for (const { cells } of this.#rows) {
      for (let at = 0; at < cells.length && at < filled.length; at++) if (cells[at]?.trim()) filled[at] = true;
    }
    const names = uniqueNames(headers);
    const repeated = names.filter((name, at) => headers[at]?.trim() && name !== tidy(headers[at])).length;
    if (repeated > 0) this.notices.push(say("imports.notice.repeated-columns", { count: repeated }));
    return names
      .map((name, index) => ({ index, name }))
      .filter(({ index, name }) => headers[index]?.trim() || filled[index] || !name.startsWith("#"))
      .filter(({ name }) => !ERROR_COLUMNS.some((own) => own === name));
  }
}

/** Without what PostgreSQL cannot store and nobody ever means: a NUL, half of a character. */
function storable(cell: string): string {
  const bare = cell.includes("\0") ? cell.replaceAll("\0", "") : cell;
  return bare.isWellFormed() ? bare : bare.toWellFormed();
}

function keyOf(cells: readonly string[]): string {
  return cells.map((cell) => fold(cell)).join("\u0000");
}

function tidy(header: string | undefined): string {
  return (header ?? "").replace(/\s+/g, " ").trim();
}

/** Headers told apart: repeated ones numbered from (2), blank ones named by their place. */
export function uniqueNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  const own = new Set(headers.map(tidy));
  return headers.map((header, index) => {
    const wanted = tidy(header) || `#${index + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name) || (name !== wanted && own.has(name)); n++) name = `${wanted} (${n})`;
    taken.add(name);
    return name;
  });
}
