import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GREEN_BOOK_RATES, rateInYear } from "#app/business-cases/reference-rates";
import {
  annualRate,
  discountedPayback,
  mirr,
  npv,
  payback,
  peakFunding,
  presentValues,
  profitabilityIndex,
  quarterlyRate,
  roi,
} from "#app/business-cases/returns";
import { sumMinor } from "#app/kernel/money";
import { between } from "../support/numbers";

const anyRate = between(-0.5, 2);
const anyFlows = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 30 });

describe("rates", () => {
  it("8 % a year is 1.942655 % a quarter, not 2 %", () => {
    expect(quarterlyRate(0.08)).toBeCloseTo(0.01942654690827351, 15);
  });

  it("a quarterly rate compounds back to its yearly rate", () => {
    fc.assert(fc.property(anyRate, (rate) => Math.abs(annualRate(quarterlyRate(rate)) - rate) < 1e-12));
  });

  it("10 % in four parts makes 10.381289 %", () => {
    expect(annualRate(0.1 / 4, 4)).toBeCloseTo(0.10381289062499977, 13);
  });

  it.each([
    [0, 0.035],
    [30, 0.035],
    [31, 0.03],
    [125, 0.025],
    [200, 0.02],
    [300, 0.015],
    [1000, 0.01],
    [-1, null],
  ])("the Green Book's rate for year %d is %s", (year, rate) => {
    expect(rateInYear(GREEN_BOOK_RATES, year)).toBe(rate);
  });
});

describe("net present value", () => {
  it.each<[string, number, number[], number, number]>([
    ["the first flow is not discounted", 0.1, [-1000, 300, 420, 680], 0, 130.72877535687454],
    ["spreadsheets discount the first flow too", 0.1, [-10000, 3000, 4200, 6800], 1, 1188.443412335223],
    ["at 0 % it is the sum", 0, [-40000, 5000, 8000, 12000, 30000], 0, 15000],
    ["at 100 % each later flow counts half of the one before", 1, [8, 8, 8, 8], 0, 15],
    ["at −50 % later flows weigh double", -0.5, [1, 1, 1], 0, 7],
    ["nothing has no value", 0.08, [], 0, 0],
  ])("%s", (_case, rate, flows, firstPeriod, expected) => {
    expect(npv(rate, flows, firstPeriod)).toBeCloseTo(expected, 9);
  });

  it("refuses a rate of −100 % or less, or none", () => {
    for (const rate of [-1, -2, Number.NaN]) expect(() => npv(rate, [1])).toThrow(RangeError);
  });

  it("is linear in the flows", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(between(0, 2), pairs, fc.integer({ min: -9, max: 9 }), (rate, flows, times) => {
        const together = npv(
          rate,
          flows.map(([a, b]) => a + times * b),
        );
        const apart =
          npv(
            rate,
            flows.map(([a]) => a),
          ) +
          times *
            npv(
              rate,
              flows.map(([, b]) => b),
            );
        expect(together).toBeCloseTo(apart, 4);
      }),
    );
  });

  it("by period, adds up to the whole to the cent", () => {
    fc.assert(
      fc.property(between(0, 2), anyFlows, (rate, flows) => {
        const exact = npv(rate, flows);
        expect(Math.abs(sumMinor(presentValues(rate, flows)) - exact)).toBeLessThanOrEqual(0.5001);
      }),
    );
  });
});

describe("modified internal rate of return", () => {
  it.each<[number[], number, number, number | null]>([
    [[-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000], 0.08, 0.055, 0.06659717503155355],
    [[-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12, 0.12609413036590514],
    [[-100, 121], 0.05, 0.05, 0.21],
    [[39000, 30000], 0.1, 0.12, null],
    [[-5, -5], 0.1, 0.12, null],
    [[-5], 0.1, 0.12, null],
    [[], 0.1, 0.12, null],
  ])("of %j financed at %d, reinvested at %d", (flows, finance, reinvest, expected) => {
    const found = mirr(flows, finance, reinvest);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });
});

describe("return on investment", () => {
  it.each([
    [60000, 55000, 0.0909090909],
    [80000, 100000, -0.2],
    [0, 100, -1],
    [100, 0, null],
    [0, 0, null],
  ])("%d for a cost of %d", (benefit, cost, expected) => {
    const found = roi(benefit, cost);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });
});

describe("payback", () => {
  it.each<[string, number[], number | null]>([
    ["is interpolated inside its period", [-1000, 300, 420, 680], 2 + 280 / 680],
    ["falls on the end of a period when it just fits", [-100, 20, 20, 20, 20, 20], 5],
    ["is never when the horizon ends first", [-1000, 100, 100], null],
    ["counts when the cumulative net stays, not when it first touches", [-100, 150, -100, 200], 2 + 50 / 200],
    ["is never when the last flow takes it all back", [-100, 150, -100], null],
    ["is at once when nothing was ever missing", [50, -20, 10], 0],
    ["starts from the money's first going out", [0, 0, -100, 50, 50], 4],
    ["waits through flows of nothing", [-100, 0, 0, 100], 3],
    ["of no flow at all is unknown", [0, 0, 0], null],
    ["of an empty case is unknown", [], null],
  ])("%s", (_case, flows, expected) => {
    const found = payback(flows);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });

  it.each<[number, number[], number | null]>([
    [0.1, [-1000, 300, 420, 680], 2.7441176470588236],
    [0.1, [-100, 20, 20, 20, 20, 20, 20, 20, 20], 7.28205595],
    [0.2, [-100000, 15000, 15000, 15000, 15000, 15000], null],
  ])("discounted at %d, of %j", (rate, flows, expected) => {
    const found = discountedPayback(rate, flows);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it("never comes later because a flow is better", () => {
    fc.assert(
      fc.property(anyFlows, fc.nat(), fc.integer({ min: 1, max: 500_000 }), (flows, at, more) => {
        const place = at % flows.length;
        const before = payback(flows);
        const after = payback(flows.map((flow, index) => (index === place ? flow + more : flow)));
        fc.pre(flows.some((flow) => flow !== 0));
        if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before + 1e-9);
        if (before !== null && after === null) expect(flows.reduce((sum, flow) => sum + flow, more)).toBe(0);
      }),
    );
  });

  it("comes later, or never, when discounted", () => {
    const outlayThenIncome = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.nat(100_000), { maxLength: 30 }));
    fc.assert(
      fc.property(outlayThenIncome, between(0, 1), ([outlay, income], rate) => {
        const flows = [-outlay, ...income];
        const plain = payback(flows) ?? Number.POSITIVE_INFINITY;
        expect(discountedPayback(rate, flows) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(plain - 1e-9);
      }),
    );
  });
});

it.each([
  [[-1000, 300, -400, 900], 1100],
  [[10, -4, 20], 0],
  [[], 0],
])("the peak funding of %j is %d", (flows, expected) => {
  expect(peakFunding(flows)).toBe(expected);
});

describe("profitability index", () => {
  it("sets the present value of the benefits against that of the costs", () => {
    expect(profitabilityIndex(0.1, [0, 300, 420, 680], [1000, 0, 0, 0])).toBeCloseTo(1.1307287753568744, 12);
  });

  it("is unknown without cost", () => {
    expect(profitabilityIndex(0.1, [10], [0])).toBeNull();
  });
});
