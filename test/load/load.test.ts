/** Fifty people read and write at once through the real server: no error, nothing lost, everything adds up. */
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { atWork, working } from "../support/at-work";
import { ENGINES } from "../support/demonstrations";
import { figures } from "../support/load";

/** Longer where somebody wants figures: CASEBOOK_LOAD_SECONDS=60. */
const SECONDS = Number(process.env.CASEBOOK_LOAD_SECONDS ?? 10);
/** What no noise of the machine explains any more. */
const TOO_LONG_MS = 15_000;

const KINDS = ["case", "comment", "cost", "edit", "move", "report"];

describe.each(ENGINES)("On %s", (engine) => {
  test(`fifty people at work for ${SECONDS} s lose nothing and meet no error`, {
    timeout: 120_000 + SECONDS * 2_000,
  }, async () => {
    const { server, workers, tally, expectNothingLost } = await atWork(engine);
    const megabytes = async () => Math.round((await server.metric("process_resident_memory_bytes")) / 2 ** 20);
    const before = await megabytes();
    await working(workers, () => wait(SECONDS * 1_000));
    console.log(`${engine}, 50 people: ${figures(tally, SECONDS)}; memory ${before} → ${await megabytes()} MB`);
    expect(tally.wrong).toEqual([]);
    expect({ later: tally.later, cut: tally.cut }).toEqual({ later: 0, cut: 0 });
    expect([...new Set(tally.kept.map(({ kind }) => kind))].sort()).toEqual(KINDS);
    expect(tally.conflicts).toBeGreaterThan(0);
    expect(Math.max(...tally.writes, ...tally.reads)).toBeLessThan(TOO_LONG_MS);
    expect(await server.stop()).toBe(0);
    expect(server.log()).toBe("");
    await expectNothingLost();
  });
});
