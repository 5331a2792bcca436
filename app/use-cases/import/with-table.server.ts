import type { Reader } from "#db/client.server";
import { fileOf } from "./file-parts.server";
import type { Import } from "./imports.server";
import { withLeanHeap } from "./lean-heap.server";
import { readTable } from "./read-table.server";
import type { Table } from "./table";

/** Larger files are read anew for each page, and one at a time: two of the largest would pass 400 MB together. */
const SMALL_BYTES = 4 * 1024 * 1024;
const KEPT_MS = 120_000;

interface Kept {
  key: string;
  table: Table;
  forget: NodeJS.Timeout;
}

/** The last small table of each database, so that the steps of one import do not read their file over and over. */
const kept = new WeakMap<Reader, Kept>();
let large: Promise<unknown> = Promise.resolve();

/** Work on a file that was just sent, or lies in the database: large ones wait for each other. */
export function inTurn<Result>(size: number, work: () => Promise<Result>): Promise<Result> {
  if (size <= SMALL_BYTES) return work();
  const turn = large.then(() => withLeanHeap(work));
  large = turn.catch(() => undefined);
  return turn;
}

/**
 * Does some work on the table of an uploaded file, read as the person has corrected it.
 * @throws Refusal as `readTable` does, or 404 when the file is gone
 */
export async function withTable<Result>(
  db: Reader,
  { id, size, sha256, reading }: Pick<Import, "id" | "size" | "sha256" | "reading">,
  work: (table: Table) => Promise<Result>,
): Promise<Result> {
  if (size > SMALL_BYTES)
    return inTurn(size, async () => work(await readTable(await fileOf(db, { id, size }), reading)));
  const key = `${id} ${sha256} ${JSON.stringify(reading)}`;
  const last = kept.get(db);
  if (last?.key === key) return work(last.table);
  const table = await readTable(await fileOf(db, { id, size }), reading);
  clearTimeout(last?.forget);
  const forget = setTimeout(() => kept.delete(db), KEPT_MS);
  forget.unref();
  kept.set(db, { key, table, forget });
  return work(table);
}
