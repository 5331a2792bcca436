/** Queries whose text is made once for each database: what every page asks would otherwise be spelt out for every page. */
import type { Reader } from "./client.server";

/** What drizzle's query builders of both drivers have; PostgreSQL knows a prepared query by its name. */
interface Query<Row> extends PromiseLike<Row[]> {
  prepare(name?: string): { execute(values?: Record<string, unknown>): unknown };
}

let named = 0;

/**
 * A query in which `sql.placeholder("name")` stands where a value goes, to be asked with those values.
 * A placeholder's value goes to the driver as it is: an instant as its milliseconds.
 */
export function prepared<Values extends Record<string, string | number>, Row>(
  build: (db: Reader) => Query<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  const name = `casebook_${named++}`;
  const made = new WeakMap<Reader["select"], ReturnType<Query<Row>["prepare"]>>();
  return async (db, values) => {
    // A transaction has verbs of its own, and so its own queries: on PostgreSQL another connection each time.
    let query = made.get(db.select);
    if (!query) {
      query = build(db).prepare(name);
      made.set(db.select, query);
    }
    return (await query.execute(values)) as Row[];
  };
}
