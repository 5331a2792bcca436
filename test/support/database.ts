import { randomBytes } from "node:crypto";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { TEMPLATE } from "./engines";

/** The address of an empty, migrated database of its own, on the engine that this run is about. */
export async function newDatabaseUrl(): Promise<string> {
  const { engine, folder, server } = inject("engines");
  const name = `test_${randomBytes(6).toString("hex")}`;
  if (engine === "sqlite") {
    const file = join(folder, `${name}.db`);
    copyFileSync(join(folder, `${TEMPLATE}.db`), file);
    return `file:${file}`;
  }
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await client.end();
  return `${server}/${name}`;
}

/** The address of a database without a single table. */
export async function emptyDatabaseUrl(): Promise<string> {
  const { engine, folder, server } = inject("engines");
  const name = `empty_${randomBytes(6).toString("hex")}`;
  if (engine === "sqlite") return `file:${join(folder, `${name}.db`)}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${server}/${name}`;
}

/** An empty, migrated database that is closed when the test ends, and on SQLite gone. */
export async function newDatabase(): Promise<Database> {
  const url = await newDatabaseUrl();
  const database = await openDatabase(url);
  onTestFinished(async () => {
    await database.close();
    const [, file] = /^file:(.+)/.exec(url) ?? [];
    if (file) for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  });
  return database;
}
