/** Answers a page's statements through the bare driver: prepared once, nothing between them and the rows. */
import { readFileSync } from "node:fs";
import SQLite from "better-sqlite3";
import pg from "pg";
import type { FloorPage, Statement } from "./statements";

export type Row = unknown[];

const INT8 = 20;
const NUMERIC = 1700;

const listOf = (row: unknown): Row => (Array.isArray(row) ? row : Object.values(row as Record<string, unknown>));

/** @returns a function that answers a page's rows: those that it shows, as lists */
export function openFloor(url: string, file: string): (page: string) => Promise<Row[]> {
  const pages: Record<string, FloorPage> = JSON.parse(readFileSync(file, "utf8"));
  const ask = url.startsWith("file:") ? askSqlite(url.slice("file:".length)) : askPostgres(url);
  const asked = Object.fromEntries(
    Object.entries(pages).map(([name, { statements, rows }]) => [
      name,
      { rows, statements: statements.map((statement) => ({ ...statement, run: ask(statement) })) },
    ]),
  );
  return async (name) => {
    const page = asked[name];
    if (!page) throw new Error(`There is no floor of ${name}`);
    const shown: Row[] = [];
    for (const { run, shown: shows } of page.statements) {
      const rows = await run();
      if (!shows) continue;
      for (const row of rows.slice(0, Math.max(0, page.rows - shown.length))) shown.push(listOf(row));
    }
    return shown;
  };
}

function askSqlite(file: string) {
  const connection = new SQLite(file, { readonly: true });
  connection.pragma("cache_size = -16000");
  return ({ sql, values, lists }: Statement) => {
    const statement = connection.prepare(sql);
    if (lists) statement.raw();
    return () => statement.all(...values);
  };
}

function askPostgres(url: string) {
  pg.types.setTypeParser(INT8, Number);
  pg.types.setTypeParser(NUMERIC, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  let named = 0;
  return ({ sql, values, lists }: Statement) => {
    const query = { name: `floor-${named++}`, text: sql, values };
    return async () => (lists ? await pool.query({ ...query, rowMode: "array" }) : await pool.query(query)).rows;
  };
}
