import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "#app/business-cases/evaluate";
import { certain } from "#app/business-cases/lines";
import { ownDraft, ownScenario, scenarioDraft, scenarios } from "#app/business-cases/scenarios";
import { simulate } from "#app/business-cases/simulate";
import { anyDraft, buildLine, byQuarterLine, draftOf, timeLine, valuedLine, workedCase } from "./business-cases-drafts";

const doubtful = draftOf(
  [
    buildLine({ amount: { low: 100, likely: 200, high: 400 } }),
    valuedLine({ quantityPerQuarter: { low: 1, likely: 2, high: 3 }, unitValue: certain(100) }),
  ],
  { horizonQuarters: 2, discountRate: 0 },
);

describe("Scenarios of one business case", () => {
  it("take the high estimate of a cost and the low one of a benefit when all goes badly, and the other way round", () => {
    expect(scenarios(doubtful, null).map(({ name, outputs }) => [name, outputs.npv])).toEqual([
      ["cautious", 200 - 400],
      ["likely", 400 - 200],
      ["bold", 600 - 100],
    ]);
  });

  it("read amounts by quarter by what they come to", () => {
    const share = { low: 0.5, likely: 1, high: 2 };
    const npvOf = (amounts: number[], name: "cautious" | "bold") =>
      evaluate(scenarioDraft(draftOf([byQuarterLine(amounts, { share })], { discountRate: 0 }), name)).outputs.npv;
    expect([npvOf([100], "cautious"), npvOf([100], "bold")]).toEqual([50, 200]);
    expect([npvOf([-100], "cautious"), npvOf([-100], "bold")]).toEqual([-200, -50]);
  });

  it("are in order, and the likely one is the case itself, whatever the case", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        // An amount by quarter is a gain or a loss as a whole, which its discounted sum need not be.
        const plain = { ...draft, lines: draft.lines.filter(({ side }) => side !== "both") };
        const [cautious, likely, bold] = scenarios(plain, null).map(({ outputs }) => outputs);
        expect(likely).toEqual(evaluate(plain).outputs);
        expect(cautious?.npv ?? 0).toBeLessThanOrEqual(likely?.npv ?? 0);
        expect(bold?.npv ?? 0).toBeGreaterThanOrEqual(likely?.npv ?? 0);
      }),
      { numRuns: 40 },
    );
  });

  it("of one's own scale benefits and costs and begin later, even past the horizon", () => {
    const own = (given: { benefits?: number; costs?: number; delayQuarters?: number }) =>
      evaluate(ownDraft(doubtful, { benefits: 1, costs: 1, delayQuarters: 0, ...given })).outputs;
    expect(own({}).npv).toBe(200);
    expect(own({ benefits: 0.5 }).npv).toBe(0);
    expect(own({ costs: 2 }).npv).toBe(0);
    expect(own({ delayQuarters: 1 }).npv).toBe(0);
    expect(own({ delayQuarters: 9 })).toMatchObject({ npv: -200, totalBenefit: 0 });
    expect(evaluate(ownDraft(draftOf([timeLine()]), { benefits: 0, costs: 1, delayQuarters: 0 })).outputs.npv).toBe(0);
  });

  it.each([
    ["", null],
    ["version=2", null],
    ["benefits=70", { benefits: 0.7, costs: 1, delayQuarters: 0 }],
    ["benefits=70&costs=120&delay=2", { benefits: 0.7, costs: 1.2, delayQuarters: 2 }],
    ["benefits=12,5&costs=&delay=", { benefits: 0.125, costs: 1, delayQuarters: 0 }],
    ["benefits=-1", null],
    ["benefits=many", null],
    ["costs=1e9", null],
    ["delay=81", null],
    ["benefits=NaN", null],
  ])("of one's own are in the address: «%s»", (address, own) => {
    expect(ownScenario(new URLSearchParams(address))).toEqual(own);
  });
});

describe("The spread of the draws", () => {
  it("has steps that touch, and shares that add up to all", () => {
    const { spread, p10, p90 } = simulate(doubtful, { draws: 2000 });
    expect(spread).toHaveLength(20);
    expect(spread.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const [at, { from }] of spread.entries()) if (at > 0) expect(from).toBe(spread[at - 1]?.to);
    expect(spread[0]?.from).toBeLessThanOrEqual(p10);
    expect(spread.at(-1)?.to).toBeGreaterThanOrEqual(p90);
  });

  it("is none where nothing is in doubt", () => {
    expect(simulate(workedCase(), { draws: 100 }).spread).toEqual([]);
  });
});
