/** Whole databases: from one to another on either engine, and to and from one file. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from "node:fs";
import SQLite from "better-sqlite3";
import pg from "pg";
import { type Database, DatabaseProblem, type Reader, type Writer } from "./client.server";
import { type PlainTable, plainTables, type Row, rowsOf, writeRows } from "./rows.server";

const MAGIC = "SQLite format 3\0";
const BUSY_MS = 5_000;

export function isSqliteFile(file: string): boolean {
  const descriptor = openSync(file, "r");
  try {
    const start = Buffer.alloc(MAGIC.length);
    readSync(descriptor, start, 0, start.length, 0);
    return start.toString("latin1") === MAGIC;
  } finally {
    closeSync(descriptor);
  }
}

/** Writes every row of a source into a database that is otherwise empty, as part of one transaction. Answers how many. */
export async function fill(
  tx: Writer,
  rows: (table: PlainTable) => AsyncIterable<Row[]>,
  progress: (text: string) => void,
): Promise<number> {
  let all = 0;
  for (const table of plainTables) {
    const written = await writeRows(tx, table, rows(table));
    if (written > 0) progress(`${table.name}: ${written} rows`);
    all += written;
  }
  return all;
}

/** All rows of one database into another, whatever their engines, as they stood at one moment. */
export function copyInto(target: Database, source: Database, progress: (text: string) => void): Promise<number> {
  return source.snapshot((db: Reader) => target.write((tx) => fill(tx, (table) => rowsOf(db, table), progress)));
}

/** A compact copy of a SQLite file as it stands at one moment, while others write on. */
export function copySqlite(from: string, to: string): void {
  const connection = new SQLite(from, { timeout: BUSY_MS, fileMustExist: true });
  try {
    connection.prepare("VACUUM INTO ?").run(to);
  } finally {
    connection.close();
  }
  flush(to);
}

/** What a crash right after must not take away. */
export function flush(file: string): void {
  const descriptor = openSync(file, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** SQLite keeps two files beside a database that is open. */
export const BESIDE = ["", "-wal", "-shm"] as const;

export function removeSqlite(file: string): void {
  for (const suffix of BESIDE) rmSync(`${file}${suffix}`, { force: true });
}

/**
 * Puts a whole database file in the place of another, which stays beside it under `aside`.
 * @throws DatabaseProblem while a process has the old one open
 */
export function swapSqlite(fresh: string, place: string, aside: string): void {
  if (existsSync(aside)) throw new DatabaseProblem(`The file ${aside} is there already: wait a second, or move it.`);
  if (existsSync(place)) {
    settle(place);
    for (const suffix of ["-wal", "-shm"])
      if (existsSync(`${place}${suffix}`)) renameSync(`${place}${suffix}`, `${aside}${suffix}`);
    // A second name first: whatever happens between the two, a whole database stands in the place.
    linkOrCopy(place, aside);
  }
  renameSync(fresh, place);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Brings what is still in the log into the file itself. @throws DatabaseProblem while anybody else has it open */
function settle(file: string): void {
  const connection = new SQLite(file, { timeout: 0 });
  try {
    connection.pragma("journal_mode = DELETE");
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && String(problem.code).startsWith("SQLITE_BUSY")) {
      throw new DatabaseProblem(`The database ${file} is in use: stop Casebook first.`);
    }
    // What cannot be read at all is moved as it is.
  } finally {
    connection.close();
  }
}

const SCHEMAS = ["public", "drizzle"];

async function inPostgres(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const statement of statements) await client.query(statement);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** Moves all that a PostgreSQL database holds aside, into schemas of another name, and leaves it empty. */
export function setAsidePostgres(url: string, suffix: string): Promise<void> {
  return inPostgres(url, [
    ...SCHEMAS.map((name) => `ALTER SCHEMA ${name} RENAME TO ${name}_${suffix}`),
    "CREATE SCHEMA public",
  ]);
}

/** Throws away what was moved aside. */
export function dropAsidePostgres(url: string, suffix: string): Promise<void> {
  return inPostgres(
    url,
    SCHEMAS.map((name) => `DROP SCHEMA ${name}_${suffix} CASCADE`),
  );
}

/** Takes back what was moved aside, in the place of what is there now. */
export function takeBackPostgres(url: string, suffix: string): Promise<void> {
  return inPostgres(
    url,
    SCHEMAS.flatMap((name) => [
      `DROP SCHEMA IF EXISTS ${name} CASCADE`,
      `ALTER SCHEMA ${name}_${suffix} RENAME TO ${name}`,
    ]),
  );
}
