import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type Agreement,
  kendall,
  type NoAgreement,
  ranksOf,
  scoredTogether,
  strengthOf,
  wholeByChance,
} from "#app/assessment/kendall";

function known(found: Agreement | NoAgreement): Agreement {
  if (typeof found === "string") throw new Error(found);
  return found;
}

/** One row a rater, from a table of one row a case. */
const turned = (rows: number[][]) => (rows[0] ?? []).map((_, rater) => rows.map((row) => row[rater] ?? 0));

describe("Kendall’s W", () => {
  test.each<[string, number[][], number]>([
    [
      "is 1 where all rank alike",
      [
        [1, 2, 3],
        [10, 20, 30],
      ],
      1,
    ],
    [
      "is 1 where all tie alike",
      [
        [1, 1, 3],
        [2, 2, 5],
      ],
      1,
    ],
    [
      "is 0 where two are opposed",
      [
        [1, 2, 3],
        [3, 2, 1],
      ],
      0,
    ],
    // Sums of ranks 4, 5, 9, mean 6: 12 × 14 ÷ (9 × 24).
    [
      "is 168/216 by hand, three raters of three cases",
      [
        [1, 2, 3],
        [2, 1, 3],
        [1, 2, 3],
      ],
      168 / 216,
    ],
    // Ranks 1.5 1.5 3 and 1 2 3: sums 2.5 3.5 6, mean 4, Σ² 6.5; 12 × 6.5 ÷ (4 × 24 − 2 × 6).
    [
      "counts a tie: 78/84 by hand",
      [
        [1, 1, 3],
        [1, 2, 3],
      ],
      78 / 84,
    ],
  ])("%s", (_, scores, expected) => {
    expect(known(kendall(scores)).w).toBeCloseTo(expected, 12);
    // What the page shows it to be made of gives it back.
    const { w, spread, ties, raters: m, cases: n } = known(kendall(scores));
    expect((12 * spread) / (m * m * (n ** 3 - n) - m * ties)).toBeCloseTo(w, 12);
  });

  test.each<[NoAgreement, number[][]]>([
    ["one-rater", []],
    ["one-rater", [[1, 2, 3]]],
    ["one-case", [[4], [4]]],
    ["one-case", [[], []]],
    [
      "all-tied",
      [
        [3, 3, 3],
        [3, 3, 3],
      ],
    ],
  ])("says %s instead of a number", (why, scores) => {
    expect(kendall(scores)).toBe(why);
  });

  test("is told with what chance would give, the mean correlation and Friedman’s statistic", () => {
    const found = known(
      kendall([
        [1, 2, 3, 4],
        [1, 2, 4, 3],
        [2, 1, 3, 4],
      ]),
    );
    expect(found).toMatchObject({ raters: 3, cases: 4, byChance: 1 / 3 });
    expect(found.meanCorrelation).toBeCloseTo((0.8 + 0.8 + 0.6) / 3, 12);
    expect(found.chiSquare).toBeCloseTo(9 * found.w, 12);
  });

  test.each<[number, string]>([
    [0.9, "strong"],
    [0.5, "moderate"],
    [0.2, "weak"],
    [0, "none"],
    [-0.5, "none"],
  ])("with a mean correlation of %d is %s", (meanCorrelation, strength) => {
    expect(strengthOf({ meanCorrelation, raters: 3, cases: 5 })).toBe(strength);
  });

  // Chance alone brings m whole agreements on n cases once in (n!)^(m − 1) times: below 20, W says nothing.
  test.each<[number, number, number, string]>([
    [2, 2, 2, "too-few"],
    [5, 2, 16, "too-few"],
    [6, 2, 32, "strong"],
    [2, 3, 6, "too-few"],
    [3, 3, 36, "strong"],
    [2, 4, 24, "strong"],
    [12, 40, Number.POSITIVE_INFINITY, "strong"],
  ])("by %i members of %i cases, alike by chance once in %d times, is %s", (raters, cases, times, strength) => {
    if (times !== Number.POSITIVE_INFINITY) expect(wholeByChance({ raters, cases })).toBe(times);
    expect(strengthOf({ meanCorrelation: 1, raters, cases })).toBe(strength);
  });
});

const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
  .chain(([m, n]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
  );

describe("Whatever is ranked", () => {
  it("W is between 0 and 1, or said to be undefined", () => {
    fc.assert(
      fc.property(table, (scores) => {
        const found = kendall(scores);
        if (typeof found === "string") return found === "all-tied";
        expect(found.w).toBeGreaterThanOrEqual(0);
        expect(found.w).toBeLessThanOrEqual(1);
        return Number.isFinite(found.meanCorrelation);
      }),
    );
  });

  it("W is 1 when everybody ranks as the first does, whatever their scale", () => {
    fc.assert(
      fc.property(table, ([first = []]) => {
        const found = kendall([first, first.map((score) => score * 7 - 3), first.map((score) => score ** 3)]);
        return found === "all-tied" ? new Set(first).size === 1 : Math.abs(known(found).w - 1) < 1e-12;
      }),
    );
  });

  it("W does not depend on how raters and cases are named or ordered", () => {
    fc.assert(
      fc.property(table, fc.integer(), (scores, seed) => {
        const shift = Math.abs(seed) % scores.length;
        const raters = [...scores.slice(shift), ...scores.slice(0, shift)];
        const mixed = raters.map((row) => [...row].reverse());
        const [one, other] = [kendall(scores), kendall(mixed)];
        if (typeof one === "string") return one === other;
        return Math.abs(one.w - known(other).w) < 1e-12;
      }),
    );
  });

  it("ranks add up to n (n + 1) ÷ 2, ties or none", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (values) => {
        const sum = ranksOf(values).reduce((total, rank) => total + rank, 0);
        return sum === (values.length * (values.length + 1)) / 2;
      }),
    );
  });
});

describe("What was scored together", () => {
  const of = (rater: number, ...cases: number[]) => cases.map((useCase) => ({ rater, useCase, score: useCase }));

  test("is everything where everybody scored everything", () => {
    const found = scoredTogether([...of(1, 7, 8), ...of(2, 8, 7)]);
    expect(found).toMatchObject({ raters: [1, 2], cases: [7, 8], ratersLeft: [], casesLeft: [] });
    expect(found.scores).toEqual([
      [7, 8],
      [7, 8],
    ]);
  });

  test("leaves out who scored too little, and what too few scored, and says so", () => {
    const found = scoredTogether([...of(1, 1, 2, 3, 4), ...of(2, 1, 2, 3), ...of(3, 4)]);
    expect(found).toMatchObject({ raters: [1, 2], cases: [1, 2, 3], ratersLeft: [3], casesLeft: [4] });
  });

  test("is the largest table that there is, not that of the busiest two", () => {
    const found = scoredTogether([...of(1, 1, 2, 3, 4, 5, 6), ...of(2, 6, 7, 8, 9, 10), ...of(3, 7, 8, 9, 10)]);
    expect(found).toMatchObject({ raters: [2, 3], cases: [7, 8, 9, 10], ratersLeft: [1] });
  });

  test("takes no long time over many members and cases", () => {
    const many = Array.from({ length: 20 }, (_, rater) => of(rater, ...Array.from({ length: 500 }, (_, at) => at + 1)));
    expect(scoredTogether(many.flat())).toMatchObject({ ratersLeft: [12, 13, 14, 15, 16, 17, 18, 19], casesLeft: [] });
    const torn = Array.from({ length: 12 }, (_, rater) =>
      Array.from({ length: 500 }, (_, at) => at + 1).filter((at) => (at * (rater + 3)) % 7 > 1),
    );
    expect(scoredTogether(torn.flatMap((cases, rater) => of(rater, ...cases))).cases.length).toBeGreaterThan(1);
  });

  test("is nothing to compare where nobody shares two cases", () => {
    expect(kendall(scoredTogether([...of(1, 1, 2), ...of(2, 3)]).scores)).not.toBeTypeOf("object");
    expect(kendall(scoredTogether([]).scores)).toBe("one-rater");
  });
});

test("a committee’s table of eight conferences by three raters has Friedman’s statistic of 13.78", () => {
  const rows = [
    [5, 1, 4],
    [6, 7, 5],
    [7, 6, 1],
    [1, 2, 3],
    [2, 3, 2],
    [4, 5, 7],
    [3, 4, 6],
    [8, 8, 8],
  ];
  const found = known(kendall(turned(rows)));
  expect(found.chiSquare).toBeCloseTo(13.7778, 4);
  expect(found.w).toBeCloseTo(0.656085, 6);
});
