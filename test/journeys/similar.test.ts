import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { measurePairs } from "../support/similar-pairs";
import { plantRegister } from "../support/similar-register";

describe("Similar cases", () => {
  test("are found among look-alikes, in other words and in the other language", async () => {
    const app = await openApp();
    const { asked, shownFor } = await plantRegister(app.database);
    for (const [half, recall, precision] of [
      ["tuning", 0.95, 0.8],
      ["held out", 0.9, 0.8],
    ] as const) {
      const measured = await measurePairs(
        asked.filter((one) => one.half === half),
        shownFor,
      );
      expect(measured.pairs).toBeGreaterThanOrEqual(75);
      expect(measured.lookalikes).toBeGreaterThanOrEqual(75);
      console.info(half, JSON.stringify(measured));
      expect(measured.recall, half).toBeGreaterThanOrEqual(recall);
      expect(measured.precision, half).toBeGreaterThanOrEqual(precision);
    }
  });
});
