/** Work that the installation does by itself: when it is due, by one process, and again when it failed. */
import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Database, Writer } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { authSessions, departments, idempotentAnswers, jobs, passwordLinks, signInFailures } from "#db/schema.server";
import { HOUR_MS, type Job, MINUTE_MS } from "../../jobs/job";
import { JOBS } from "../../jobs/jobs";
import { finish, LEASE_MS, RETRY_MS, take } from "../../jobs/lease";
import { type Ran, runDue } from "../../jobs/run-due";
import { startJobs } from "../../jobs/runner";
import { openApp, TODAY } from "../support/app";
import { newDatabase, newDatabaseUrl } from "../support/database";
import { doJobs } from "../support/jobs";

const later = (milliseconds: number) => new Date(TODAY.getTime() + milliseconds);

/** A job that leaves a department each time that it is done. */
function counting(work: (tx: Writer) => Promise<void> = async () => undefined): Job {
  let turn = 0;
  return {
    name: "count",
    every: HOUR_MS,
    work: async (tx) => {
      turn += 1;
      await tx.insert(departments).values({ code: `RUN${turn}-${Math.random()}`, name: { fr: "Fois" } });
      await work(tx);
    },
  };
}

const timesDone = async (database: Database) => (await database.select().from(departments)).length;
const rowOf = async (database: Database) => (await database.select().from(jobs).where(eq(jobs.name, "count")))[0];

async function look(database: Database, job: Job, at: Date, holder = "one"): Promise<string[]> {
  const ran: Ran[] = [];
  const heard = (one: Ran) => void ran.push(one);
  await runDue(database, [job], { holder, clock: () => at, heard, stopping: () => false });
  return ran.map(({ outcome }) => outcome);
}

test("A job runs when it is due, and not before", async () => {
  const database = await newDatabase();
  const job = counting();
  expect(await look(database, job, TODAY)).toEqual(["done"]);
  expect(await look(database, job, later(HOUR_MS - 1))).toEqual([]);
  expect(await rowOf(database)).toMatchObject({ runs: 1, lastRanAt: TODAY, dueAt: later(HOUR_MS), holder: "" });
  expect(await look(database, job, later(HOUR_MS))).toEqual(["done"]);
  expect(await timesDone(database)).toBe(2);
});

test("Nothing is written where nothing is due, so that kept pages stay", async () => {
  const database = await newDatabase();
  const job = counting();
  await look(database, job, TODAY);
  const before = await database.version();
  await look(database, job, later(MINUTE_MS));
  expect(await database.version()).toBe(before);
});

test("What another process is at is left to it, until its lease runs out: it may have died", async () => {
  const database = await newDatabase();
  const job = counting();
  expect(await take(database, job.name, "dead", TODAY)).toBe(true);
  expect(await look(database, job, later(LEASE_MS - 1))).toEqual([]);
  expect(await look(database, job, later(LEASE_MS))).toEqual(["done"]);
  expect(await rowOf(database)).toMatchObject({ runs: 1 });
});

test("Whoever was thought dead and comes back keeps nothing of what it did", async () => {
  const database = await newDatabase();
  const job = counting();
  await take(database, job.name, "slow", TODAY);
  expect(await look(database, job, later(LEASE_MS), "quick")).toEqual(["done"]);
  const slow = database.write(async (tx) => {
    await tx.insert(departments).values({ code: "TWICE", name: { fr: "Deux fois" } });
    await finish(tx, job, "slow", later(LEASE_MS));
  });
  await expect(slow).rejects.toThrow("Another process took count over");
  expect(await timesDone(database)).toBe(1);
});

test("Work that fails leaves nothing, is told, and is due again soon", async () => {
  const database = await newDatabase();
  const failing = counting(() => Promise.reject(new Error("no room")));
  expect(await look(database, failing, TODAY)).toEqual(["failed"]);
  expect(await timesDone(database)).toBe(0);
  expect(await rowOf(database)).toMatchObject({ runs: 0, lastRanAt: null, dueAt: later(RETRY_MS), holder: "" });
  expect(await look(database, counting(), later(RETRY_MS - 1), "two")).toEqual([]);
  expect(await look(database, counting(), later(RETRY_MS), "two")).toEqual(["done"]);
});

test("Two processes that look at the same moment do it once", async () => {
  const url = await newDatabaseUrl();
  const [one, two] = await Promise.all([openDatabase(url), openDatabase(url)]);
  onTestFinished(async () => void (await Promise.all([one.close(), two.close()])));
  const job = counting();
  for (let turn = 0; turn < 10; turn++) {
    const at = later(turn * HOUR_MS);
    const ran = await Promise.all([look(one, job, at, "one"), look(two, job, at, "two")]);
    expect(ran.flat()).toEqual(["done"]);
  }
  expect(await timesDone(one)).toBe(10);
  expect(await rowOf(two)).toMatchObject({ runs: 10 });
});

test("Of two that reach for a job at the same moment one gets it", async () => {
  const database = await newDatabase();
  const reach = (holder: string) => take(database, "count", holder, TODAY);
  const got = await Promise.all([reach("one"), reach("other")]);
  expect(got.sort()).toEqual([false, true]);
});

test("What has expired is forgotten, what still counts stays, and the audit log is not filled with it", async () => {
  const app = await openApp();
  const person = await app.signedIn("Ines Haddad");
  const { database } = app;
  const anHourAgo = later(-HOUR_MS);
  const kept = { personId: person.id, userAgent: "", address: "", createdAt: TODAY, lastSeenAt: TODAY };
  const link = { personId: person.id, usedAt: null };
  const answer = { personId: person.id, request: "", status: 200, answer: "{}" };
  await database.write(async (tx) => {
    await tx.insert(authSessions).values({ ...kept, tokenHash: "over", expiresAt: anHourAgo });
    await tx.insert(signInFailures).values([
      { key: "account old", at: anHourAgo },
      { key: "account new", at: later(-MINUTE_MS) },
    ]);
    await tx.insert(passwordLinks).values([
      { ...link, tokenHash: "long over", expiresAt: later(-31 * 24 * HOUR_MS) },
      { ...link, tokenHash: "over", expiresAt: anHourAgo },
    ]);
    await tx.insert(idempotentAnswers).values([
      { ...answer, key: "old", at: later(-25 * HOUR_MS) },
      { ...answer, key: "new", at: anHourAgo },
    ]);
  });
  const events = (await database.rows(sql`select id from audit_events`)).length;
  const ran = await doJobs(app);
  expect(ran.map(({ outcome }) => outcome)).toEqual(JOBS.map(() => "done"));
  expect((await database.select().from(authSessions)).map(({ tokenHash }) => tokenHash)).not.toContain("over");
  expect((await person.get("/account")).status).toBe(200);
  expect((await database.select().from(signInFailures)).map(({ key }) => key)).toEqual(["account new"]);
  expect((await database.select().from(passwordLinks)).map(({ tokenHash }) => tokenHash)).toEqual(["over"]);
  expect((await database.select().from(idempotentAnswers)).map(({ key }) => key)).toEqual(["new"]);
  expect(await database.rows(sql`select id from audit_events`)).toHaveLength(events);
  expect(await doJobs(app)).toEqual([]);
});

test("The runner outlives a database that does not answer, and ends when what it is at is done", async () => {
  const database = await newDatabase();
  const logged: Record<string, unknown>[] = [];
  const counted: Ran[] = [];
  let away = true;
  const select: Database["select"] = ((...fields: []) => {
    if (away) throw new Error("away");
    return database.select(...fields);
  }) as Database["select"];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const runner = startJobs({
    database: { ...database, select },
    jobs: [counting(() => held)],
    holder: "one",
    clock: () => TODAY,
    log: (entry) => void logged.push(entry),
    counted: (ran) => void counted.push(ran),
    pace: { first: 1, between: 5 },
  });
  await expect.poll(() => logged[1]).toMatchObject({ level: "warn", problem: "away" });
  away = false;
  await expect.poll(async () => (await rowOf(database))?.holder).toBe("one");
  const stopped = runner.stop();
  release();
  await stopped;
  expect(counted).toMatchObject([{ name: "count", outcome: "done" }]);
  expect(await timesDone(database)).toBe(1);
});
