import type { InferInsertModel } from "drizzle-orm";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";

/** How the rows of one shape are written: the statement's head, and each row as the driver takes it. */
export interface Manner {
  /** `insert into "use_cases" ("reference", "title")` */
  head: string;
  width: number;
  /** The columns' types as SQLite knows them, in order. */
  types: readonly string[];
  encode(row: Record<string, unknown>): unknown[];
}

/**
 * The manner of writing rows whose fields are those of the first one; what it leaves out takes the column's default.
 * drizzle builds a statement of so many rows anew each time, which took most of the time and of the memory of an import.
 */
export function mannerOf(table: SQLiteTable, first: Record<string, unknown>): Manner {
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => field in first);
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  return {
    head: `insert into "${getTableConfig(table).name}" (${names})`,
    width: columns.length,
    types: columns.map(([, column]) => column.getSQLType()),
    encode: (row) =>
      columns.map(([field, column]) => {
        const value = row[field];
        return value === null || value === undefined ? null : column.mapToDriverValue(value);
      }),
  };
}

/** Writes rows of one shape, however many. */
export type InsertMany = <Table extends SQLiteTable>(
  table: Table,
  rows: readonly InferInsertModel<Table>[],
) => Promise<void>;
