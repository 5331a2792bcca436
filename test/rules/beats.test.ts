import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beats } from "#app/business-cases/beats";
import { certain, type Draft, type Line, type Range } from "#app/business-cases/lines";
import { npvDraws } from "#app/business-cases/simulate";
import { ENOUGH_MEMBERS, preferenceOf } from "#app/committee/compare/votes-on-both";
import { quarter } from "#app/kernel/quarter";

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });

describe("One case beating another", () => {
  test("is what counting every pair says; the three shares are one, and turn round with the cases", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const found = beats(Float64Array.from(a), Float64Array.from(b));
        const count = (like: (x: number, y: number) => boolean) =>
          a.flatMap((x) => b.map((y) => like(x, y))).filter(Boolean).length / (a.length * b.length);
        expect(found.first).toBeCloseTo(
          count((x, y) => x > y),
          12,
        );
        expect(found.tied).toBeCloseTo(
          count((x, y) => x === y),
          12,
        );
        expect(found.first + found.second + found.tied).toBeCloseTo(1, 12);
        const turned = beats(Float64Array.from(b), Float64Array.from(a));
        expect([turned.first, turned.tied]).toEqual([expect.closeTo(found.second, 12), expect.closeTo(found.tied, 12)]);
      }),
    );
  });

  /** Thirty benefits in doubt, each an amount that comes once: their sum is near a normal distribution. */
  const draftOf = (range: Range): Draft => ({
    ...{ firstQuarter: quarter("2026-Q1"), horizonQuarters: 1, discountRate: 0.08 },
    lines: Array.from({ length: 30 }, (_, at) => ({
      ...{
        id: `line-${at}`,
        side: "benefit",
        kind: "cost-avoided",
        label: { en: "Line" },
        startsAfterQuarters: 0,
        rampQuarters: 0,
      },
      ...{ quantityPerQuarter: certain(1), unitValue: range, adoption: certain(1), attribution: 1 },
    })) as Line[],
  });
  const meanOf = ({ low, likely, high }: Range) => (low + 4 * likely + high) / 6;
  const varianceOf = (range: Range) => ((meanOf(range) - range.low) * (range.high - meanOf(range))) / 7;

  test.each([
    [
      { low: 50, likely: 100, high: 200 },
      { low: 40, likely: 100, high: 190 },
    ],
    [
      { low: 50, likely: 100, high: 200 },
      { low: 50, likely: 100, high: 200 },
    ],
    [
      { low: 80, likely: 100, high: 120 },
      { low: 0, likely: 90, high: 240 },
    ],
  ])("of sums of PERT estimates %j and %j is near the closed form for two normals", (first, second) => {
    const [a, b] = [first, second].map((range) => npvDraws(draftOf(range), 10_000, 1)) as [Float64Array, Float64Array];
    const distance = (30 * (meanOf(first) - meanOf(second))) / Math.sqrt(30 * (varianceOf(first) + varianceOf(second)));
    // The same streams in both would make them rise and fall together: each pair of draws is looked at, not draw by draw.
    expect(beats(a, b).first).toBeCloseTo(normal(distance), 1.7);
    expect(Math.abs(beats(a, b).first - normal(distance))).toBeLessThan(0.012);
  });
});

/** The standard normal distribution (Abramowitz and Stegun 26.2.17, good to 7.5e-8). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

test("Members who scored both are counted, and nobody else", () => {
  const of = (...scores: [number, number | null][]) => new Map(scores.map(([member, value]) => [member, { value }]));
  const first = of([1, 60], [2, 40], [3, 50], [4, null]);
  const second = of([1, 50], [2, 70], [3, 50], [4, 10], [5, 90]);
  expect(preferenceOf("value", first, second)).toEqual({ axis: "value", both: 3, firstHigher: 1, secondHigher: 1 });
  expect(preferenceOf("risk", first, second).both).toBe(0);
  expect(ENOUGH_MEMBERS).toBeGreaterThan(3);
});
