/** Backup and restore as the person who runs it types them, on each engine. */
import { copyFileSync, existsSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import type { Writer } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { commentMentions, comments, reports } from "#db/schema.server";
import { run } from "../../commands/run";
import { readEnvironment } from "../../environment";
import { newDatabaseUrl } from "../support/database";
import { demoDatabaseUrl } from "../support/demo";
import { scratch } from "../support/programs";

// The first who asks plays the demonstration.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

/** `casebook …` in this process. */
async function casebook(url: string, ...typed: string[]): Promise<{ code: number; said: string }> {
  let said = "";
  const hear = (text: string) => {
    said += text;
  };
  const door = () => ({
    environment: readEnvironment({ DATABASE_URL: url }),
    now: new Date("2026-11-22T10:00:00Z"),
    folder: "/",
    open: openDatabase,
    progress: () => undefined,
    readStandardInput: async () => "",
  });
  const code = await run(typed, door, { out: hear, error: hear });
  return { code, said };
}

/** What a backup brings back. */
async function forgetComments(tx: Writer): Promise<void> {
  await tx.delete(commentMentions);
  await tx.delete(comments);
}

async function count(url: string): Promise<{ reports: number; comments: number; head: string }> {
  const database = await openDatabase(url);
  try {
    const [all] = await database.select({ count: sql<number>`count(*)` }).from(reports);
    const [said] = await database.select({ count: sql<number>`count(*)` }).from(comments);
    const audit = await verifyAudit(database);
    return {
      reports: Number(all?.count),
      comments: Number(said?.count),
      head: audit.whole ? audit.head : "broken",
    };
  } finally {
    await database.close();
  }
}

async function change(url: string): Promise<void> {
  const database = await openDatabase(url);
  await database.write(forgetComments);
  await database.close();
}

test("A backup is one file, and brings back what was lost since", async () => {
  const url = await demoDatabaseUrl();
  const before = await count(url);
  const folder = scratch();
  const file = join(folder, "nightly.db");
  const made = await casebook(url, "backup", file, "--json");
  expect(made.code).toBe(0);
  expect(JSON.parse(made.said)).toMatchObject({ ok: true, organisation: "Halvenne", head: before.head });
  expect(readdirSync(folder)).toEqual(["nightly.db"]);

  await change(url);
  expect((await count(url)).comments).toBe(0);
  const refused = await casebook(url, "restore", file);
  expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/holds Halvenne: .*--force/) });
  expect((await count(url)).comments).toBe(0);

  const restored = await casebook(url, "restore", file, "--force");
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining("What was there before is kept as") });
  expect(await count(url)).toEqual(before);
  // A second time in the same second would lose what the first one kept.
  expect((await casebook(url, "restore", file, "--force")).code).toBe(1);
  expect(await count(url)).toEqual(before);
});

test("A backup can be opened as it is, and restored where nothing is yet, also from a folder", async () => {
  const url = await demoDatabaseUrl();
  const before = await count(url);
  const folder = scratch();
  const file = join(folder, "backup.db");
  expect((await casebook(url, "backup", file)).code).toBe(0);
  expect((await casebook(url, "export", join(folder, "all"), "--format", "csv")).code).toBe(0);
  expect(await count(`file:${file}`)).toEqual(before);
  for (const source of [file, join(folder, "all")]) {
    const fresh = await newDatabaseUrl();
    const restored = await casebook(fresh, "restore", source, "--json");
    expect(restored.code, restored.said).toBe(0);
    expect(JSON.parse(restored.said)).toMatchObject({ aside: null, organisation: "Halvenne" });
    expect(await count(fresh)).toEqual(before);
    expect((await casebook(fresh, "check")).code).toBe(0);
  }
});

test("Nothing is written over, and nothing that is not sound is put in place", async () => {
  const url = await demoDatabaseUrl();
  const before = await count(url);
  const folder = scratch();
  const file = join(folder, "backup.db");
  expect((await casebook(url, "backup", file)).code).toBe(0);
  expect(await casebook(url, "backup", file)).toMatchObject({ code: 1, said: expect.stringContaining("--force") });
  expect((await casebook(url, "backup", file, "--force")).code).toBe(0);
  expect((await casebook(url, "export", folder)).said).toContain("holds something already");

  const tampered = new SQLite(file);
  const triggers = tampered.prepare(
    "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_events'",
  );
  for (const { name } of triggers.all() as { name: string }[]) tampered.exec(`drop trigger ${name}`);
  tampered.exec("update audit_events set actor_name = 'somebody else' where id = 7");
  tampered.close();
  const notes = join(folder, "notes.txt");
  writeFileSync(notes, "no backup");
  const half = join(folder, "half.db");
  expect((await casebook(url, "backup", half)).code).toBe(0);
  truncateSync(half, 200_000);
  for (const [source, sentence] of [
    [file, "its audit log is broken at event 7"],
    [notes, "is no backup of Casebook"],
    [half, "cannot be used"],
    [join(folder, "nowhere"), "There is no"],
    [folder, "holds no manifest.json"],
  ] as const) {
    const refused = await casebook(url, "restore", source, "--force");
    expect(refused.code, `${source}: ${refused.said}`).toBe(1);
    expect(refused.said).toContain(sentence);
    expect(await count(url)).toEqual(before);
  }
  if (url.startsWith("file:")) expect(existsSync(`${url.slice("file:".length)}.restoring`)).toBe(false);
});

test("While Casebook runs a backup is made, and nothing is put in its database's place", async ({ skip }) => {
  const url = await demoDatabaseUrl();
  if (!url.startsWith("file:"))
    skip("PostgreSQL moves the schemas under running processes, which then read the new ones");
  const file = join(scratch(), "backup.db");
  const running = await openDatabase(url);
  try {
    await running.select().from(comments);
    expect((await casebook(url, "backup", file)).code).toBe(0);
    const refused = await casebook(url, "restore", file, "--force");
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("is in use: stop Casebook first") });
    await running.write(forgetComments);
  } finally {
    await running.close();
  }
  expect((await count(url)).comments).toBe(0);
});

test("A backup is never the database itself, nor of nothing", async () => {
  const url = await demoDatabaseUrl();
  const before = await count(url);
  const folder = scratch();
  const nothing = await newDatabaseUrl();
  expect(await casebook(nothing, "backup", join(folder, "b.db"))).toMatchObject({
    code: 1,
    said: expect.stringContaining("nobody has set one up"),
  });
  if (url.startsWith("file:")) {
    const file = url.slice("file:".length);
    const link = join(folder, "link.db");
    symlinkSync(file, link);
    for (const itself of [file, `${file}-wal`, link]) {
      const refused = await casebook(url, "backup", itself, "--force");
      expect(refused.code, refused.said).toBe(1);
      expect(refused.said).toMatch(/is the database itself|is a link/);
    }
    const typo = join(folder, "typo.db");
    expect((await casebook(`file:${typo}`, "backup", join(folder, "b.db"))).said).toContain("There is no database");
    expect(existsSync(typo)).toBe(false);
    expect((await casebook(url, "restore", file, "--force")).said).toContain("is the database itself");
  }
  expect(readdirSync(folder).filter((name) => name !== "link.db")).toEqual([]);
  expect(await count(url)).toEqual(before);
});

test("What another program wrote is not restored; what lies beside a copied file is", async () => {
  const url = await demoDatabaseUrl();
  const before = await count(url);
  const folder = scratch();
  const foreign = join(folder, "foreign.db");
  new SQLite(foreign).exec("create table t (a)").close();
  const refused = await casebook(url, "restore", foreign, "--force");
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("nobody has set one up") });
  expect(await count(url)).toEqual(before);

  const backup = join(folder, "backup.db");
  expect((await casebook(url, "backup", backup)).code).toBe(0);
  expect(statSync(backup).mode & 0o077).toBe(0);
  // Copied by hand while it was open: the last changes are in the log beside it.
  const open = new SQLite(backup);
  open.pragma("journal_mode = WAL");
  open.exec("delete from comment_mentions; delete from comments");
  const copied = join(folder, "copied.db");
  for (const suffix of ["", "-wal"]) copyFileSync(`${backup}${suffix}`, `${copied}${suffix}`);
  open.close();
  const fresh = await newDatabaseUrl();
  expect((await casebook(fresh, "restore", copied)).code).toBe(0);
  expect((await count(fresh)).comments).toBe(0);
});
