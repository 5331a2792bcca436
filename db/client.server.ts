import type { SQL } from "drizzle-orm";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { InsertMany } from "./insert-many.server";

type Queries = BaseSQLiteDatabase<"async", unknown>;

/** What a read may do. The same queries run on both engines; await them, and never use `.get()`, `.all()` or `.run()`. */
export interface Reader extends Pick<Queries, "select" | "selectDistinct" | "with"> {
  readonly engine: "sqlite" | "postgres";
  /** Rows of raw SQL, for what drizzle does not express. */
  rows<Row extends Record<string, unknown>>(query: SQL): Promise<Row[]>;
}

/** What a command may do inside its transaction. */
export interface Writer extends Reader, Pick<Queries, "insert" | "update" | "delete"> {
  /** Marks a `Writer`, so that a function that must not write cannot be handed one by accident. */
  readonly writes: true;
  /** Inserts rows that all have the fields of the first one: for hundreds and more, where `insert` costs too much. */
  insertMany: InsertMany;
}

export interface Database extends Reader {
  /**
   * One serialisable transaction: writers queue, readers go on. Rolls back when `work` throws.
   * Do nothing slow inside (no network, no hashing of passwords): every other writer waits.
   */
  write<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result>;
  /** Reads that all see the same moment, however long they take; writers go on meanwhile. */
  snapshot<Result>(work: (db: Reader) => Promise<Result>): Promise<Result>;
  /** Names what a read would see now: as long as it stays the same text, so does the data. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/**
 * The verbs over a drizzle database of either driver. The two drivers' builders have the same methods and, awaited,
 * the same answers for these tables (the journeys run on both), which their types cannot say: the only cast between them.
 */
export function verbs(engine: Reader["engine"], driver: object, rows: Reader["rows"], insertMany: InsertMany): Writer {
  const db = driver as Queries;
  return {
    engine,
    writes: true,
    rows,
    insertMany,
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    with: db.with.bind(db),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
  };
}

/** The verbs that only read. */
export function readOnly({ engine, select, selectDistinct, with: withQueries, rows }: Reader): Reader {
  return { engine, select, selectDistinct, with: withQueries, rows };
}

/** A database address that cannot be used, in a sentence for the person who set it. */
export class DatabaseProblem extends Error {}
