import { describe, expect, test } from "vitest";
import { isOneAbove, isSettled, npvBounds } from "#app/business-cases/bounds";
import { certain, type Draft, type Line, type Range } from "#app/business-cases/lines";
import { simulate } from "#app/business-cases/simulate";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { speechFor } from "#app/locales/speech";

const fr = speechFor("fr", "EUR", "Europe/Paris");
const en = speechFor("en", "EUR", "Europe/Paris");
const plain = (text: string) => text.replace(/\s/g, " ");

describe("A probability that was found by drawing", () => {
  test.each<[number | null, boolean, string, string]>([
    [1, true, "100 %", "100%"],
    [1, false, "> 99,9 %", "> 99.9%"],
    [0.9995, false, "> 99,9 %", "> 99.9%"],
    [0.9995, true, "> 99,9 %", "> 99.9%"],
    [0.997, false, "99,7 %", "99.7%"],
    [0.98, false, "98 %", "98%"],
    [0.5, false, "50 %", "50%"],
    [0.004, false, "0,4 %", "0.4%"],
    [0.0004, false, "< 0,1 %", "< 0.1%"],
    [0, false, "< 0,1 %", "< 0.1%"],
    [0, true, "0 %", "0%"],
    [null, false, "–", "–"],
  ])("of %s (certain: %s) reads %s", (share, isCertain, french, english) => {
    expect(plain(fr.chance(share, isCertain))).toBe(french);
    expect(plain(en.chance(share, isCertain))).toBe(english);
  });
});

const label = { fr: "Ligne" };
function aDraft(saved: Range, build: Range): Draft {
  return {
    ...{ firstQuarter: quarter("2026-Q4"), horizonQuarters: 4, discountRate: 0 },
    lines: [
      {
        ...{ id: "saved", side: "benefit", kind: "cost-avoided", label, startsAfterQuarters: 0, rampQuarters: 0 },
        ...{ quantityPerQuarter: saved, unitValue: certain(100_00), adoption: certain(1), attribution: 1 },
      },
      { ...{ id: "build", side: "cost", kind: "build", label, startsAfterQuarters: 0 }, amount: build },
    ] as Line[],
  };
}
const euros = (low: number, likely = low, high = likely): Range => ({
  ...{ low: minor(low * 100), likely: minor(likely * 100), high: minor(high * 100) },
});

describe("The bounds of an NPV", () => {
  // Four quarters of 100 € each for one saved, less what is built.
  test.each<[string, Range, Range, number, number, boolean]>([
    ["without doubt is the NPV", certain(10), euros(1_000), 3_000, 3_000, true],
    [
      "are the worst and the best of both lines",
      { low: 5, likely: 10, high: 20 },
      euros(1_000, 1_000, 2_000),
      0,
      7_000,
      false,
    ],
    ["are above zero whatever happens", { low: 6, likely: 10, high: 20 }, euros(1_000, 1_000, 2_000), 400, 7_000, true],
    ["are below zero whatever happens", { low: 0, likely: 1, high: 2 }, euros(1_000), -1_000, -200, true],
  ])("%s", (_, saved, build, least, most, settled) => {
    const draft = aDraft(saved, build);
    const found = npvBounds(draft);
    expect(found.least).toBeCloseTo(least * 100, 6);
    expect(found.most).toBeCloseTo(most * 100, 6);
    expect(isSettled(found, 1e-6)).toBe(settled);
    const { p10, p90, isSettled: said, explainPoints } = simulate(draft);
    expect(said).toBe(settled);
    expect(p10).toBeGreaterThanOrEqual(Math.round(found.least));
    expect(p90).toBeLessThanOrEqual(Math.round(found.most));
    expect(explainPoints.p90.value).toBe(p90);
  });

  test.each<[number, number, number, number, boolean]>([
    [5, 9, 1, 4, true],
    [1, 4, 4, 9, true],
    [1, 5, 4, 9, false],
    [3, 3, 3, 3, true],
  ])("%d to %d against %d to %d: one is above whatever happens: %s", (least, most, low, high, above) => {
    expect(isOneAbove({ least, most }, { least: low, most: high })).toBe(above);
  });
});
