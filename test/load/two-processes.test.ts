/** Two processes on one PostgreSQL are one Casebook: nobody can tell which of them answered. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open.server";
import { jobs, settings } from "#db/schema.server";
import { openSqlite } from "#db/sqlite.server";
import { JOBS } from "../../jobs/jobs";
import { atWork, working } from "../support/at-work";
import { aBareDatabase, aDemonstration, ENGINES } from "../support/demonstrations";
import { figures, LOAD_PASSWORD, staff } from "../support/load";
import { realServer } from "../support/real-server";
import { Visitor } from "../support/visitor";

async function aVisitor(port: number, email?: string): Promise<Visitor> {
  const visitor = new Visitor(port);
  onTestFinished(() => visitor.close());
  if (email) await visitor.signIn(email, LOAD_PASSWORD);
  return visitor;
}

/** Two processes, and the address of a champion who may edit everything. */
async function pair() {
  const url = await aDemonstration("postgres");
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const { colleagues, desks } = await staff(database);
  const [a, b] = await Promise.all([realServer(url), realServer(url)]);
  const reference = desks.cases[0]?.reference ?? "";
  return { url, database, a, b, email: colleagues[0]?.email ?? "", desks, reference };
}

const ownSecret = { SESSION_SECRET: "" };

test.each(ENGINES)("Both start at once on an empty %s: one migrates it, and they share one secret", async (engine) => {
  const url = await aBareDatabase(engine);
  const [a, b] = await Promise.all([realServer(url, { env: ownSecret }), realServer(url, { env: ownSecret })]);
  for (const { port } of [a, b]) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
    expect(answer.headers.get("Location")).toBe("/set-up");
  }
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  expect(await database.select().from(settings)).toHaveLength(1);
  for (const { stop, log } of [a, b]) {
    expect(await stop()).toBe(0);
    expect(log()).toBe("");
  }
});

test("Whoever comes while another one brings a SQLite database to this version waits, and finds it done", async () => {
  const file = (await aBareDatabase("sqlite")).slice("file:".length);
  const folder = `${file}-migrations`;
  cpSync("db/migrations/sqlite", folder, { recursive: true });
  const journal = join(folder, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, -1) }));
  await openSqlite(file, folder).close();
  const newest = readMigrationFiles({ migrationsFolder: "db/migrations/sqlite" }).at(-1);

  const other = new SQLite(file);
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  const starting = realServer(`file:${file}`);
  for (const statement of newest?.sql ?? []) other.exec(statement);
  other
    .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
    .run(newest?.hash, newest?.folderMillis);
  await wait(2_000);
  other.exec("COMMIT");
  const { stop, log } = await starting;
  expect(await stop()).toBe(0);
  expect(log()).toBe("");
});

test("Who signs in at one works at the other, and who signs out at one is out at the other", async () => {
  const { a, b, email, reference } = await pair();
  const here = await aVisitor(a.port, email);
  const there = here.beside(b.port);
  onTestFinished(() => there.close());
  expect((await there.get("/account")).status).toBe(200);
  expect((await there.post(`/use-cases/${reference}?index`, { body: "De l’autre côté" })).status).toBe(303);
  expect((await here.get(`/use-cases/${reference}`)).body).toContain("De l’autre côté");
  expect((await here.post("/sign-out", {})).status).toBe(303);
  expect((await there.get("/account")).location).toMatch(/^\/sign-in/);
});

test("Tries at a password count together, wherever they are made", async () => {
  const { a, b, email } = await pair();
  for (const { port } of [a, b, a, b, a]) {
    const visitor = await aVisitor(port);
    expect((await visitor.post("/sign-in", { email, password: "wrong wrong" })).status).toBe(403);
  }
  const visitor = await aVisitor(b.port);
  expect((await visitor.post("/sign-in", { email, password: LOAD_PASSWORD })).status).toBe(429);
});

test("A page kept at one is fresh right after a write at the other", async () => {
  const { a, b, email, reference } = await pair();
  const here = await aVisitor(a.port, email);
  const there = here.beside(b.port);
  onTestFinished(() => there.close());
  const path = `/use-cases/${reference}`;
  let kept = 0;
  for (let turn = 0; turn < 30; turn++) {
    const first = await here.get(path);
    const etag = String(first.headers.etag);
    kept += (await here.get(path, { "If-None-Match": etag })).status === 304 ? 1 : 0;
    await there.post(`${path}?index`, { body: `Tour ${turn} de trente` });
    const after = await here.get(path, { "If-None-Match": etag });
    expect(after.status).toBe(200);
    expect(after.body).toContain(`Tour ${turn} de trente`);
  }
  expect(kept).toBeGreaterThan(0);
});

test("Of two edits from one version, one at each process, exactly one wins, and the other is told", async () => {
  const { a, b, email, desks, reference } = await pair();
  const here = await aVisitor(a.port, email);
  const there = here.beside(b.port);
  onTestFinished(() => there.close());
  const path = `/use-cases/${reference}/edit`;
  for (let turn = 0; turn < 10; turn++) {
    const { body } = await here.get(path);
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? "";
    const form = (side: string) => ({
      version,
      "title.fr": `Titre ${side} ${turn}`,
      "need.fr": "Un besoin",
      "expectedBenefit.fr": "Un bénéfice",
      "affected.fr": "Des gens",
      departmentId: desks.departmentId,
      ownerId: desks.ownerId,
      aiType: "generative",
    });
    const answers = await Promise.all([here.post(path, form("ici")), there.post(path, form("là-bas"))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const won = answers[0]?.status === 303 ? "ici" : "là-bas";
    expect((await there.get(path)).body).toContain(`Titre ${won} ${turn}`);
  }
});

test("Fifty people at work at both of them keep one audit chain, lose nothing, and jobs are done once", async () => {
  const { url, server, workers, tally, database, expectNothingLost } = await atWork("postgres");
  const other = await realServer(url);
  for (const worker of workers) worker.ports = [server.port, other.port];
  const seconds = 8;
  await working(workers, () => wait(seconds * 1_000));
  console.log(`postgres, 50 people at two processes: ${figures(tally, seconds)}`);
  expect(tally.wrong).toEqual([]);
  expect({ later: tally.later, cut: tally.cut }).toEqual({ later: 0, cut: 0 });
  await expect
    .poll(() => database.select({ runs: jobs.runs }).from(jobs), { timeout: 20_000 })
    .toHaveLength(JOBS.length);
  await expect
    .poll(async () => (await database.select({ runs: jobs.runs }).from(jobs)).map(({ runs }) => runs), {
      timeout: 20_000,
    })
    .toEqual(JOBS.map(() => 1));
  const counted = await Promise.all(
    [server, other].map(async ({ port }) => {
      const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      return [...page.matchAll(/^casebook_job_runs_total{name="[\w-]+",outcome="(\w+)"} (\d+)$/gm)];
    }),
  );
  expect(new Set(counted.flat().map(([, outcome]) => outcome))).toEqual(new Set(["done"]));
  expect(counted.flat().reduce((sum, [, , runs]) => sum + Number(runs), 0)).toBe(JOBS.length);
  for (const one of [server, other]) {
    expect(await one.stop()).toBe(0);
    expect(one.log()).toBe("");
  }
  await expectNothingLost();
});
