import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minor, sumMinor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { type Observation, portfolioOf } from "#app/measurement/calibration";
import {
  believed,
  type CaseAhead,
  casesBehind,
  type Experience,
  expectedOf,
  type ForecastInput,
  forecastOf,
  quartersOfYear,
  rangeOf,
} from "#app/portfolio/forecast/forecast";
import { between } from "../support/numbers";

const CHANCES = { approved: 0.5, poc: 0.6, pilot: 1, production: 1 };
const UNKNOWN: Experience = { portfolio: null, departments: new Map(), k: 4 };

const observed = (useCaseId: number, realised: number): Observation => ({
  ...{ useCaseId, departmentId: 1, kind: "time", estimatorId: 1, quarters: 2, promised: 100_00, realised },
});
/** Four cases that brought 80 % of their promise, 60 to 100 each. */
const LEARNT: Experience = {
  portfolio: portfolioOf([observed(1, 60_00), observed(2, 100_00), observed(3, 70_00), observed(4, 90_00)]),
  departments: new Map([["1", { own: 0.7, weight: 0.5, share: 0.75, size: 4, low: 0.5, high: 1 }]]),
  k: 4,
};

const ahead = (of: Partial<CaseAhead> = {}): CaseAhead => ({
  ...{ id: 1, departmentId: 1, stage: "production", basis: "business-case", track: null, haircut: false },
  ahead: [0, 0, 0, 1_000_00].map(minor),
  ...of,
});
const track = (quarters: number, promised: number, realised: number) => ({ quarters, promised, realised });

describe("How far a promise is believed", () => {
  test.each<[string, Partial<CaseAhead>, Experience, number]>([
    ["as it stands while nothing is known", {}, UNKNOWN, 1],
    ["by the experience with its department", {}, LEARNT, 0.75],
    ["by the portfolio where its department has none", { departmentId: 2 }, LEARNT, 0.8],
    ["by the portfolio of a case without a department", { departmentId: null }, LEARNT, 0.8],
    ["half by its own record of as many quarters as k", { track: track(4, 400_00, 200_00) }, LEARNT, 0.625],
    ["by its own record against nothing known", { track: track(4, 400_00, 200_00) }, UNKNOWN, 0.75],
    ["wholly after a haircut that was taken", { haircut: true }, LEARNT, 1],
    ["by its record even after a haircut", { haircut: true, track: track(4, 400_00, 200_00) }, LEARNT, 0.75],
    ["wholly where it is what was reported", { basis: "last-report", track: track(4, 400_00, 0) }, LEARNT, 1],
    ["up to three times its promise", { track: track(4, 1, 900_00) }, LEARNT, 0.5 * 0.75 + 0.5 * 3],
    ["below nothing where it costs value", { track: track(12, 400_00, -400_00) }, LEARNT, -0.5625],
  ])("%s", (_, of, experience, share) => {
    expect(believed(ahead(of), experience).share).toBeCloseTo(share, 12);
  });

  test("leaves two cases without saying anything of others", () => {
    const few = { ...LEARNT, portfolio: portfolioOf([observed(1, 10_00), observed(2, 10_00)]) };
    expect(believed(ahead(), few).share).toBe(1);
  });
});

describe("What is expected", () => {
  test("counts the chance of the stage; what stopped, paused or was put away brings nothing", () => {
    const of = (stage: CaseAhead["stage"]) => expectedOf(ahead({ stage }), UNKNOWN, CHANCES).expected;
    expect(
      ["production", "poc", "approved", "stopped", "retired", "on-hold"].map((stage) => of(stage as "poc")),
    ).toEqual([1_000_00, 600_00, 500_00, 0, 0, 0]);
  });

  test("lies in its range eight times in ten, as drawn case by case", () => {
    // Twelve cases, two of them not live yet; what nobody knows of the mean moves all of them.
    const cases = Array.from({ length: 12 }, (_, at) =>
      expectedOf(
        ahead({ id: at + 1, stage: at < 2 ? "poc" : "pilot", ahead: [0, 0, 0, 50_000 + at * 3_000].map(minor) }),
        LEARNT,
        CHANCES,
      ),
    );
    const { expected, low, high } = rangeOf(cases, LEARNT, (one) => one);
    const random = mulberry(20_261_123);
    const bell = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const { high: most = 0, low: least = 0 } = LEARNT.portfolio ?? {};
    const spreadOfMean = (most - least) / 2 / 1.2816;
    let inside = 0;
    let sum = 0;
    const draws = 20_000;
    for (let draw = 0; draw < draws; draw++) {
      const all = bell() * spreadOfMean;
      const came = cases.reduce((total, one) => {
        const live = random() < one.chance ? 1 : 0;
        return total + one.promised * (one.chance * all + live * (one.share + bell() * Math.sqrt(one.variance)));
      }, 0);
      sum += came;
      if (came >= low && came <= high) inside++;
    }
    expect(sum / draws / expected).toBeCloseTo(1, 2);
    expect(inside / draws).toBeGreaterThan(0.79);
    expect(inside / draws).toBeLessThan(0.81);
  });

  test.each([
    ["likely", 2_500_00, -1_500_00],
    ["open", 4_000_00, 0],
    ["unlikely", 6_000_00, 2_000_00],
  ] as const)("sets a target against the range: %s", (outlook, target, gap) => {
    const cases = [ahead({ ahead: [0, 0, 1_000_00, 1_000_00].map(minor) })];
    const { needed } = forecastOf(input({ cases, target: minor(target), realised: 2_000_00 }));
    expect(needed).toMatchObject({ outlook, gap, share: (target - 2_000_00) / 2_000_00, expectedShare: 1 });
  });

  test("asks for no share where nothing is promised any more", () => {
    const { needed } = forecastOf(input({ cases: [], target: minor(5_000_00), realised: 2_000_00 }));
    expect(needed).toEqual({ target: 5_000_00, gap: 3_000_00, outlook: "unlikely", share: null, expectedShare: null });
  });
});

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const input = ({
  cases,
  target = null,
  realised = 0,
}: {
  cases: CaseAhead[];
  target?: ForecastInput["target"];
  realised?: number;
}): ForecastInput => ({
  ...{ year: 2026, cases, target, experience: UNKNOWN, chances: CHANCES },
  reported: new Map([[quarter("2026-Q1"), { realised: minor(realised), promised: null, closed: true }]]),
});

const money = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map(minor);
const someCase = fc.record({
  departmentId: fc.option(fc.integer({ min: 1, max: 3 })),
  stage: fc.constantFrom("approved", "poc", "pilot", "production", "stopped", "on-hold"),
  basis: fc.constantFrom("business-case", "last-report"),
  ahead: fc.array(money, { minLength: 4, maxLength: 4 }),
  track: fc.option(
    fc.record({
      quarters: fc.integer({ min: 1, max: 8 }),
      promised: fc.integer({ min: 1, max: 1_000_000_00 }),
      realised: fc.integer({ min: -1_000_000_00, max: 2_000_000_00 }),
    }),
  ),
  haircut: fc.boolean(),
}) as fc.Arbitrary<Omit<CaseAhead, "id">>;

test("Whatever the cases, every part of a forecast adds up to its whole, to the cent", () => {
  fc.assert(
    fc.property(fc.array(someCase, { maxLength: 20 }), money, between(1, 12), (given, target, k) => {
      const cases = given.map((one, at): CaseAhead => ({ id: at + 1, ...one }));
      const found = forecastOf({ ...input({ cases, target, realised: 700_00 }), experience: { ...LEARNT, k } });
      const { bridge, rest, whole, needed } = found;
      const { promised, gone, chance, experience, unpromised } = bridge;
      expect(promised + gone + chance + experience + unpromised).toBe(bridge.expected);
      expect(bridge.expected).toBe(rest.expected);
      expect(sumMinor(found.byStage.map((row) => row.expected))).toBe(rest.expected);
      expect(sumMinor(found.byStage.map((row) => row.promised))).toBe(promised);
      expect(sumMinor(found.quarters.map((row) => row.expected))).toBe(rest.expected);
      expect(sumMinor(found.cases.map((row) => row.expected))).toBe(rest.expected);
      expect(whole.expected).toBe(rest.expected + 700_00);
      expect(whole.low).toBeLessThanOrEqual(whole.expected);
      expect(whole.high).toBeGreaterThanOrEqual(whole.expected);
      expect(needed?.gap).toBe(target - whole.expected);
      for (const row of found.quarters) {
        const behind = casesBehind(found, { quarter: row.quarter, stage: null });
        expect(sumMinor(behind.map((one) => one.expected))).toBe(row.expected);
      }
      for (const row of found.byStage) {
        const behind = casesBehind(found, { quarter: null, stage: row.stage });
        expect(sumMinor(behind.map((one) => one.expected))).toBe(row.expected);
      }
    }),
  );
});

test("A year has the four quarters of its name", () => {
  expect(quartersOfYear(2026)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
});
