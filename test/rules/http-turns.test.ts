import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { oneATurn } from "../../http/turns";

test("One begins in each turn of the event loop, in the order in which they asked", async () => {
  const turn = oneATurn();
  const begun: number[] = [];
  for (const who of [1, 2, 3, 4]) void turn().then(() => begun.push(who));
  expect(begun).toEqual([]);
  const seen: number[] = [];
  for (let at = 0; at < 6; at++) {
    await nextTurn();
    seen.push(begun.length);
  }
  expect(begun).toEqual([1, 2, 3, 4]);
  expect(seen.every((count, at) => count - (seen[at - 1] ?? 0) <= 1)).toBe(true);
  await turn();
});
