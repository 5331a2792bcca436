import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { describe, expect, inject, test } from "vitest";
import { freePort } from "../../bin/port.mjs";
import { casebook, scratch, stackless, start } from "../support/programs";

const newFile = () => join(scratch(), "casebook.db");

/** The demonstration, to do with as one likes. */
function seeded(): { file: string; database: string } {
  const file = newFile();
  copyFileSync(inject("demonstration"), file);
  return { file, database: `file:${file}` };
}

describe("casebook", () => {
  test("shows its commands, and the help of each", async () => {
    const database = `file:${newFile()}`;
    const general = await casebook(["--help"], { database });
    expect(general.code).toBe(0);
    const names = [...general.out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map(([, name = ""]) => name);
    expect(names).toEqual(
      expect.arrayContaining(["migrate", "seed", "import", "user create", "audit verify", "check"]),
    );
    for (const name of names) {
      const help = await casebook([...name.split(" "), "--help"], { database });
      expect(help.code, name).toBe(0);
      expect(help.out).toContain(`Usage: casebook ${name}`);
      expect(help.out).toContain("--json");
    }
  });

  test.each([
    [[], "Name a command."],
    [["dance"], "There is no command «dance»."],
    [["check", "--loudly"], "Unknown option '--loudly'."],
    [["check", "twice"], "The argument «twice» is one too many."],
    [["import"], "The argument FILE is missing."],
    [["user", "create", "--name", "Max"], "The option --email is missing."],
    [["token", "create", "--email", "m@example.com"], "The option --name is missing."],
    [["token", "create", "--email", "m@example.com", "--name", "x", "--days", "0"], "--days: "],
    [["token", "create", "--email", "m@example.com", "--name", "x", "--scope", "all"], "--scope: "],
    [["token", "revoke", "--id", "x"], "--id: Write the number of a token."],
    [["user", "create", "--name", "Max", "--email", "max"], "--email: Write a whole e-mail address"],
    [["user", "create", "--name", "Max", "--email", "m@example.com", "--role", "king"], "There is no role «king»"],
  ])("does not understand %j: exit 2, a sentence and the usage", async (typed, sentence) => {
    const file = newFile();
    const ended = await casebook(typed, { database: `file:${file}` });
    expect(ended.code).toBe(2);
    expect(ended.out).toBe("");
    expect(ended.error.startsWith(sentence)).toBe(true);
    expect(ended.error).toContain("Usage: casebook");
    expect(stackless(ended)).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  test("answers through npm with nothing but its answer", async () => {
    const { database } = seeded();
    const env = { DATABASE_URL: database };
    const ended = await start("npm", ["run", "--silent", "casebook", "--", "check", "--json"], { env }).ended;
    expect(ended.error).toBe("");
    expect(JSON.parse(ended.out)).toMatchObject({ ok: true, broken: [], sums: [], stages: [] });
  });

  test("says in one sentence that a database cannot be reached", async () => {
    const ended = await casebook(["check", "--json"], { database: "postgres://nobody@127.0.0.1:1/none" });
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toMatchObject({ ok: false });
    expect(ended.error).toMatch(/^PostgreSQL at DATABASE_URL does not answer .+\n$/);
  });
});

describe("casebook migrate and seed", () => {
  test("make a database, load it once, and refuse to load over something", async () => {
    const database = `file:${newFile()}`;
    const migrated = await casebook(["migrate", "--json"], { database });
    expect(JSON.parse(migrated.out)).toMatchObject({ ok: true, engine: "sqlite" });
    const loaded = await casebook(["seed", "--if-empty", "--json"], { database });
    expect(JSON.parse(loaded.out)).toMatchObject({ ok: true, loaded: true });
    const again = await casebook(["seed", "--if-empty", "--json"], { database });
    expect(JSON.parse(again.out)).toMatchObject({ ok: true, loaded: false });
    expect(JSON.parse(again.out).accounts).toEqual(JSON.parse(loaded.out).accounts);
    const over = await casebook(["seed"], { database });
    expect(over.code).toBe(1);
    expect(over.error).toMatch(/^The database already holds .+\n$/);
  });
});

describe("casebook user create", () => {
  test("opens an account with a one-time link", async () => {
    const { database } = seeded();
    const typed = ["user", "create", "--email", "Max@Example.com", "--name", "Max", "--role", "finance", "--json"];
    const made = JSON.parse((await casebook(typed, { database })).out);
    expect(made).toMatchObject({ ok: true, email: "max@example.com", roles: ["finance"] });
    expect(made.link).toMatch(/^http:\/\/localhost:3000\/password\/[\w-]{40,}$/);
    const again = await casebook(typed, { database });
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toEqual({ ok: false, error: "Somebody already uses the address max@example.com." });
  });

  test("reads a password from standard input, and refuses a short one", async () => {
    const { database, file } = seeded();
    const typed = ["user", "create", "--email", "max@example.com", "--name", "Max", "--password-stdin"];
    const short = await casebook(typed, { database, input: "short\n" });
    expect(short.code).toBe(1);
    const made = await casebook(typed, { database, input: "correct horse battery\n" });
    expect(made.code).toBe(0);
    expect(made.out).not.toContain("correct horse");
    const rows = new SQLite(file).prepare("select password_hash from people where email = 'max@example.com'").all();
    expect(rows).toMatchObject([{ password_hash: expect.stringMatching(/^\$argon2id\$/) }]);
  });
});

describe("casebook token", () => {
  test("makes a token that opens the API of the server on the same database, lists it and ends it", async () => {
    const { database, file } = seeded();
    const email = "nadia.belkacem@halvenne.example";
    const create = ["token", "create", "--email", email.toUpperCase(), "--name", "Export", "--days", "7", "--json"];
    const made = JSON.parse((await casebook(create, { database })).out);
    expect(made).toMatchObject({ ok: true, email, name: "Export", scope: "read" });
    expect(made.token).toMatch(/^cbk_[\w-]{43}$/);
    expect(JSON.stringify(new SQLite(file).prepare("select * from api_tokens").all())).not.toContain(made.token);

    const port = await freePort();
    const env = { DATABASE_URL: database, PORT: String(port), NODE_ENV: "production", LOG_LEVEL: "warn" };
    await start(process.execPath, ["build/server.js"], { env }).says("Casebook is ready");
    const headers = { Authorization: `Bearer ${made.token}` };
    const asked = () => fetch(`http://127.0.0.1:${port}/api/v1/me`, { headers });
    const me = await asked();
    expect([me.status, (await me.json()).name]).toEqual([200, "Nadia Belkacem"]);
    const listed = JSON.parse((await casebook(["token", "list", "--email", email, "--json"], { database })).out);
    expect(listed.tokens).toMatchObject([{ name: "Export", state: "usable", lastUsedAt: expect.any(String) }]);
    expect((await casebook(["token", "revoke", "--id", String(made.id)], { database })).code).toBe(0);
    expect((await asked()).status, "at once, in a process that was running").toBe(401);
    expect((await casebook(["token", "revoke", "--id", String(made.id)], { database })).code).toBe(1);
    const nobody = await casebook(["token", "list", "--email", "nobody@example.com"], { database });
    expect([nobody.code, nobody.error]).toEqual([1, expect.stringContaining("Nobody signs in with")]);
  });
});

describe("casebook audit verify", () => {
  test.each([
    ["altered", "update audit_events set after = '{}' where id = 3", 3, "content"],
    ["removed", "delete from audit_events where id = 3", 4, "link"],
    ["removed at the end", "delete from audit_events where id = (select max(id) from audit_events)", null, "missing"],
  ])("names the first broken link when an event was %s", async (_how, change, brokenAt, why) => {
    const { database, file } = seeded();
    expect(JSON.parse((await casebook(["audit", "verify", "--json"], { database })).out)).toMatchObject({
      whole: true,
    });
    const sqlite = new SQLite(file);
    sqlite.exec("drop trigger audit_events_no_update; drop trigger audit_events_no_delete");
    sqlite.exec(change);
    sqlite.close();
    const ended = await casebook(["audit", "verify", "--json"], { database });
    expect(ended.code).toBe(1);
    const found = JSON.parse(ended.out);
    expect(found).toMatchObject({ ok: false, whole: false, why });
    if (brokenAt) expect(found.brokenAt).toBe(brokenAt);
    const told = await casebook(["audit", "verify"], { database });
    expect(told.out).toMatch(/^The audit log is broken at event \d+, after \d+ sound ones: .+\.\n$/);
  });
});

describe("casebook check", () => {
  test("names a reference that leads nowhere", async () => {
    const { database, file } = seeded();
    const sqlite = new SQLite(file);
    sqlite.pragma("foreign_keys = OFF");
    sqlite.exec("insert into person_roles (person_id, role) values (99999, 'admin')");
    sqlite.close();
    const ended = await casebook(["check"], { database });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("Broken reference: person_roles.person_id → people.id, 1 rows.");
  });

  test("names a sum that is not the sum of its rows, and rebuild mends it", async () => {
    const { database, file } = seeded();
    const sqlite = new SQLite(file);
    sqlite.exec("insert into rollups (quarter, department_id, stage, cost_minor) values ('2031-Q1', 0, 'poc', 125)");
    sqlite.close();
    const ended = await casebook(["check"], { database });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("Sum is off: rollups, 2031-Q1, department none, stage poc: cost_minor +125.");
    expect((await casebook(["rebuild"], { database })).code).toBe(0);
    expect((await casebook(["check"], { database })).code).toBe(0);
    expect((await casebook(["audit", "verify"], { database })).code).toBe(0);
  });

  test("names a score that is not what its assessments come to, and rebuild mends it", async () => {
    const { database, file } = seeded();
    const sqlite = new SQLite(file);
    sqlite.exec(
      "update standings set value = 12.5 where use_case_id = (select id from use_cases where reference = 'UC-0017')",
    );
    sqlite.close();
    const ended = await casebook(["check"], { database });
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/^Score is off: UC-0017: value 12\.5 kept, \d+(\.\d+)? by its assessments\.$/m);
    expect((await casebook(["rebuild"], { database })).out).toContain("scores that were off: 1.");
    expect((await casebook(["check"], { database })).code).toBe(0);
  });

  test("names a count that is not the number of its cases, and rebuild mends it", async () => {
    const { database, file } = seeded();
    const sqlite = new SQLite(file);
    sqlite.exec("insert into case_counts (stage, department_id, ai_type, source, cases) values ('poc', 0, '', 'x', 7)");
    sqlite.exec("update case_counts set cases = cases + 1 where stage = 'production' and department_id = 1");
    sqlite.close();
    const ended = await casebook(["check"], { database });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("Count is off: stage poc, department none, source x: 7 kept, 0 there.");
    expect(ended.out).toMatch(/Count is off: stage production, department 1, .+: 2 kept, 1 there\./);
    const found = JSON.parse((await casebook(["check", "--json"], { database })).out);
    expect(found).toMatchObject({ ok: false, sums: [], broken: [] });
    expect(found.counts.length).toBeGreaterThan(1);
    expect((await casebook(["rebuild"], { database })).code).toBe(0);
    expect((await casebook(["check"], { database })).code).toBe(0);
  });
});

describe("casebook says in one sentence", () => {
  async function refused(database: string) {
    const ended = await casebook(["check"], { database });
    expect(ended.code).toBe(1);
    expect(stackless(ended)).toBe(true);
    expect(ended.error.trim().split("\n")).toHaveLength(1);
    return ended.error.trim();
  }

  test.each([
    ["has another history", "update __drizzle_migrations set created_at = created_at - 1 where rowid = 1"],
    ["was written by a newer version", "insert into __drizzle_migrations (hash, created_at) values ('x', 9e15)"],
    ["could not be brought to this version", "drop table __drizzle_migrations"],
  ])("that the database %s, and leaves it alone", async (said, change) => {
    const { database, file } = seeded();
    const sqlite = new SQLite(file);
    sqlite.exec(change);
    const before = sqlite
      .prepare("select count(*) from sqlite_master where name not like '%drizzle_migrations%'")
      .pluck();
    const tables = before.get();
    expect(await refused(database)).toMatch(new RegExp(`^The database .+ ${said}.+\\.$`));
    expect(before.get()).toBe(tables);
    sqlite.close();
  });

  test.runIf(existsSync("/proc/self"))(
    "that a folder cannot be made where the system says nothing of why",
    async () => {
      expect(await refused("file:/proc/casebook/x.db")).toMatch(/^The database .+ cannot be written: .+$/);
    },
  );
});
