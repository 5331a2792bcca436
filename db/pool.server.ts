import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { type Database, DatabaseProblem, readOnly, verbs, type Writer } from "./client.server";
import { migrationProblem, refuseOtherHistory } from "./history.server";
import { mannerOf } from "./insert-many.server";
import { timed, timedWrite } from "./meter.server";
import { readSlots } from "./read-slots.server";
import { troubleOf } from "./trouble.server";
import { inTurns } from "./turns.server";

/** Any number will do, as long as every process of this database takes the same one. */
const WRITE_LOCK = 7_263_001;
/** Rows in one statement, and rows that carry files of some megabytes. */
const ROWS_AT_ONCE = 2_000;
const FILES_AT_ONCE = 8;
const LISTS: Record<string, string> = {
  integer: "bigint[]",
  real: "double precision[]",
  text: "text[]",
  blob: "bytea[]",
};
const MIGRATION_LOCK = 7_263_002;

/** A server that says nothing for so long is told as one that is away; no page asks for anything that takes so long. */
const SILENCE_MS = 30_000;
/**
 * Every transaction that writes begins so, in one round trip. The lock is taken before the first read, so that what it
 * reads is what the last writer left. Another process may hold it for long (an import), or for ever (one that froze).
 */
const BEGIN = `BEGIN; SET LOCAL lock_timeout = '20s'; SET LOCAL idle_in_transaction_session_timeout = '60s'; SELECT pg_advisory_xact_lock(${WRITE_LOCK})`;

const INT8 = 20;
const NUMERIC = 1700;

// Whole numbers and sums come back as numbers, as SQLite gives them; the schema keeps them inside the safe range.
// Set for the driver as a whole: drizzle brings its own parsers to each query and falls back to these.
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);

const verbsOf = (connection: pg.Pool | pg.PoolClient): Writer => {
  const db = drizzle(connection);
  return verbs(
    "postgres",
    db,
    async <Row extends Record<string, unknown>>(query: SQL) => {
      const { rows } = await db.execute(query);
      return rows as Row[];
    },
    async (table, rows) => {
      const [first] = rows;
      if (!first) return;
      const { head, types, encode } = mannerOf(table, first);
      // A list for each column: a place for each value costs twice the time, most of it in reading the statement.
      const lists = types.map((type, at) => `$${at + 1}::${LISTS[type] ?? "text[]"}`).join(", ");
      const text = `${head} select * from unnest(${lists})`;
      const atOnce = types.includes("blob") ? FILES_AT_ONCE : ROWS_AT_ONCE;
      for (let from = 0; from < rows.length; from += atOnce) {
        const encoded = rows.slice(from, from + atOnce).map(encode);
        await connection.query(
          text,
          types.map((_, at) => encoded.map((values) => values[at])),
        );
      }
    },
  );
};

const WHERE = "The PostgreSQL database at DATABASE_URL";

/** When each migration that it has had was written, the oldest first. */
async function appliedIn(client: pg.Client): Promise<number[]> {
  const kept = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS kept");
  if (!kept.rows[0]?.kept) return [];
  const { rows } = await client.query("SELECT created_at FROM drizzle.__drizzle_migrations ORDER BY created_at");
  return rows.map((row) => Number(row.created_at));
}

/** Tells the meter of each query that is awaited; the pool asks its own clients with a callback. */
function timeQueries(connection: pg.Pool | pg.PoolClient): void {
  const query = connection.query.bind(connection) as (...values: unknown[]) => unknown;
  connection.query = ((...values: unknown[]) =>
    typeof values.at(-1) === "function" ? query(...values) : timed(() => query(...values))) as typeof connection.query;
}

/**
 * Opens (and migrates) a PostgreSQL database: for those who outgrow one machine.
 * @throws DatabaseProblem when the server does not answer or refuses.
 */
export async function openPostgres(url: string, migrationsFolder: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    query_timeout: SILENCE_MS,
    keepAlive: true,
  });
  // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  timeQueries(pool);
  const slots = readSlots();
  const ask = pool.query.bind(pool) as (...values: unknown[]) => Promise<unknown>;
  pool.query = ((...values: unknown[]) => slots.read(() => ask(...values))) as typeof pool.query;
  pool.on("connect", (client) => {
    timeQueries(client);
    // One that is cut while a transaction has it: its queries fail, which is told; unheard it would end the process.
    client.on("error", () => undefined);
  });
  try {
    // Not of the pool: a migration, or waiting for that of another process, takes as long as it takes.
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    await client.connect();
    try {
      await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
      refuseOtherHistory(WHERE, await appliedIn(client), migrationsFolder);
      await migrate(drizzle(client), { migrationsFolder });
    } finally {
      // The lock goes with the connection.
      await client.end().catch(() => undefined);
    }
  } catch (problem) {
    await pool.end();
    if (
      problem instanceof Error &&
      "code" in problem &&
      !("severity" in problem && String(problem.code).startsWith("42"))
    ) {
      throw new DatabaseProblem(
        `PostgreSQL at DATABASE_URL does not answer (${problem.message || problem.code}): start it, or correct the address.`,
      );
    }
    if (problem instanceof Error && problem.cause instanceof Error) throw migrationProblem(WHERE, problem);
    throw problem;
  }
  let ended: Promise<void> | undefined;
  // One writer of this process at a time asks for the lock: who waits for it holds a connection that readers need.
  const turns = inTurns();
  const transact = async <Result>(work: (tx: Writer) => Promise<Result>, itsTurn: () => void): Promise<Result> => {
    const client = await pool.connect();
    try {
      await client.query(BEGIN);
      itsTurn();
      const result = await work(verbsOf(client));
      // A transaction in which a statement failed is rolled back by COMMIT, which says so in this word alone.
      const { command } = await client.query("COMMIT");
      if (command !== "COMMIT") throw new Error("A statement of this transaction failed, and nobody was told");
      client.release();
      return result;
    } catch (problem) {
      // Nobody answers there: the server ends the transaction when it finds the connection gone.
      const lost =
        troubleOf(problem) === "away" ||
        (await client.query("ROLLBACK").then(
          () => false,
          () => true,
        ));
      client.release(lost);
      throw problem;
    }
  };
  return {
    ...readOnly(verbsOf(pool)),
    write: (work) => timedWrite((itsTurn) => slots.beside(() => turns.take(() => transact(work, itsTurn)))),
    snapshot: async (work) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return await work(readOnly(verbsOf(client)));
      } finally {
        // Thrown away with its transaction: a rollback on a broken connection would hide what broke it.
        client.release(true);
      }
    },
    version: async () => {
      const { rows } = await pool.query("SELECT pg_current_snapshot()::text AS version");
      return String(rows[0]?.version);
    },
    close: () => {
      ended ??= turns.over().then(() => pool.end());
      return ended;
    },
  };
}
