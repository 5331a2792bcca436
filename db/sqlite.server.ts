import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { type Database, DatabaseProblem, readOnly, verbs, type Writer } from "./client.server";
import { migrationProblem, refuseOtherHistory } from "./history.server";
import { mannerOf } from "./insert-many.server";
import { timed, timedWrite } from "./meter.server";
import { appliedIn, migrateSqlite } from "./migrate-sqlite.server";
import { COUNT_ANEW } from "./statistics.server";
import { troubleOf } from "./trouble.server";
import { inTurns } from "./turns.server";

/** How long a statement waits for a lock that another process holds. */
const BUSY_MS = 5_000;
const RETRY_MS = 20;
/** Queries whose length follows their input would otherwise pile up. */
const STATEMENTS_KEPT = 500;

const verbsOf = (connection: SQLite.Database): Writer => {
  const db = drizzle(connection);
  return verbs(
    "sqlite",
    db,
    async <Row>(query: SQL) => db.all<Row>(query),
    async (table, rows) => {
      const [first] = rows;
      if (!first) return;
      const { head, width, encode } = mannerOf(table, first);
      const statement = connection.prepare(`${head} values (${new Array(width).fill("?").join(", ")})`);
      for (const row of rows) statement.run(encode(row));
    },
  );
};

function connect(file: string): SQLite.Database {
  const connection = new SQLite(file, { timeout: BUSY_MS });
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("cache_size = -16000");
  keepStatements(connection);
  return connection;
}

/**
 * The same text is compiled once: drizzle asks for each query anew. A statement that answers rows as lists stays one,
 * so each text has two.
 */
function keepStatements(connection: SQLite.Database): void {
  const compile = connection.prepare.bind(connection);
  const prepare = (text: string): SQLite.Statement => {
    const statement = compile(text);
    const { all, run, get } = statement;
    statement.all = (...values) => timed(() => all.apply(statement, values));
    statement.run = (...values) => timed(() => run.apply(statement, values));
    statement.get = (...values) => timed(() => get.apply(statement, values));
    return statement;
  };
  const kept = new Map<string, SQLite.Statement>();
  connection.prepare = ((text: string) => {
    let statement = kept.get(text);
    if (statement) return statement;
    statement = prepare(text);
    let asLists: SQLite.Statement | undefined;
    statement.raw = () => {
      asLists ??= prepare(text).raw();
      return asLists;
    };
    const [oldest] = kept.keys();
    if (kept.size >= STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(text, statement);
    return statement;
  }) as typeof connection.prepare;
}

/** Takes the lock for writing; while another process has it, this one goes on reading. @throws SQLITE_BUSY after a while */
async function begin(connection: SQLite.Database): Promise<void> {
  const patience = performance.now() + BUSY_MS;
  for (;;) {
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (problem) {
      if (troubleOf(problem) !== "busy" || performance.now() > patience) throw problem;
      await wait(RETRY_MS);
    }
  }
}

/**
 * Opens (and migrates) the embedded database.
 * @throws DatabaseProblem when its folder cannot be written or the file is not a database.
 */
export function openSqlite(file: string, migrationsFolder: string): Database {
  const path = resolve(file);
  const open = () => {
    makeFolder(dirname(path));
    return { writing: connect(path), reading: connect(path) };
  };
  const { writing, reading } = attempt(path, open);
  const writes = verbsOf(writing);
  attempt(path, () => {
    // Foreign keys cannot be switched inside a transaction, and rebuilding a table needs them off.
    writing.pragma("foreign_keys = OFF");
    refuseOtherHistory(`The database ${path}`, appliedIn(writing), migrationsFolder);
    const before = appliedIn(writing).length;
    migrateSqlite(writing, migrationsFolder);
    if (appliedIn(writing).length > before) countAnew(writing);
    writing.pragma("foreign_keys = ON");
  });
  reading.pragma("query_only = ON");
  // Waiting inside SQLite would hold up the whole process: see `begin`.
  writing.pragma("busy_timeout = 0");

  // SQLite counts the writes of others for each connection; what it counted for an earlier one says nothing.
  const opened = randomUUID();
  // One writer at a time in this process; other processes are held off by BEGIN IMMEDIATE.
  const turns = inTurns();
  const transact = async <Result>(work: (tx: Writer) => Promise<Result>): Promise<Result> => {
    await begin(writing);
    try {
      const result = await work(writes);
      writing.exec("COMMIT");
      return result;
    } catch (problem) {
      if (writing.inTransaction) writing.exec("ROLLBACK");
      throw problem;
    }
  };
  return {
    ...readOnly(verbsOf(reading)),
    write: (work) =>
      timedWrite((itsTurn) =>
        turns.take(() => {
          itsTurn();
          return transact(work);
        }),
      ),
    snapshot: async (work) => {
      const own = connect(path);
      try {
        own.pragma("query_only = ON");
        own.exec("BEGIN");
        return await work(readOnly(verbsOf(own)));
      } finally {
        own.close();
      }
    },
    version: async () => `${opened}-${reading.pragma("data_version", { simple: true })}`,
    close: async () => {
      await turns.over();
      reading.close();
      writing.close();
    },
  };
}

/** What queries are planned by, once there are new indexes. While another process writes, the daily job is early enough. */
function countAnew(connection: SQLite.Database): void {
  try {
    for (const pragma of COUNT_ANEW) connection.pragma(pragma);
  } catch (problem) {
    if (troubleOf(problem) !== "busy") throw problem;
  }
}

/** One at a time: Node's own recursion never ends where the system says of a folder that is there that it is not. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (problem) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) throw problem;
  }
}

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (problem) {
    const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (
      ["EACCES", "EROFS", "EPERM", "ENOENT", "ENOTDIR", "EEXIST", "SQLITE_CANTOPEN", "SQLITE_READONLY"].some((c) =>
        code.startsWith(c),
      )
    ) {
      throw new DatabaseProblem(
        `The database ${path} cannot be written: give this user the right to write there, or set DATABASE_URL to another file (${code}).`,
      );
    }
    if (code === "SQLITE_NOTADB")
      throw new DatabaseProblem(`The file ${path} is not a Casebook database: set DATABASE_URL to another file.`);
    if (code === "SQLITE_FULL") throw new DatabaseProblem(`The disk that holds ${path} is full.`);
    // What the engine says of a statement comes as the cause of the migrator's own error.
    if (problem instanceof Error && cause !== problem) throw migrationProblem(`The database ${path}`, problem);
    throw problem;
  }
}
