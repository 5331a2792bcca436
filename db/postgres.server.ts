/** The PostgreSQL twin of the schema, made mechanically from SQLite's: only the migrations are generated from it. */
import { getTableColumns, is, SQL } from "drizzle-orm";
import {
  bigint,
  customType,
  doublePrecision,
  foreignKey,
  index,
  type PgTable,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "./schema.server";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

function isTable(value: unknown): value is SQLiteTable {
  return is(value, SQLiteTable);
}

export const sqliteTables: readonly SQLiteTable[] = Object.values(schema).filter(isTable);

function translateColumn(column: SQLiteColumn, aloneInKey: boolean) {
  const type = column.getSQLType();
  const plain = (() => {
    if (type === "integer") {
      const whole = bigint(column.name, { mode: "number" });
      return aloneInKey && column.name === "id" ? whole.generatedByDefaultAsIdentity() : whole;
    }
    if (type === "real") return doublePrecision(column.name);
    if (type === "text") return text(column.name);
    if (type === "blob") return bytea(column.name);
    throw new Error(`No PostgreSQL type for ${type} (${column.name})`);
  })();
  if (aloneInKey) plain.primaryKey();
  if (column.notNull) plain.notNull();
  if (column.hasDefault && column.default !== undefined) {
    const stored = column.mapToDriverValue(column.default);
    plain.default(stored as never);
  }
  return plain;
}

/** Every table, by its name in the database. Text, JSON and instants are stored as SQLite stores them. */
export function postgresTables(): Record<string, PgTable> {
  const made = new Map<string, PgTable>();
  const columnOf = (table: SQLiteTable, name: string) => {
    const twin = made.get(getTableConfig(table).name);
    const column = twin && getTableColumns(twin)[name];
    if (!column) throw new Error(`${getTableConfig(table).name}.${name} is used before it is made`);
    return column;
  };
  for (const table of sqliteTables) {
    const config = getTableConfig(table);
    const columns = Object.fromEntries(
      config.columns.map((column) => [column.name, translateColumn(column, column.primary)]),
    );
    const twin = pgTable(config.name, columns, (self) => {
      const own = (column: { name: string }) => {
        const found = self[column.name];
        if (!found) throw new Error(`${config.name} has no column ${column.name}`);
        return found;
      };
      const list = <Item extends object>(items: Item[]): [Item, ...Item[]] => {
        const [first, ...rest] = items;
        if (!first) throw new Error(`${config.name}: a key without columns`);
        return [first, ...rest];
      };
      return [
        ...config.primaryKeys.map((key) => primaryKey({ columns: list(key.columns.map(own)) })),
        ...config.indexes.map(({ config: made }) => {
          const on = list(
            made.columns.map((column) => {
              if (is(column, SQL)) throw new Error(`${made.name}: an index on an expression has no mechanical twin`);
              return own(column as SQLiteColumn);
            }),
          );
          return (made.unique ? uniqueIndex(made.name) : index(made.name)).on(...on);
        }),
        ...config.foreignKeys.map((key) => {
          const reference = key.reference();
          return foreignKey({
            columns: list(reference.columns.map(own)),
            foreignColumns: list(
              reference.foreignColumns.map((column) =>
                reference.foreignTable === table ? own(column) : columnOf(reference.foreignTable, column.name),
              ),
            ),
          });
        }),
      ];
    });
    made.set(config.name, twin);
  }
  return Object.fromEntries(made);
}
