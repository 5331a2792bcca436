/** A database as the first version left it is brought to this one, with everything in it: from now on for ever. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import SQLite from "better-sqlite3";
import pg from "pg";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { DatabaseProblem } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { openPostgres } from "#db/pool.server";
import { useCases } from "#db/schema.server";
import { openSqlite } from "#db/sqlite.server";
import { DEMONSTRATION_PASSWORD } from "#seeds/accounts";
import { prove } from "../../commands/proof";
import { openApp } from "../support/app";
import { emptyDatabaseUrl } from "../support/database";

/** The demonstration as the first version played it: a line that names a table, then a line for each of its rows. */
const FIRST = "test/fixtures/first-version.jsonl.gz";
const MIGRATIONS_OF_THE_FIRST = 2;

interface Table {
  name: string;
  columns: string[];
  rows: unknown[][];
}

function firstTables(): Table[] {
  const tables: Table[] = [];
  for (const line of gunzipSync(readFileSync(FIRST)).toString().split("\n")) {
    const read = JSON.parse(line) as { table: string; columns: string[] } | unknown[];
    if (!Array.isArray(read)) tables.push({ name: read.table, columns: read.columns, rows: [] });
    else tables.at(-1)?.rows.push(read.map(unpacked));
  }
  // Triggers count while cases are written: their counts come last, as they were.
  return tables.sort((a, b) => Number(a.name === "case_counts") - Number(b.name === "case_counts"));
}

const unpacked = (value: unknown) =>
  value !== null && typeof value === "object" && "base64" in value
    ? Buffer.from(String(value.base64), "base64")
    : value;

/** The migrations of the first version, and no later one. */
function firstMigrations(engine: "sqlite" | "postgres"): string {
  const source = join("db", "migrations", engine);
  const folder = mkdtempSync(join(inject("engines").folder, "first-"));
  mkdirSync(join(folder, "meta"), { recursive: true });
  const journal = JSON.parse(readFileSync(join(source, "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  const entries = journal.entries.slice(0, MIGRATIONS_OF_THE_FIRST);
  for (const { tag } of entries) cpSync(join(source, `${tag}.sql`), join(folder, `${tag}.sql`));
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
  return folder;
}

const listed = (columns: string[]) => columns.map((name) => `"${name}"`).join(", ");

async function fillSqlite(file: string): Promise<void> {
  await openSqlite(file, firstMigrations("sqlite")).close();
  const database = new SQLite(file);
  database.pragma("foreign_keys = OFF");
  database.transaction(() => {
    for (const { name, columns, rows } of firstTables()) {
      database.exec(`delete from "${name}"`);
      const names = name === "use_case_search" ? ["rowid", "body"] : columns;
      const insert = database.prepare(
        `insert into "${name}" (${listed(names)}) values (${columns.map(() => "?").join(", ")})`,
      );
      for (const row of rows) insert.run(row);
    }
  })();
  database.close();
}

async function fillPostgres(url: string): Promise<void> {
  await (await openPostgres(url, firstMigrations("postgres"))).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("begin; set local session_replication_role = replica");
  for (const { name, columns, rows } of firstTables()) {
    const places = columns.map((_, place) => `$${place + 1}`).join(", ");
    await client.query(`delete from "${name}"`);
    for (const row of rows) await client.query(`insert into "${name}" (${listed(columns)}) values (${places})`, row);
    // Nothing numbered these rows here: the next one gets the number after them.
    if (columns.includes("id") && rows.length > 0)
      await client.query(`select setval(pg_get_serial_sequence('${name}', 'id'), (select max(id) from "${name}"))`);
  }
  await client.query("commit");
  await client.end();
}

describe("A database of the first version", () => {
  let url: string;
  beforeAll(async () => {
    url = await emptyDatabaseUrl();
    if (inject("engines").engine === "sqlite") await fillSqlite(url.slice("file:".length));
    else await fillPostgres(url);
  }, 60_000);

  test("is brought to this one whole: nothing is lost, and all is proved", async () => {
    const database = await openDatabase(url);
    try {
      const first = firstTables();
      const rowsOf = (name: string) => first.find((table) => table.name === name)?.rows.length;
      expect(await prove("The upgraded database", database)).toMatchObject({
        organisation: "Halvenne",
        events: rowsOf("audit_events"),
      });
      const cases = await database.select().from(useCases);
      expect(cases).toHaveLength(rowsOf("use_cases") ?? -1);
    } finally {
      await database.close();
    }
  });

  test("serves its pages", async () => {
    const database = await openDatabase(url);
    try {
      const app = await openApp({ database });
      const visitor = app.stranger();
      await visitor.submit("/sign-in", { email: "helene.darcy@halvenne.example", password: DEMONSTRATION_PASSWORD });
      for (const page of ["/", "/use-cases", "/use-cases/UC-0001", "/dashboard", "/pipeline", "/prioritise"]) {
        expect((await visitor.get(page)).status, page).toBe(200);
      }
    } finally {
      await database.close();
    }
  });

  test("is refused by an older version once it was brought on, in a sentence", async () => {
    await (await openDatabase(url)).close();
    const older = firstMigrations(inject("engines").engine);
    const open = async () =>
      url.startsWith("file:") ? openSqlite(url.slice("file:".length), older) : openPostgres(url, older);
    await expect(open()).rejects.toThrow(DatabaseProblem);
    await expect(open()).rejects.toThrow(/newer version of Casebook/);
  });
});
