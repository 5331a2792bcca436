/** Queries whose text is made once for each database: what every page asks would otherwise be spelt out for every page. */
import { createHash } from "node:crypto";
import type { Reader } from "./client.server";

/** What drizzle's query builders of both drivers have; PostgreSQL knows a prepared query by its name. */
interface Query<Row> extends PromiseLike<Row[]> {
  prepare(name?: string): { execute(values?: Record<string, unknown>): unknown };
  toSQL(): { sql: string };
}

/** By its text: the process holds this module twice, in the server and in its pages, and both share a connection. */
const nameOf = (text: string) => `casebook_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;

/**
 * A query in which `sql.placeholder("name")` stands where a value goes, to be asked with those values.
 * A placeholder's value goes to the driver as it is: an instant as its milliseconds.
 */
export function prepared<Values extends Record<string, string | number>, Row>(
  build: (db: Reader) => Query<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  const made = new WeakMap<Reader["select"], ReturnType<Query<Row>["prepare"]>>();
  return async (db, values) => {
    // A transaction has verbs of its own, and so its own queries: on PostgreSQL another connection each time.
    let query = made.get(db.select);
    if (!query) {
      const written = build(db);
      query = written.prepare(nameOf(written.toSQL().sql));
      made.set(db.select, query);
    }
    return (await query.execute(values)) as Row[];
  };
}
