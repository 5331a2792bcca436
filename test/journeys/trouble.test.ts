/** The database is locked by another program, full, or cut off: nothing is lost, people are told, and it passes. */
import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { openDatabase } from "#db/open.server";
import { departments } from "#db/schema.server";
import { openApp, PASSWORD } from "../support/app";
import { newDatabaseUrl } from "../support/database";

const NAME = "Direction de la relation avec les clients";

/** The product on a database whose address is known, where the administrator is signed in. */
async function open() {
  const url = await newDatabaseUrl();
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const app = await openApp({ database, setUp: true });
  const admin = app.stranger();
  await admin.post("/sign-in", { email: "admin@example.com", password: PASSWORD });
  const add = (code: string) =>
    admin.post("/admin/departments/new", {
      code,
      nameFr: NAME,
      nameEn: "",
      headcount: "",
      hourlyCost: "",
      active: "yes",
    });
  const kept = async () => (await database.select().from(departments)).map(({ code }) => code);
  return { url, database, admin, add, kept };
}

test("Another program holds the lock: readers go on, a writer waits its turn", async ({ skip }) => {
  const { url, admin, add, kept } = await open();
  if (!url.startsWith("file:")) skip("PostgreSQL has no such lock");
  const other = new SQLite(url.slice("file:".length));
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  const writing = add("CLIENTS");
  expect((await admin.get("/use-cases")).status).toBe(200);
  setTimeout(() => other.exec("COMMIT"), 300);
  expect((await writing).status).toBe(303);
  expect(await kept()).toEqual(["CLIENTS"]);
});

test("It holds it too long: the form comes back with a sentence and all that was typed", async ({ skip }) => {
  const { url, add, kept } = await open();
  if (!url.startsWith("file:")) skip("PostgreSQL has no such lock");
  const other = new SQLite(url.slice("file:".length));
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  const refused = await add("CLIENTS");
  expect(refused.status).toBe(503);
  expect(refused.headers.get("Retry-After")).toBe("5");
  expect(refused.text).toContain("Un autre programme occupe la base de données");
  expect(refused.html).toContain(NAME);
  expect(await kept()).toEqual([]);
  other.exec("ROLLBACK");
  expect((await add("CLIENTS")).status).toBe(303);
});

test("Who waited through it is told with the first, not one after the other", async ({ skip }) => {
  const { url, add, kept } = await open();
  if (!url.startsWith("file:")) skip("PostgreSQL has no such lock");
  const other = new SQLite(url.slice("file:".length));
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  const from = performance.now();
  const refused = await Promise.all(Array.from({ length: 8 }, (_, at) => add(`Q${at}`)));
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
  // Eight times the patience of one would be forty seconds.
  expect(performance.now() - from).toBeLessThan(20_000);
  other.exec("ROLLBACK");
  expect((await add("AFTER")).status).toBe(303);
  expect(await kept()).toEqual(["AFTER"]);
});

test("However many wait to write, readers go on", async () => {
  const { database, admin, add, kept } = await open();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = database.write(() => held);
  const waiting = Array.from({ length: 30 }, (_, at) => add(`W${at}`));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await admin.get("/use-cases")).status).toBe(200);
  release();
  await holding;
  expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([303]));
  expect(await kept()).toHaveLength(30);
});

test("A write whose statement failed unheard is not told as done", async ({ skip }) => {
  const { url, database, kept } = await open();
  if (url.startsWith("file:")) skip("SQLite undoes the statement alone");
  const writing = database.write(async (tx) => {
    const row = { code: "ONE", name: { fr: "Une" } };
    await tx.insert(departments).values(row);
    await tx
      .insert(departments)
      .values(row)
      .catch(() => undefined);
  });
  await expect(writing).rejects.toThrow("failed, and nobody was told");
  expect(await kept()).toEqual([]);
});

test("The disk is full: nothing is half written, and it goes on when there is room again", async ({ skip }) => {
  const { url, database, admin, add, kept } = await open();
  if (!url.startsWith("file:")) skip("only SQLite can be given a small disk here");
  const limit = (pages: number) => database.write((tx) => tx.rows(sql.raw(`pragma max_page_count = ${pages}`)));
  await limit(1);
  let last = 303;
  let tries = 0;
  for (; last === 303 && tries < 400; tries++) last = (await add(`D${tries}`)).status;
  expect(last).toBe(507);
  expect(await kept()).toHaveLength(tries - 1);
  expect((await admin.get("/admin/departments")).status).toBe(200);
  expect(await verifyAudit(database)).toMatchObject({ whole: true });
  await limit(1_000_000);
  expect((await add("ROOM")).status).toBe(303);
});

test("The server cuts every connection: requests fail in a sentence, and the next ones work", async ({ skip }) => {
  const { url, database, admin, add, kept } = await open();
  if (url.startsWith("file:")) skip("SQLite has no connections to cut");
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  // What nobody listens to ends a process: a connection that is cut must not be such.
  const unheard: unknown[] = [];
  const hear = (problem: unknown) => void unheard.push(problem);
  process.on("uncaughtException", hear);
  onTestFinished(() => void process.off("uncaughtException", hear));
  onTestFinished(() => other.end());
  const cut = () =>
    other.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
  const writing = database.write(async (tx) => {
    await tx.insert(departments).values({ code: "HALF", name: { fr: "Moitié" } });
    await cut();
    await tx.select().from(departments);
  });
  await expect(writing).rejects.toThrow();
  expect(await kept()).toEqual([]);
  await cut();
  const statuses = [];
  for (let turn = 0; turn < 5; turn++) statuses.push((await add(`T${turn}`)).status);
  expect(statuses.at(-1)).toBe(303);
  expect(statuses.every((status) => status === 303 || status === 503)).toBe(true);
  expect(await kept()).toHaveLength(statuses.filter((status) => status === 303).length);
  expect((await admin.get("/use-cases")).status).toBe(200);
  expect(await verifyAudit(database)).toMatchObject({ whole: true });
  expect(unheard).toEqual([]);
});
