import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pert, stream } from "#app/business-cases/draw";
import { evaluate } from "#app/business-cases/evaluate";
import { type Draft, isCertain, type Range } from "#app/business-cases/lines";
import { npvDraws, simulate } from "#app/business-cases/simulate";
import { anyDraft, buildLine, costLines, draftOf, timeLine, valuedLine, workedCase } from "./business-cases-drafts";

function drawn(range: Range, count = 100_000): number[] {
  const draw = pert(range, stream("test"));
  return Array.from({ length: count }, draw).sort((a, b) => a - b);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

/** Ten lines, twelve quarters, doubt everywhere: the case whose simulation must be quick. */
function tenLines(): Draft {
  const doubt = (likely: number): Range => ({ low: likely * 0.6, likely, high: likely * 1.7 });
  const benefits = [1, 2, 3, 4, 5].map((n) =>
    timeLine({
      id: `time-${n}`,
      volumePerQuarter: doubt(1000 * n),
      minutesSaved: doubt(5 * n),
      adoption: { low: 0.2, likely: 0.6, high: 0.9 },
      rampQuarters: n,
    }),
  );
  const costs = [
    buildLine({ amount: doubt(8_000_000) }),
    { ...costLines.licenceByDay, seats: doubt(200), price: doubt(90) },
    { ...costLines.usage, unitsPerQuarter: doubt(2e6), unitPrice: doubt(0.002) },
    { ...costLines.run, amountPerQuarter: doubt(400_000) },
    { ...costLines.review, hoursPerQuarter: doubt(60) },
  ];
  return draftOf([...benefits, ...costs]);
}

describe("drawing from low, likely and high", () => {
  // Quantiles of the beta distribution, integrated apart from this code.
  it.each<[Range, number, number, number]>([
    [{ low: 0, likely: 50, high: 100 }, 24.664, 50, 75.336],
    [{ low: 0, likely: 20, high: 100 }, 8.99, 27.667, 54.533],
    [{ low: 0, likely: 0, high: 100 }, 2.085, 12.945, 36.904],
    [{ low: 0, likely: 100, high: 100 }, 63.096, 87.055, 97.915],
  ])("%j has the deciles of its PERT distribution", (range, p10, p50, p90) => {
    const values = drawn(range);
    expect(Math.abs(at(values, 0.1) - p10)).toBeLessThan(0.5);
    expect(Math.abs(at(values, 0.5) - p50)).toBeLessThan(0.5);
    expect(Math.abs(at(values, 0.9) - p90)).toBeLessThan(0.5);
    expect(Math.abs(mean(values) - (range.low + 4 * range.likely + range.high) / 6)).toBeLessThan(0.3);
  });

  it("stays between low and high", () => {
    const range = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)).map((values) => {
      const [low = 0, likely = 0, high = 0] = values.sort((a, b) => a - b);
      return { low, likely, high };
    });
    fc.assert(
      fc.property(range, (given) => {
        const values = drawn(given, 200);
        expect(values[0]).toBeGreaterThanOrEqual(given.low);
        expect(values.at(-1)).toBeLessThanOrEqual(given.high);
      }),
    );
  });

  it("draws evenly, and otherwise for another seed", () => {
    const next = stream("a", 1);
    const values = Array.from({ length: 100_000 }, next);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => values.filter((value) => Math.floor(value * 10) === tenth).length,
    );
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    expect(stream("a", 2)()).not.toBe(values[0]);
    expect(stream("a", 1)()).toBe(values[0]);
  });
});

/** Mean and variance of a PERT distribution whose shapes add up to 6. */
function moments({ low, likely, high }: Range): { mean: number; variance: number } {
  const mean = (low + 4 * likely + high) / 6;
  return { mean, variance: ((mean - low) * (high - mean)) / 7 };
}

const DRAWS = 100_000;

/** How many standard errors the mean and the variance of the draws are from those of the closed form. */
function errors(draws: Float64Array, mean_: number, variance: number): [number, number] {
  const values = [...draws];
  const found = mean(values);
  const spread = mean(values.map((value) => (value - found) ** 2));
  const fourth = mean(values.map((value) => (value - found) ** 4));
  return [
    (found - mean_) / Math.sqrt(variance / values.length),
    (spread - variance) / Math.sqrt((fourth - variance ** 2) / values.length),
  ];
}

describe("the simulation against the closed form", () => {
  const first: Range = { low: 2_000_000, likely: 3_000_000, high: 7_000_000 };
  const quantity: Range = { low: 5, likely: 10, high: 30 };
  const value: Range = { low: 20_000, likely: 90_000, high: 100_000 };

  it("has the mean and the variance of a sum of PERT amounts", () => {
    const again: Range = { low: 0, likely: 400_000, high: 500_000 };
    const draft = draftOf(
      [buildLine({ amount: first }), { ...costLines.run, startsAfterQuarters: 0, amountPerQuarter: again }],
      {
        discountRate: 0,
        horizonQuarters: 8,
      },
    );
    const [one, two] = [moments(first), moments(again)];
    for (const seed of [1, 2, 3]) {
      const [ofMean, ofVariance] = errors(
        npvDraws(draft, DRAWS, seed),
        -(one.mean + 8 * two.mean),
        one.variance + 64 * two.variance,
      );
      expect(Math.abs(ofMean)).toBeLessThan(4);
      expect(Math.abs(ofVariance)).toBeLessThan(4);
    }
  });

  it("has the mean and the variance of a product of estimates drawn apart", () => {
    const draft = draftOf([valuedLine({ quantityPerQuarter: quantity, unitValue: value })], {
      discountRate: 0,
      horizonQuarters: 1,
    });
    const [one, two] = [moments(quantity), moments(value)];
    const variance = one.variance * two.variance + one.variance * two.mean ** 2 + two.variance * one.mean ** 2;
    for (const seed of [1, 2, 3]) {
      const [ofMean, ofVariance] = errors(npvDraws(draft, DRAWS, seed), one.mean * two.mean, variance);
      expect(Math.abs(ofMean)).toBeLessThan(4);
      expect(Math.abs(ofVariance)).toBeLessThan(4);
    }
  });

  // Shapes that are whole numbers have a polynomial for their distribution.
  it.each<[string, Range, (x: number) => number]>([
    ["3 and 3", { low: 0, likely: 0.5, high: 1 }, (x) => x ** 3 * (10 - 15 * x + 6 * x ** 2)],
    ["2 and 4", { low: 0, likely: 0.25, high: 1 }, (x) => 1 - (1 - x) ** 4 * (1 + 4 * x)],
    ["1 and 5", { low: 0, likely: 0, high: 1 }, (x) => 1 - (1 - x) ** 5],
    ["5 and 1", { low: 0, likely: 1, high: 1 }, (x) => x ** 5],
  ])("draws a beta of shapes %s: Kolmogorov and Smirnov's distance", (_shapes, range, distribution) => {
    const values = drawn(range, DRAWS);
    const distance = values.reduce((most, x, index) => {
      const expected = distribution(x);
      return Math.max(most, Math.abs(expected - index / DRAWS), Math.abs(expected - (index + 1) / DRAWS));
    }, 0);
    // Beyond this one sample in a thousand falls.
    expect(distance * Math.sqrt(DRAWS)).toBeLessThan(1.95);
  });

  it("of money that comes back to the cent has no chance of a gain", () => {
    const draft = draftOf(
      [
        buildLine({ amount: { low: 30, likely: 30, high: 30 } }),
        valuedLine({
          quantityPerQuarter: { low: 3, likely: 3, high: 3 },
          unitValue: { low: 10, likely: 10, high: 10 },
        }),
      ],
      { horizonQuarters: 1 },
    );
    expect(simulate(draft)).toMatchObject({ npv: 0, probabilityPositive: 0 });
  });
});

describe("simulating a business case", () => {
  it("gives the same result for the same inputs, names and ids set aside", () => {
    const draft = tenLines();
    const renamed = {
      ...draft,
      lines: draft.lines.map((line) => ({ ...line, id: `copy-${line.id}`, label: { fr: "Copie" } })),
    };
    const { tornado: _, ...first } = simulate(draft);
    const { tornado: __, ...second } = simulate(renamed);
    expect(second).toEqual(first);
    expect(simulate(draft)).toEqual(simulate(structuredClone(draft)));
  });

  it("says so when the seed or the number of draws is another", () => {
    expect(simulate(tenLines(), { seed: 2 }).p50).not.toBe(simulate(tenLines()).p50);
    expect(simulate(tenLines(), { draws: 500 })).toMatchObject({ draws: 500, seed: 1 });
  });

  it("without doubt, is the NPV to the cent", () => {
    const { npv, p10, p50, p90, probabilityPositive, tornado } = simulate(workedCase());
    expect([npv, p10, p50, p90]).toEqual(Array(4).fill(evaluate(workedCase()).outputs.npv));
    expect(probabilityPositive).toBe(1);
    expect(tornado).toEqual([]);
  });

  it("follows the one estimate in doubt", () => {
    const draft = draftOf(
      [
        buildLine({ amount: { low: 0, likely: 50_000, high: 100_000 } }),
        valuedLine({ unitValue: { low: 5000, likely: 5000, high: 5000 } }),
      ],
      {
        horizonQuarters: 1,
      },
    );
    const { p10, p50, p90, probabilityPositive } = simulate(draft);
    // 50 000 of benefit less a cost with deciles 24 664, 50 000 and 75 336.
    for (const [found, expected] of [
      [p10, -25_336],
      [p50, 0],
      [p90, 25_336],
    ] as const) {
      expect(Math.abs(found - expected)).toBeLessThan(1200);
    }
    expect(Math.abs(probabilityPositive - 0.5)).toBeLessThan(0.02);
  });

  it("keeps its deciles in order, its probability a share and its draws reproducible, whatever the case", () => {
    fc.assert(
      fc.property(anyDraft, fc.integer({ min: 0, max: 1000 }), (draft, seed) => {
        const { p10, p50, p90, probabilityPositive } = simulate(draft, { draws: 300, seed });
        expect(p10).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p90);
        expect(probabilityPositive).toBeGreaterThanOrEqual(0);
        expect(probabilityPositive).toBeLessThanOrEqual(1);
        expect(npvDraws(draft, 50, seed)).toEqual(npvDraws(draft, 50, seed));
      }),
      { numRuns: 40 },
    );
  });

  it("leaves the draws of one line alone when another one changes", () => {
    const [first, second] = [buildLine({ amount: { low: 0, likely: 10, high: 90 } }), costLines.run];
    const before = npvDraws(draftOf([first, second]), 20, 1);
    const after = npvDraws(draftOf([first, { ...second, amountPerQuarter: { low: 0, likely: 0, high: 0 } }]), 20, 1);
    const moved = [...after].map((value, draw) => value - (before[draw] ?? 0));
    expect(Math.max(...moved) - Math.min(...moved)).toBeLessThan(1e-3);
  });

  it("takes no more than 60 ms for forty lines, twelve quarters and 10,000 draws", () => {
    const ten = tenLines().lines;
    const lines = [0, 1, 2, 3].flatMap((set) => ten.map((line) => ({ ...line, id: `${line.id}-${set}` })));
    const spent = Array.from({ length: 12 }, () => {
      // The processor's own time: what else runs on the machine is no slowness of ours.
      const start = process.cpuUsage();
      simulate(draftOf(lines));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...spent)).toBeLessThan(60);
  });
});

describe("the tornado", () => {
  it("has a bar for each input in doubt, the widest first", () => {
    const draft = draftOf(
      [
        buildLine({ amount: { low: 1_000_000, likely: 3_000_000, high: 4_000_000 } }),
        valuedLine({ quantityPerQuarter: { low: 8, likely: 10, high: 11 } }),
      ],
      { horizonQuarters: 1 },
    );
    expect(
      simulate(draft).tornado.map(({ lineId, input, atLow, atHigh, swing }) => [lineId, input, atLow, atHigh, swing]),
    ).toEqual([
      ["build", "amount", -990_000, -3_990_000, 3_000_000],
      ["valued", "quantityPerQuarter", -2_992_000, -2_989_000, 3000],
    ]);
  });

  it("lies around the NPV and is sorted, whatever the case", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { npv, tornado } = simulate(draft, { draws: 1 });
        for (const [index, bar] of tornado.entries()) {
          expect(isCertain(bar.range)).toBe(false);
          expect(Math.min(bar.atLow, bar.atHigh)).toBeLessThanOrEqual(npv);
          expect(Math.max(bar.atLow, bar.atHigh)).toBeGreaterThanOrEqual(npv);
          expect(bar.swing).toBeLessThanOrEqual(tornado[index - 1]?.swing ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 40 },
    );
  });
});
