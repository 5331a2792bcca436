import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calibrate,
  DIMENSIONS,
  type Likeness,
  type Observation,
  type Portfolio,
  portfolioOf,
  suggest,
} from "#app/measurement/calibration";

const one = (useCaseId: number, promised: number, realised: number, more: Partial<Observation> = {}): Observation => ({
  ...{ useCaseId, departmentId: 1, kind: "time", estimatorId: 1, quarters: 1, promised, realised },
  ...more,
});

const anObservation = fc.record({
  departmentId: fc.option(fc.integer({ min: 1, max: 4 })),
  kind: fc.constantFrom("time" as const, "revenue" as const, "risk" as const),
  estimatorId: fc.option(fc.integer({ min: 1, max: 4 })),
  quarters: fc.integer({ min: 1, max: 12 }),
  promised: fc.integer({ min: 1, max: 100_000_000 }),
  realised: fc.integer({ min: -50_000_000, max: 200_000_000 }),
});
const observations = fc
  .array(anObservation, { minLength: 1, maxLength: 30 })
  .map((rows) => rows.map((row, at): Observation => ({ useCaseId: at + 1, ...row })));

function known(rows: readonly Observation[]): Portfolio {
  const portfolio = portfolioOf(rows);
  if (!portfolio) throw new Error("no portfolio");
  return portfolio;
}

const SALES: Likeness = { departmentId: 1, kind: "time", estimatorId: 1 };

describe("Calibration", () => {
  test("says of every euro promised how much came, over all cases together", () => {
    const portfolio = known([one(1, 100_00, 50_00), one(2, 300_00, 330_00), one(3, 0 + 100_00, -30_00)]);
    expect(portfolio.mean).toBeCloseTo(350 / 500, 12);
    expect(portfolio).toMatchObject({ cases: 3, promised: 500_00, realised: 350_00 });
    expect(portfolioOf([])).toBeNull();
  });

  test("holds each group between its own result and the portfolio's mean", () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const portfolio = known(rows);
        for (const by of DIMENSIONS) {
          for (const { own, share, low, high, weight } of calibrate(rows, by, portfolio)) {
            const [least, most] = [Math.min(own ?? 0, portfolio.mean), Math.max(own ?? 0, portfolio.mean)];
            expect(share).toBeGreaterThanOrEqual(least - 1e-9);
            expect(share).toBeLessThanOrEqual(most + 1e-9);
            expect([low <= share, share <= high, weight >= 0, weight < 1]).toEqual([true, true, true, true]);
          }
        }
      }),
    );
  });

  test("says the same of the same cases, in whatever order they come", () => {
    fc.assert(
      fc.property(observations, fc.infiniteStream(fc.nat()), (rows, numbers) => {
        const shuffled = rows
          .map((row) => ({ row, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(portfolioOf(shuffled)).toEqual(portfolioOf(rows));
        const portfolio = known(rows);
        for (const by of DIMENSIONS) expect(calibrate(shuffled, by, portfolio)).toEqual(calibrate(rows, by, portfolio));
        expect(suggest(shuffled, SALES, portfolio)).toEqual(suggest(rows, SALES, portfolio));
      }),
    );
  });

  test("adds up: the groups of a dimension are the portfolio, to the cent", () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const portfolio = known(rows);
        for (const by of DIMENSIONS) {
          const groups = calibrate(rows, by, portfolio);
          const sum = (of: "cases" | "quarters" | "promised" | "realised") =>
            groups.reduce((total, group) => total + group[of], 0);
          const { cases, quarters, promised, realised } = portfolio;
          expect([sum("cases"), sum("quarters"), sum("promised"), sum("realised")]).toEqual([
            ...[cases, quarters, promised, realised],
          ]);
        }
      }),
    );
  });

  test("gives a group of endless cases its own result, and one of few hardly any", () => {
    const others = Array.from({ length: 40 }, (_, at) => one(at + 1, 100_00, 90_00 + at, { departmentId: 2 }));
    const own = (count: number) =>
      Array.from({ length: count }, (_, at) => one(1_000 + at, 100_00, (at % 2 ? 35 : 45) * 100));
    const shareOf = (count: number) => {
      const rows = [...others, ...own(count)];
      const portfolio = { ...known(others), k: { department: 4, kind: 4, estimator: 4 } };
      return calibrate(rows, "department", portfolio).find(({ key }) => key === "1");
    };
    expect(shareOf(1)?.weight).toBeCloseTo(1 / 5, 12);
    expect(shareOf(4)?.weight).toBeCloseTo(1 / 2, 12);
    expect(shareOf(40_000)?.share).toBeCloseTo(0.4, 3);
    expect((shareOf(40_000)?.high ?? 1) - (shareOf(40_000)?.low ?? 0)).toBeLessThan(0.01);
  });

  test("counts a giant among dwarfs as hardly more than one case", () => {
    const rows = [one(1, 1_000_000_00, 0), ...Array.from({ length: 9 }, (_, at) => one(at + 2, 100_00, 100_00))];
    const portfolio = { ...known(rows), k: { department: 4, kind: 4, estimator: 4 } };
    const [group] = calibrate(rows, "department", portfolio);
    expect(group).toMatchObject({ cases: 10 });
    expect(group?.weight).toBeLessThan(0.21);
  });

  test("believes departments that differ sooner than departments that do not", () => {
    const four = (departmentId: number, kept: readonly number[]) =>
      kept.map((percent, at) => one(departmentId * 10 + at, 100_00, percent * 100, { departmentId }));
    const apart = known([...four(1, [40, 42, 41, 43]), ...four(2, [90, 92, 91, 93])]);
    const alike = known([...four(1, [40, 90, 60, 75]), ...four(2, [42, 88, 65, 70])]);
    expect(apart.k.department).toBe(2);
    expect(alike.k.department).toBe(24);
    expect(known([one(1, 1_00, 1_00), one(2, 1_00, 50)]).k.department).toBe(4);
  });
});

describe("A suggested haircut", () => {
  const rows = [60, 70, 80, 65, 75].map((percent, at) => one(at + 1, 100_00, percent * 100));

  test("is the portfolio's mean where no case has anything in common", () => {
    const suggestion = suggest(rows, { departmentId: 9, kind: "risk", estimatorId: 9 }, known(rows));
    expect(suggestion).toMatchObject({ factor: 0.7, cases: 0, weight: 0 });
  });

  test("is never above the whole, and never below nothing", () => {
    fc.assert(
      fc.property(observations, (given) => {
        const factor = suggest(given, SALES, portfolioOf(given))?.factor ?? null;
        if (factor !== null) expect(factor >= 0 && factor < 1).toBe(true);
      }),
    );
    const better = rows.map((row) => ({ ...row, realised: row.promised * 1.2 }));
    expect(suggest(better, SALES, known(better))?.factor).toBeNull();
    const lost = rows.map((row) => ({ ...row, realised: -row.promised }));
    expect(suggest(lost, SALES, known(lost))?.factor).toBe(0);
  });

  test("is none from fewer than three cases", () => {
    const two = rows.slice(0, 2);
    expect(suggest(two, SALES, known(two))).toBeNull();
    expect(suggest([], SALES, null)).toBeNull();
  });

  test("counts a case by what it has in common, and no case twice", () => {
    const near = [...rows, one(6, 100_00, 10_00, { departmentId: 7, kind: "risk", estimatorId: 7 })];
    const portfolio = { ...known(near), k: { department: 4, kind: 4, estimator: 4 } };
    const weightFor = (like: Likeness) => suggest(near, like, portfolio)?.weight ?? 0;
    const [all, two, third] = [
      weightFor({ departmentId: 7, kind: "risk", estimatorId: 7 }),
      weightFor({ departmentId: 7, kind: "risk", estimatorId: 8 }),
      weightFor({ departmentId: 7, kind: "quality", estimatorId: 8 }),
    ];
    expect(all).toBeCloseTo(1 / 5, 12);
    expect(two).toBeCloseTo(2 / 3 / (2 / 3 + 4), 12);
    expect(third).toBeCloseTo(1 / 3 / (1 / 3 + 4), 12);
  });
});
