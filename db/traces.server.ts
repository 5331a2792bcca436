import { and, is, isNotNull, ne } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reader } from "./client.server";
import * as schema from "./schema.server";

const tables = Object.values(schema).filter((table) => is(table, SQLiteTable));

async function holdsIn(db: Reader, columnName: (name: string) => boolean): Promise<boolean> {
  for (const table of tables) {
    for (const column of getTableConfig(table).columns.filter(({ name }) => columnName(name))) {
      const filled = column.dataType === "number" ? and(isNotNull(column), ne(column, 0)) : isNotNull(column);
      const [row] = await db.select({ column }).from(table).where(filled).limit(1);
      if (row) return true;
    }
  }
  return false;
}

/**
 * Whether any amount is stored: then the currency cannot change, since amounts are whole minor units of it.
 * Asks every money column there is, so that a new table is not forgotten, and the business cases, whose lines hold theirs.
 */
export async function holdsMoney(db: Reader): Promise<boolean> {
  const [businessCase] = await db.select({ id: schema.businessCases.id }).from(schema.businessCases).limit(1);
  return businessCase !== undefined || holdsIn(db, (name) => name.endsWith("_minor"));
}

/** Whether any fact is dated by a fiscal quarter: then the fiscal year cannot begin elsewhere without moving it. */
export function holdsQuarters(db: Reader): Promise<boolean> {
  return holdsIn(db, (name) => name === "quarter" || name.endsWith("_quarter"));
}
