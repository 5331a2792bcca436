import type SQLite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";

/** As drizzle's own migrator makes and fills it. */
const HISTORY = "__drizzle_migrations";

/** How long a process waits for another one that migrates the same file. */
const PATIENCE_MS = 60_000;

/** When each migration that it has had was written, the oldest first. */
export function appliedIn(connection: SQLite.Database): number[] {
  const kept = connection.prepare("select 1 from sqlite_master where name = ?").get(HISTORY);
  if (!kept) return [];
  return connection.prepare(`select created_at from ${HISTORY} order by created_at`).pluck().all().map(Number);
}

/**
 * Applies what this database has not had, all or nothing. Drizzle's migrator looks before it takes the lock: of two
 * processes that start at once on a new file, the second would make every table again.
 * @throws an Error whose cause says what the engine said of a statement
 */
export function migrateSqlite(connection: SQLite.Database, migrationsFolder: string): void {
  const all = readMigrationFiles({ migrationsFolder });
  const newest = () => appliedIn(connection).at(-1) ?? 0;
  const pending = () => all.filter(({ folderMillis }) => folderMillis > newest());
  if (pending().length === 0) return;
  connection.pragma(`busy_timeout = ${PATIENCE_MS}`);
  connection.exec("BEGIN IMMEDIATE");
  try {
    connection.exec(
      `create table if not exists ${HISTORY} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
    );
    for (const { sql, hash, folderMillis } of pending()) {
      for (const statement of sql) connection.exec(statement);
      connection.prepare(`insert into ${HISTORY} (hash, created_at) values (?, ?)`).run(hash, folderMillis);
    }
    connection.exec("COMMIT");
  } catch (problem) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw new Error("A migration failed", { cause: problem });
  }
}
