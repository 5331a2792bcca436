import { LIMITS } from "./limits";
import { makeId, numberedId } from "./make-id";
import { columnFor, type Mapping } from "./mapping";
import { type Said, say } from "./said";
import { type Column, cellOf, type Row, type Table } from "./table";

export interface Identity {
  id: string;
  /** The id before a number was put behind it; empty where a repeated one is refused. */
  base: string;
  /** The row says its id itself: it is not made of what the row says. */
  isOwn: boolean;
  problem: Said | null;
  /** Several cases bear this id, and the order of the file alone says which of them is meant. */
  isGuess?: boolean;
}

/** Each row's external id: its own, or one made of the stable columns; a repeated one is numbered or refused. */
export function identify(table: Table, mapping: Mapping): Identity[] {
  const own = columnFor(table, mapping.columns.externalId);
  const from = mapping.idFrom.map((header) => columnFor(table, header)).filter((column) => column !== undefined);
  const lineOf = new Map<string, number>();
  const lastNumber = new Map<string, number>();
  const idOf = (row: Row) => cellOf(row, own).trim() || makeId(from.map((column) => cellOf(row, column)));
  // An id that a later row has without a number must not be given away to a numbered one before it.
  const ids = table.rows.map(idOf);
  const said = new Set(ids);
  return table.rows.map((row, at) => {
    const id = ids[at] ?? "";
    const column = own?.name ?? names(from);
    const isOwn = cellOf(row, own).trim() !== "";
    const none = { base: "", isOwn };
    if (id === "") return { ...none, id, problem: say("imports.row.no-id", { column }) };
    if (id.length > LIMITS.externalId) {
      return { ...none, id: "", problem: say("imports.row.text-too-long", { column, most: LIMITS.externalId }) };
    }
    const base = mapping.repeatedIds === "number" ? id : "";
    const before = lineOf.get(id);
    if (before === undefined) {
      lineOf.set(id, row.line);
      return { id, base, isOwn, problem: null };
    }
    if (mapping.repeatedIds === "refuse") {
      return { ...none, id, problem: say("imports.row.repeated-id", { id, column, line: before }) };
    }
    const numbered = numberedId(id, (wanted) => lineOf.has(wanted) || said.has(wanted), lastNumber);
    lineOf.set(numbered, row.line);
    return { id: numbered, base, isOwn, problem: null };
  });
}

function names(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(" + ") || "–";
}
