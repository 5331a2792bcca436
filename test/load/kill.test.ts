/** The server is killed while fifty people write, and started again on what it left. */
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { atWork, working } from "../support/at-work";
import { ENGINES } from "../support/demonstrations";
import { figures } from "../support/load";
import { realServer } from "../support/real-server";

const KILLS = 3;

describe.each(ENGINES)("On %s", (engine) => {
  test("what was acknowledged before a kill -9 is there after it, whole, and everybody is still signed in", async () => {
    const { url, server, workers, tally, expectNothingLost } = await atWork(engine);
    let { port, kill } = server;
    const from = performance.now();
    await working(workers, async () => {
      for (let turn = 0; turn < KILLS; turn++) {
        await wait(1_500);
        await kill();
        ({ port, kill } = await realServer(url, { port }));
      }
      await wait(1_000);
    });
    console.log(`${engine}, ${KILLS} kills: ${figures(tally, (performance.now() - from) / 1_000)}`);
    expect(tally.wrong).toEqual([]);
    expect(tally.cut).toBeGreaterThan(0);
    expect(tally.kept.length).toBeGreaterThan(KILLS);
    for (const { visitor } of workers) expect((await visitor.get("/account")).status).toBe(200);
    await expectNothingLost();
  });
});
