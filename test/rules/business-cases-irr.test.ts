import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualIrr, type Irr, irr } from "#app/business-cases/irr";
import { npv } from "#app/business-cases/returns";

const ratesOf = (found: Irr) => (found.kind === "one" ? [found.rate] : found.kind === "several" ? found.rates : []);

/** Flows whose NPV is zero at exactly these rates: the product of −1 + (1 + rate)·x. */
function flowsWithRates(rates: readonly number[]): number[] {
  let flows = [1000];
  for (const rate of rates) {
    const longer = flows.concat(0);
    flows = longer.map((flow, index) => -flow + (1 + rate) * (longer[index - 1] ?? 0));
  }
  return flows;
}

/** How far the NPV at a rate is from zero, against the size of what is added up. */
function residue(flows: readonly number[], rate: number): number {
  return Math.abs(npv(rate, flows)) / npv(rate, flows.map(Math.abs));
}

describe("the internal rates of return", () => {
  it.each<[string, number[], number[]]>([
    ["one year at 10 %", [-100, 110], [0.1]],
    ["five uneven years", [-150000, 15000, 25000, 35000, 45000, 60000], [0.052432888859414106]],
    ["a loss", [-70000, 12000, 15000, 18000, 21000], [-0.021244848273410992]],
    ["nothing gained, nothing lost", [-100, 50, 50], [0]],
    ["two rates", [-1600, 10000, -10000], [0.25, 4]],
    ["three rates, 0 % among them", [-1000, 6000, -11000, 6000], [0, 1, 2]],
    ["two rates that touch are one", [-100, 220, -121], [0.1]],
    ["two rates a hair apart are two", [-10000, 22000, -12099.99], [0.1 - 0.001, 0.1 + 0.001]],
    ["a curve that just misses zero has none", [-10000, 22000, -12100.01], []],
    ["no outlay", [1, 2, 3], []],
    ["no income", [-5, -5], []],
    ["no flow", [0, 0], []],
    ["nothing", [], []],
    ["leading and trailing nothing", [0, 0, -100, 110, 0, 0], [0.1]],
    ["an outlay between two waits", [0, -100, 0, 0, 0, 146.41], [0.1]],
    ["a rate beyond all sense", [-1, 1e15], [1e15 - 1]],
    ["all but everything lost", [-1e15, 1], [-1 + 1e-15]],
  ])("%s", (_case, flows, expected) => {
    const rates = ratesOf(irr(flows));
    expect(rates).toHaveLength(expected.length);
    for (const [index, rate] of expected.entries()) {
      expect(Math.abs((rates[index] ?? Number.NaN) - rate)).toBeLessThan(1e-9 * Math.max(1, Math.abs(rate)));
    }
  });

  it("says one, none or several, so that nobody takes the first of several", () => {
    expect(irr([-100, 110]).kind).toBe("one");
    expect(irr([1, 1])).toEqual({ kind: "none" });
    expect(irr([-1600, 10000, -10000]).kind).toBe("several");
  });

  it("0 % is 0, never minus a hair", () => {
    expect(irr([-100, 50, 50])).toEqual({ kind: "one", rate: 0 });
  });

  it("by quarter is told by year", () => {
    const [rate = 0] = ratesOf(annualIrr([-100, 102]));
    expect(rate).toBeCloseTo(1.02 ** 4 - 1, 12);
    expect(annualIrr([1])).toEqual({ kind: "none" });
    expect(ratesOf(annualIrr([-1600, 10000, -10000])).map((each) => Math.round(each * 1e6) / 1e6)).toEqual(
      [1.25 ** 4 - 1, 624].map((each) => Math.round(each * 1e6) / 1e6),
    );
  });

  it("refuses flows that are not finite", () => {
    expect(() => irr([-1, Number.NaN])).toThrow(RangeError);
    expect(() => irr([-1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it("makes the NPV zero, and is alone, for an outlay followed by income", () => {
    const income = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), income, (outlay, incomes) => {
        fc.pre(incomes.some((each) => each > 0));
        const found = irr([-outlay, ...incomes]);
        expect(found.kind).toBe("one");
        // Near −100 % a double holds 1 + rate less exactly: that much is left whichever way a rate was found.
        for (const rate of ratesOf(found)) {
          expect(residue([-outlay, ...incomes], rate)).toBeLessThan(1e-11 + (1e-14 * incomes.length) / (1 + rate));
        }
      }),
    );
  });

  it("finds every rate that flows were built from", () => {
    // Rates at least 5 points apart: closer ones are lost in the flows' own rounding before any search begins.
    const spread = fc
      .uniqueArray(fc.integer({ min: -10, max: 40 }), { minLength: 1, maxLength: 5 })
      .map((steps) => steps.sort((a, b) => a - b).map((step) => step / 20));
    fc.assert(
      fc.property(spread, (rates) => {
        const found = ratesOf(irr(flowsWithRates(rates)));
        expect(found).toHaveLength(rates.length);
        for (const [index, rate] of rates.entries()) expect(found[index]).toBeCloseTo(rate, 7);
      }),
    );
  });

  it("misses no change of sign of the NPV, whatever the flows", () => {
    const anyFlows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
    const grid = Array.from({ length: 4001 }, (_, step) => Math.expm1((step - 2000) / 400));
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const rates = ratesOf(irr(flows));
        for (const rate of rates) expect(residue(flows, rate)).toBeLessThan(1e-9);
        const points = grid
          .filter((rate) => residue(flows, rate) > 1e-9)
          .map((rate) => ({ rate, sign: Math.sign(npv(rate, flows)) }));
        for (const [index, { rate, sign }] of points.entries()) {
          const before = points[index - 1];
          if (!before || before.sign === sign) continue;
          expect(rates.some((root) => root >= before.rate && root <= rate)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("answers for five thousand periods at once", () => {
    const [annuity = 0] = ratesOf(irr([-100_000, ...Array.from({ length: 5000 }, () => 30)]));
    expect(residue([-100_000, ...Array.from({ length: 5000 }, () => 30)], annuity)).toBeLessThan(1e-9);
    expect(ratesOf(irr([-100_000, ...Array.from({ length: 5000 }, () => 300), -1_000_000]))).toHaveLength(2);
  });
});
