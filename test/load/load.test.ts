/** Fifty people read and write at once through the real server: no error, nothing lost, everything adds up. */
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open.server";
import { aDemonstration, casebookCommand, ENGINES } from "../support/demonstrations";
import { amiss, emptyTally, figures, lastEvent, staff, Worker } from "../support/load";
import { realServer } from "../support/real-server";

/** Longer where somebody wants figures: CASEBOOK_LOAD_SECONDS=60. */
const SECONDS = Number(process.env.CASEBOOK_LOAD_SECONDS ?? 10);

describe.each(ENGINES)("On %s", (engine) => {
  test(`fifty people at work for ${SECONDS} s lose nothing and meet no error`, {
    timeout: 120_000 + SECONDS * 2_000,
  }, async () => {
    const url = await aDemonstration(engine);
    const database = await openDatabase(url);
    onTestFinished(() => database.close());
    const { colleagues, desks } = await staff(database);
    const from = await lastEvent(database);
    const server = await realServer(url);
    const tally = emptyTally();
    const workers = colleagues.map((colleague) => new Worker(colleague, server.port, desks, tally));
    onTestFinished(() => {
      for (const { visitor } of workers) visitor.close();
    });
    await Promise.all(workers.map((worker) => worker.signIn()));

    const before = await server.metric("process_resident_memory_bytes");
    const end = performance.now() + SECONDS * 1_000;
    await Promise.all(workers.map((worker) => worker.work(() => performance.now() > end)));
    const after = await server.metric("process_resident_memory_bytes");
    console.log(
      `${engine}, 50 people: ${figures(tally, SECONDS)}; memory ${(before / 2 ** 20).toFixed(0)} → ${(after / 2 ** 20).toFixed(0)} MB`,
    );

    expect(tally.wrong).toEqual([]);
    expect({ later: tally.later, cut: tally.cut }).toEqual({ later: 0, cut: 0 });
    expect(new Set(tally.kept.map(({ kind }) => kind))).toEqual(
      new Set(["comment", "case", "edit", "report", "cost", "move"]),
    );
    expect(tally.conflicts).toBeGreaterThan(0);
    expect(Math.max(...tally.writes)).toBeLessThan(10_000);
    expect(await amiss(database, tally, desks, from)).toEqual([]);
    expect(await server.stop()).toBe(0);
    expect(server.log()).toBe("");
    expect(await casebookCommand(url, "audit", "verify")).toContain("whole");
    expect(await casebookCommand(url, "check")).toContain("All is well");
  });
});
