/** A whole database goes from one engine to the other, through a file or a folder, and is the same there. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import type { Database } from "#db/client.server";
import { copyInto, fill } from "#db/copy.server";
import { openDatabase } from "#db/open.server";
import { plainTables, rowsOf } from "#db/rows.server";
import { comments, organisations, settings, votes } from "#db/schema.server";
import { archivedRows, type Format, readManifest, writeArchive } from "../../commands/archive";
import { toJson } from "../../commands/cells";
import { prove } from "../../commands/proof";
import { newDatabase } from "../support/database";
import { demoDatabase, demoDatabaseUrl } from "../support/demo";
import { scratch } from "../support/programs";

// The first who asks plays the demonstration.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

const quiet = () => undefined;

/** Every row of every table, written as one line. */
async function all(database: Database): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of plainTables) {
    const lines: string[] = [];
    for await (const rows of rowsOf(database, table)) lines.push(...rows.map((row) => toJson(table.columns, row)));
    tables[table.name] = lines;
  }
  return tables;
}

/** The demonstration, with what travels badly in it. */
async function awkward(): Promise<Database> {
  const database = await demoDatabase();
  const texts = [
    "",
    "\\",
    "\\N",
    " ",
    "=1+1",
    "'=1",
    'a,b;c\t"d"\r\ne\rf\ng',
    "\u2028\u2029\u0001",
    "🐄é\uFEFF",
    "null",
    "-5",
    "007",
  ];
  await database.write((tx) =>
    tx.insertMany(
      settings,
      texts.map((value, place) => ({ name: `text ${place}`, value })),
    ),
  );
  return database;
}

async function emptySqlite(): Promise<Database> {
  const database = await openDatabase(`file:${join(scratch(), "other.db")}`);
  onTestFinished(() => database.close());
  return database;
}

test("Row by row the same on SQLite, and back on this engine", async () => {
  const source = await awkward();
  const before = await all(source);
  expect(before.reports?.length).toBeGreaterThan(100);
  const sqlite = await emptySqlite();
  await copyInto(sqlite, source, quiet);
  expect(await all(sqlite)).toEqual(before);
  const back = await newDatabase();
  await copyInto(back, sqlite, quiet);
  expect(await all(back)).toEqual(before);
  expect(await verifyAudit(back)).toMatchObject({ whole: true });
  expect(await prove("The copy", back)).toMatchObject({ organisation: "Halvenne" });
});

test("Numbering goes on after the last row, on the engine that it moved to", async () => {
  const source = await awkward();
  const target = await newDatabase();
  await copyInto(target, source, quiet);
  const row = (await source.select().from(comments).limit(1))[0];
  if (!row) throw new Error("no comment");
  const { id: _, ...said } = row;
  const ids = await source.select({ id: comments.id }).from(comments);
  const [made] = await target.write((tx) => tx.insert(comments).values(said).returning({ id: comments.id }));
  expect(made?.id).toBe(Math.max(...ids.map(({ id }) => id)) + 1);
});

test.each<Format>(["json", "csv"])("A folder of %s holds every table, and makes the same database", async (format) => {
  const source = await awkward();
  const folder = join(scratch(), "export");
  await writeArchive(source, folder, format, new Date(0), quiet);
  expect(readdirSync(folder)).toContain("manifest.json");
  const manifest = readManifest(folder);
  const target = await newDatabase();
  await target.write((tx) => fill(tx, (table) => archivedRows(folder, manifest, table), quiet));
  expect(await all(target)).toEqual(await all(source));
});

test.each<Format>(["json", "csv"])(
  "A folder of %s that was touched is refused, and nothing of it stays",
  async (format) => {
    const source = await demoDatabase();
    const folder = join(scratch(), "export");
    const { tables } = await writeArchive(source, folder, format, new Date(0), quiet);
    const file = join(folder, tables.find(({ name }) => name === "reports")?.file ?? "");
    const manifest = readManifest(folder);
    const target = await newDatabase();
    const load = () => target.write((tx) => fill(tx, (table) => archivedRows(folder, manifest, table), quiet));
    const whole = readFileSync(file, "utf8");
    writeFileSync(
      file,
      whole.replace(/(\d)(\d{3})/, (_, first) => `${(Number(first) + 1) % 10}000`),
    );
    await expect(load()).rejects.toThrow(/is not as it was exported|line \d+|constraint/i);
    writeFileSync(file, whole.slice(0, -20));
    await expect(load()).rejects.toThrow(/is not as it was exported|line \d+/);
    expect(await target.select().from(organisations)).toEqual([]);
  },
);

test("A snapshot goes on seeing its moment while others write", async () => {
  const database = await demoDatabase();
  await database.snapshot(async (db) => {
    const before = await db.select().from(votes);
    await database.write((tx) => tx.delete(votes));
    expect(await db.select().from(votes)).toEqual(before);
  });
  expect(await database.select().from(votes)).toEqual([]);
});
