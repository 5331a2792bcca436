/** Every table as plain rows, read and written alike on both engines: for exports, and for the way from one engine to the other. */
import { sql } from "drizzle-orm";
import { customType, getTableConfig, type SQLiteTable, sqliteTable } from "drizzle-orm/sqlite-core";
import type { Reader, Writer } from "./client.server";
import { sqliteTables } from "./postgres.server";

/** As the drivers hand it out: text, numbers, bytes or nothing. */
export type Value = string | number | Uint8Array | null;
export type Row = Record<string, Value>;

export interface Column {
  name: string;
  type: "text" | "integer" | "real" | "blob";
}

export interface PlainTable {
  name: string;
  columns: readonly Column[];
  /** What orders its rows, and names each. */
  key: readonly string[];
  /** Columns that point at rows of the same table, which may come later: filled when all are there. */
  late: readonly string[];
}

const BATCH = 2_000;
/** Searched, not stored: a virtual table on one engine and a column of vectors on the other. */
const SEARCH = "use_case_search";
/** Triggers count while cases and sums are written: what they made is replaced at the end. */
const COUNTS: readonly string[] = ["case_counts", "facet_counts", "case_values", "quarter_totals"];
/** What changed last is each register's own: a copy begins with what was written into it. */
const OWN = "case_changes";
/** A value as the drivers take it, whatever drizzle makes of columns of its type. */
const plain = customType<{ data: Value; config: Pick<Column, "type">; configRequired: true }>({
  dataType: ({ type }) => type,
});

function columnTypeOf(type: string): Column["type"] {
  if (type === "text" || type === "integer" || type === "real" || type === "blob") return type;
  throw new Error(`No plain type for ${type}`);
}

function plainTableOf(table: SQLiteTable): PlainTable {
  const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  const key = own.length > 0 ? own : primaryKeys.flatMap((each) => each.columns);
  const late = foreignKeys.flatMap((each) => {
    const { columns: from, foreignTable } = each.reference();
    return foreignTable === table ? from.map((column) => column.name) : [];
  });
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, type: columnTypeOf(column.getSQLType()) })),
    key: key.map((column) => column.name),
    late,
  };
}

/** In an order in which each row can be written after those that it points at. */
function inOrder(): PlainTable[] {
  const left = new Set(sqliteTables);
  const ordered: SQLiteTable[] = [];
  const pointsAt = (table: SQLiteTable) =>
    getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable as SQLiteTable);
  while (left.size > 0) {
    const free = [...left].filter((table) => pointsAt(table).every((to) => to === table || !left.has(to)));
    if (free.length === 0) throw new Error("The tables point at each other in a circle");
    for (const table of free) {
      left.delete(table);
      ordered.push(table);
    }
  }
  return ordered.map(plainTableOf);
}

const searchTable: PlainTable = {
  name: SEARCH,
  columns: [
    { name: "use_case_id", type: "integer" },
    { name: "body", type: "text" },
  ],
  key: ["use_case_id"],
  late: [],
};

/** All that a database holds, in the order in which it can be written. */
export const plainTables: readonly PlainTable[] = [
  ...inOrder().filter(({ name }) => !COUNTS.includes(name) && name !== OWN),
  ...inOrder().filter(({ name }) => COUNTS.includes(name)),
  searchTable,
];

const list = (names: readonly string[]) =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );

/** On SQLite the search table knows its case as the row's own number. */
function selected(engine: Reader["engine"], { name, columns }: PlainTable) {
  const names = list(columns.map((column) => column.name));
  if (name !== SEARCH || engine === "postgres") return sql`select ${names} from ${sql.identifier(name)}`;
  return sql`select * from (select rowid as use_case_id, body from ${sql.identifier(name)}) as search`;
}

/** A table's rows in the order of its key, some thousands at a time. Read them in one snapshot: see `Database.snapshot`. */
export async function* rowsOf(db: Reader, table: PlainTable): AsyncGenerator<Row[]> {
  const key = list(table.key);
  let last: Row | undefined;
  for (;;) {
    const after = last;
    const values =
      after &&
      sql.join(
        table.key.map((name) => sql`${after[name]}`),
        sql`, `,
      );
    const from = values ? sql` where (${key}) > (${values})` : sql``;
    const rows = await db.rows<Row>(sql`${selected(db.engine, table)}${from} order by ${key} limit ${BATCH}`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1);
  }
}

export async function countOf(db: Reader, { name }: PlainTable): Promise<number> {
  const [row] = await db.rows<{ count: number }>(sql`select count(*) as count from ${sql.identifier(name)}`);
  return Number(row?.count ?? 0);
}

function writable(engine: Reader["engine"], { name, columns }: PlainTable): SQLiteTable {
  const nameOn = (column: string) =>
    name === SEARCH && engine === "sqlite" && column === "use_case_id" ? "rowid" : column;
  return sqliteTable(
    name,
    Object.fromEntries(columns.map(({ name: column, type }) => [column, plain(nameOn(column), { type })])),
  );
}

/** Writes a table's rows as they are. What triggers made of rows that were written before is replaced. */
export async function writeRows(tx: Writer, table: PlainTable, batches: AsyncIterable<Row[]>): Promise<number> {
  const target = writable(tx.engine, table);
  let written = 0;
  const late: Row[] = [];
  await tx.delete(target).where(sql`true`);
  for await (const rows of batches) {
    const now = rows.map((row) => {
      if (table.late.every((name) => row[name] === null)) return row;
      late.push(row);
      return { ...row, ...Object.fromEntries(table.late.map((name) => [name, null])) };
    });
    await tx.insertMany(target, now as never);
    written += rows.length;
  }
  for (const row of late) {
    const set = sql.join(
      table.late.map((name) => sql`${sql.identifier(name)} = ${row[name]}`),
      sql`, `,
    );
    const where = sql.join(
      table.key.map((name) => sql`${sql.identifier(name)} = ${row[name]}`),
      sql` and `,
    );
    await tx.rows(sql`update ${sql.identifier(table.name)} set ${set} where ${where} returning 1`);
  }
  await continueNumbering(tx, table);
  return written;
}

/** The next row gets the number after the last one. */
export async function continueNumbering(tx: Writer, { name, key }: Pick<PlainTable, "name" | "key">): Promise<void> {
  if (tx.engine === "sqlite" || key.join() !== "id") return;
  await tx.rows(sql`select setval(pg_get_serial_sequence(${name}, 'id'), greatest(1, (select max(id) from ${sql.identifier(name)})),
    exists(select 1 from ${sql.identifier(name)})) as next`);
}
