import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Reader } from "./client.server";

/**
 * `column IN (…)` with one parameter however many ids there are. A parameter for each would be built, bound and compiled
 * anew for every number of them: for a board of a thousand cases that took longer than its rows.
 */
export function among(db: Pick<Reader, "engine">, column: SQLiteColumn, ids: Iterable<number>): SQL {
  const list = [...ids].join(",");
  return db.engine === "sqlite"
    ? sql`${column} in (select value from json_each(${`[${list}]`}))`
    : sql`${column} = any(${`{${list}}`}::bigint[])`;
}
