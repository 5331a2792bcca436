import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { freePort } from "../../bin/port.mjs";
import { copySources } from "../support/built";
import { scratch, stackless, start } from "../support/programs";

const startHere = (env: Record<string, string>) => start(process.execPath, ["bin/start.mjs"], { env });

describe("npm start", () => {
  test("serves the demonstration, tells where and for whom, and Ctrl-C ends it cleanly", async () => {
    const folder = scratch();
    const port = String(await freePort());
    const env = { PORT: port, DATABASE_URL: `file:${join(folder, "data", "casebook.db")}` };
    const first = start("npm", ["start"], { env });
    const said = await first.says("Ctrl-C");
    expect(said).toContain(`http://localhost:${port}`);
    expect(said).toMatch(/@halvenne\.example/);
    expect(said).toMatch(/password/);
    const answer = await fetch(`http://localhost:${port}/sign-in`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<form");
    const pressed = Date.now();
    first.pressCtrlC();
    expect((await first.ended).code).toBe(0);
    expect(Date.now() - pressed).toBeLessThan(3_000);
    expect(existsSync(join(folder, "data", "casebook.db-wal"))).toBe(false);

    const second = start("npm", ["start"], { env });
    expect(await second.says("Ctrl-C")).toMatch(/@halvenne\.example/);
    second.pressCtrlC();
    const { code, out, error } = await second.ended;
    expect(code).toBe(0);
    expect(out + error).not.toMatch(/Building|Installing|Setting up/);
  });

  test("begins an empty casebook when the demonstration is not wanted", async () => {
    const folder = scratch();
    const port = String(await freePort());
    const program = startHere({ PORT: port, CASEBOOK_DEMO: "0", DATABASE_URL: `file:${join(folder, "ours.db")}` });
    expect(await program.says("ready")).not.toContain("demonstration");
    const home = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
    expect(home.headers.get("Location")).toBe("/set-up");
    program.pressCtrlC();
    expect((await program.ended).code).toBe(0);
  });

  test("listens where HOST says", async () => {
    const folder = scratch();
    const port = String(await freePort());
    const database = `file:${join(folder, "ours.db")}`;
    const program = startHere({ PORT: port, HOST: "127.0.0.2", CASEBOOK_DEMO: "0", DATABASE_URL: database });
    expect(await program.says("ready")).toContain(`http://127.0.0.2:${port}`);
    expect((await fetch(`http://127.0.0.2:${port}/healthz`)).status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  test("leaves no half portfolio when it is stopped while it loads", async () => {
    const folder = scratch();
    const file = join(folder, "casebook.db");
    const program = start(process.execPath, ["build/cli.js", "seed"], { env: { DATABASE_URL: `file:${file}` } });
    await program.says("Playing");
    program.pressCtrlC();
    expect((await program.ended).code).not.toBe(0);
    expect(existsSync(file)).toBe(false);
  });
});

describe("npm start says in one sentence", () => {
  async function refused(env: Record<string, string>) {
    const ended = await startHere(env).ended;
    expect(ended.code).toBe(1);
    expect(stackless(ended)).toBe(true);
    return ended.error.trim();
  }

  test("that the port is taken", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    onTestFinished(() => void other.close());
    const sentence = await refused({ PORT: String(port), DATABASE_URL: `file:${join(scratch(), "x.db")}` });
    expect(sentence).toBe(`Port ${port} is taken: stop the program that uses it, or set PORT to another one.`);
  });

  test("that the data folder cannot be written", async () => {
    const file = join(scratch(), "a-file");
    writeFileSync(file, "");
    const port = String(await freePort());
    for (const demo of ["0", "1"]) {
      const env = { PORT: port, CASEBOOK_DEMO: demo, DATABASE_URL: `file:${join(file, "casebook.db")}` };
      const sentence = await refused(env);
      expect(sentence).toMatch(/^The database .+ cannot be written: .+$/);
      expect(sentence.split("\n")).toHaveLength(1);
    }
  });

  test.each([
    [{ PORT: "eighty" }, /^PORT must be a number\.$/],
    [{ PORT: "99999" }, /^PORT must be 1 to 65535\.$/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must begin with file: or postgres:\/\/\.$/],
    [{ CASEBOOK_DEMO: "perhaps" }, /^CASEBOOK_DEMO must be 1 or 0\.$/],
  ])("that a setting is wrong: %o", async (setting, sentence) => {
    const env = { DATABASE_URL: `file:${join(scratch(), "x.db")}`, PORT: String(await freePort()), ...setting };
    expect(await refused(env)).toMatch(sentence);
  });

  test("that the file is no database", async () => {
    const file = join(scratch(), "letter.txt");
    writeFileSync(file, "Dear all, this is a letter and by no means a database of any kind.".repeat(20));
    const sentence = await refused({ PORT: String(await freePort()), DATABASE_URL: `file:${file}` });
    expect(sentence).toMatch(/is not a Casebook database/);
  });

  async function uninstallable(spoil: (folder: string) => void, env: Record<string, string> = {}) {
    const folder = join(scratch(), "checkout");
    copySources(folder);
    spoil(folder);
    const own = { PORT: String(await freePort()), npm_config_cache: scratch(), ...env };
    const ended = await start(process.execPath, ["bin/start.mjs"], { env: own, folder }).ended;
    expect(ended.code).toBe(1);
    expect(stackless(ended)).toBe(true);
    expect(ended.out + ended.error).not.toMatch(/https?:\/\/|127\.0\.0\.1/);
    return ended.error.trim().split("\n").at(-1);
  }

  test("that the lock of the packages cannot be read", async () => {
    const sentence = await uninstallable((folder) =>
      writeFileSync(join(folder, "package-lock.json"), '{ "packages": '),
    );
    expect(sentence).toMatch(/^The packages could not be installed, since .+ disagree: .+\.$/);
  });

  test("that no package registry answers", async () => {
    const nobody = { npm_config_registry: "http://127.0.0.1:1/", npm_config_fetch_retries: "0" };
    const sentence = await uninstallable(() => undefined, nobody);
    expect(sentence).toMatch(/^The packages could not be installed, since the package registry does not answer: .+\.$/);
  });
});

test("Two builds at once make one", async () => {
  rmSync(join(inject("checkout"), "build", "stamp"));
  const build = () => start(process.execPath, ["bin/build.mjs"]).ended;
  const both = await Promise.all([build(), build()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ out }) => out.includes("Building"))).toHaveLength(1);
});
