/** What a house's machines do to a server at work: it says so, goes on by itself, and has lost nothing. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { atWork, working } from "../support/at-work";
import { aDemonstration, casebookCommand, newPostgres } from "../support/demonstrations";
import { figures } from "../support/load";

/** A folder that is gone when the test ends. */
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "casebook-fault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("Another process holds the lock of SQLite for longer than anybody waits", async () => {
  const { url, server, workers, tally, expectNothingLost } = await atWork("sqlite");
  const other = new SQLite(url.slice("file:".length));
  onTestFinished(() => void other.close());
  let readMeanwhile = 0;
  await working(workers, async () => {
    await wait(1_000);
    other.exec("BEGIN IMMEDIATE");
    const read = tally.reads.length;
    await wait(8_000);
    readMeanwhile = tally.reads.length - read;
    other.exec("ROLLBACK");
    await wait(1_500);
  });
  console.log(`sqlite, locked: ${figures(tally, 10.5)}`);
  expect(tally.wrong).toEqual([]);
  expect(tally.cut).toBe(0);
  expect(tally.later).toBeGreaterThan(0);
  expect(readMeanwhile).toBeGreaterThan(0);
  const before = tally.kept.length;
  await working(workers, () => wait(1_000));
  expect(tally.kept.length).toBeGreaterThan(before);
  expect(await server.stop()).toBe(0);
  await expectNothingLost();
});

test("The disk of SQLite is full, and has room again", async ({ skip }) => {
  const folder = aFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=32m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    skip("only who may mount a small disk can fill one");
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  const source = (await aDemonstration("sqlite")).slice("file:".length);
  mkdirSync(join(folder, "data"));
  cpSync(source, join(folder, "data", "casebook.db"));
  const { server, workers, tally, expectNothingLost } = await atWork("sqlite", {
    url: `file:${join(folder, "data", "casebook.db")}`,
  });
  const ballast = join(folder, "ballast");
  try {
    writeFileSync(ballast, Buffer.alloc(32 * 2 ** 20));
  } catch {
    // As much as went in: it is full now.
  }
  const from = performance.now();
  await working(workers, async () => {
    // What the log of writes has room for already is still written.
    await expect.poll(() => tally.later, { timeout: 60_000 }).toBeGreaterThan(20);
    rmSync(ballast);
    await wait(1_500);
  });
  console.log(`sqlite, full: ${figures(tally, (performance.now() - from) / 1_000)}`);
  expect(tally.wrong).toEqual([]);
  expect(tally.cut).toBe(0);
  expect(tally.later).toBeGreaterThan(0);
  const before = tally.kept.length;
  await working(workers, () => wait(500));
  expect(tally.kept.length).toBeGreaterThan(before);
  expect(await server.stop()).toBe(0);
  await expectNothingLost();
});

test("PostgreSQL is stopped under load and started again", async () => {
  const folder = aFolder();
  const { server: address, postgres } = await newPostgres(folder);
  onTestFinished(() => postgres.stop());
  await postgres.createDatabase("casebook");
  const url = `${address}/casebook`;
  const source = await aDemonstration("sqlite");
  await casebookCommand(url, "restore", source.slice("file:".length));
  const { server, workers, tally, expectNothingLost } = await atWork("postgres", { url });
  await working(workers, async () => {
    await wait(1_500);
    await postgres.stop();
    await wait(2_000);
    expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(503);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    await postgres.start();
    await wait(2_500);
  });
  console.log(`postgres, restarted: ${figures(tally, 6)}`);
  expect(tally.wrong).toEqual([]);
  expect(tally.cut).toBe(0);
  expect(tally.later).toBeGreaterThan(0);
  expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200);
  const before = tally.kept.length;
  await working(workers, () => wait(1_500));
  expect(tally.kept.length).toBeGreaterThan(before);
  for (const { visitor } of workers) expect((await visitor.get("/account")).status).toBe(200);
  expect(await server.stop()).toBe(0);
  await expectNothingLost();
});
