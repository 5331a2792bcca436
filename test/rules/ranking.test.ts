import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type CaseFigures,
  checkFilter,
  checkFilters,
  type Filter,
  type FilterState,
  type FilterWhy,
  funnelOf,
} from "#app/committee/filters";
import { compare, place, quadrantOf, rank, rankOf } from "#app/committee/ranking";
import { between } from "../support/numbers";

const payback: Filter = { id: 1, name: { fr: "Retour" }, field: "paybackQuarters", operator: "at-most", threshold: 4 };
const complexity: Filter = {
  id: 2,
  name: { fr: "Complexité" },
  field: "complexity",
  operator: "at-most",
  threshold: 70,
};
const roi: Filter = { id: 3, name: { fr: "ROI" }, field: "roi", operator: "at-least", threshold: 0.5 };
const value: Filter = { id: 4, name: { fr: "Valeur" }, field: "value", operator: "at-least", threshold: 30 };
const FILTERS = [payback, complexity];

const figures = (given: Partial<CaseFigures> = {}): CaseFigures => ({
  useCaseId: 1,
  stage: "assessment",
  value: 60,
  complexity: 40,
  npvMinor: 1_000_000,
  npvP50Minor: 900_000,
  totalBenefitMinor: 3_000_000,
  totalCostMinor: 2_000_000,
  roi: 0.5,
  peopleAffected: null,
  paybackQuarters: 3,
  ...given,
});
const WITHOUT_CASE = { npvMinor: null, npvP50Minor: null, totalCostMinor: null, roi: null, paybackQuarters: null };

describe("A filter", () => {
  test.each<[string, Filter, Partial<CaseFigures>, FilterState, FilterWhy]>([
    ["passes below its threshold", payback, { paybackQuarters: 3.9 }, "pass", "within"],
    ["passes at its threshold", payback, { paybackQuarters: 4 }, "pass", "within"],
    ["stops above its threshold", payback, { paybackQuarters: 4.01 }, "fail", "too-high"],
    ["stops what never pays back", payback, { paybackQuarters: null }, "fail", "never"],
    ["does not know without a business case", payback, WITHOUT_CASE, "missing", "no-business-case"],
    ["does not know without an assessment", complexity, { complexity: null }, "missing", "no-assessment"],
    ["stops what is too complex", complexity, { complexity: 70.5 }, "fail", "too-high"],
    ["reads the other way too", value, { value: 29 }, "fail", "too-low"],
    ["passes at least its threshold", value, { value: 30 }, "pass", "within"],
    ["holds nothing against what costs nothing", roi, { roi: null }, "pass", "no-cost"],
    ["takes a loss for a loss", roi, { roi: -0.2 }, "fail", "too-low"],
  ])("%s", (_, filter, given, state, why) => {
    expect(checkFilter(filter, figures(given))).toMatchObject({ state, why });
  });

  test("lets pass with a signed exception what it stops, and never what it does not know", () => {
    const states = (given: Partial<CaseFigures>) =>
      checkFilters(FILTERS, figures(given), new Set([1, 2])).map(({ state }) => state);
    expect(states({ paybackQuarters: 9 })).toEqual(["excepted", "pass"]);
    expect(states({ complexity: null, paybackQuarters: 9 })).toEqual(["excepted", "missing"]);
  });

  test("counts in the funnel those that it is the first to stop", () => {
    const cases = [
      figures(),
      figures({ paybackQuarters: 9 }),
      figures({ paybackQuarters: 9, complexity: 90 }),
      figures({ complexity: 90 }),
      figures({ complexity: null }),
    ];
    const funnel = funnelOf(
      FILTERS,
      cases.map((each) => ({ cases: 1, states: checkFilters(FILTERS, each).map(({ state }) => state) })),
    );
    expect(
      funnel.map(({ entered, stopped, missing, failedInAll }) => [entered, stopped, missing, failedInAll]),
    ).toEqual([
      [5, 2, 0, 2],
      [3, 2, 1, 2],
    ]);
  });
});

test.each([
  [50, 50, "quick-win"],
  [100, 0, "quick-win"],
  [50, 50.1, "strategic-bet"],
  [49.9, 50, "fill-in"],
  [49.9, 50.1, "avoid"],
] as const)("value %s and complexity %s are a %s", (of, hard, quadrant) => {
  expect(quadrantOf(of, hard)).toBe(quadrant);
});

describe("The ranking", () => {
  const order = (cases: CaseFigures[], exceptions: { useCaseId: number; filterId: number }[] = []) =>
    rank(cases, FILTERS, exceptions).ranked.map(({ case: { useCaseId } }) => useCaseId);

  test("puts first what passes the filters, then the better quadrant, then the value of a euro", () => {
    const cases = [
      figures({ useCaseId: 1, paybackQuarters: 9 }),
      figures({ useCaseId: 2, value: 40 }),
      figures({ useCaseId: 3 }),
      figures({ useCaseId: 4, totalCostMinor: 1_000_000 }),
      figures({ useCaseId: 5, value: 80, complexity: 65 }),
      figures({ useCaseId: 6, value: 20, complexity: 65 }),
    ];
    expect(order(cases)).toEqual([4, 3, 5, 2, 6, 1]);
    expect(order(cases, [{ useCaseId: 1, filterId: 1 }])).toEqual([4, 1, 3, 5, 2, 6]);
  });

  test("weighs the NPV by the stage’s probability of success", () => {
    expect(
      order([
        figures({ useCaseId: 1, npvP50Minor: 100_000 }),
        figures({ useCaseId: 2, npvP50Minor: 100_000, stage: "poc" }),
      ]),
    ).toEqual([2, 1]);
    const placed = place(figures({ stage: "poc" }), []);
    expect(placed).toMatchObject({ probability: 0.6, riskAdjustedNpv: 540_000, perCost: 0.27 });
  });

  test("puts what costs nothing and brings something before all of its quadrant, and no figure is infinite", () => {
    const free = figures({ useCaseId: 2, totalCostMinor: 0, roi: null, paybackQuarters: 0 });
    expect(order([figures({ useCaseId: 1 }), free])).toEqual([2, 1]);
    expect(place(free, [])).toMatchObject({ perCost: null });
  });

  test("leaves out what lacks an assessment or a business case, and says which", () => {
    const { ranked, unplaced } = rank(
      [figures({ useCaseId: 1, value: null }), figures({ useCaseId: 2, ...WITHOUT_CASE }), figures({ useCaseId: 3 })],
      FILTERS,
    );
    expect(ranked.map((each) => each.case.useCaseId)).toEqual([3]);
    expect(unplaced.map(({ case: { useCaseId }, missing }) => [useCaseId, missing])).toEqual([
      [1, ["assessment"]],
      [2, ["business-case"]],
    ]);
    const ranking = rank([figures({ useCaseId: 3 })], FILTERS);
    expect(rankOf(ranking, 3)).toEqual({ rank: 1, ranked: 1 });
    expect(rankOf(ranking, 4)).toBeNull();
  });

  const score = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100 }));
  const money = fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 500 }));
  const anyCases = fc
    .array(
      fc.record({
        value: score,
        complexity: score,
        stage: fc.constantFrom("assessment", "approved", "poc"),
        npvP50Minor: fc.oneof(fc.constant(null), money),
        totalCostMinor: fc.nat({ max: 500 }),
        paybackQuarters: fc.oneof(fc.constant(null), between(0, 12)),
      }),
      { maxLength: 40 },
    )
    .map((cases) => cases.map((each, index) => figures({ ...each, npvMinor: each.npvP50Minor, useCaseId: index + 1 })));

  it("is a total order: of any three cases it contradicts itself nowhere, and no two are equal", () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const { ranked } = rank(cases, FILTERS);
        for (const [index, a] of ranked.entries()) {
          for (const b of ranked.slice(index + 1)) {
            expect(compare(a, b)).toBeLessThan(0);
            expect(compare(b, a)).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order in which the cases come", () => {
    fc.assert(
      fc.property(anyCases, fc.infiniteStream(between(0, 1)), (cases, chance) => {
        const shuffled = cases
          .map((each) => ({ each, at: chance.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(order(shuffled)).toEqual(order(cases));
      }),
    );
  });

  it("never changes the order of the others when a case is added", () => {
    fc.assert(
      fc.property(
        anyCases.filter((cases) => cases.length > 1),
        (cases) => {
          const added = cases.length;
          expect(order(cases).filter((id) => id !== added)).toEqual(order(cases.slice(0, -1)));
        },
      ),
    );
  });
});
