import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Irr, irr } from "#app/business-cases/irr";
import { GREEN_BOOK_RATES, rateInYear } from "#app/business-cases/reference-rates";
import {
  annualRate,
  discountedPayback,
  mirr,
  npv,
  payback,
  profitabilityIndex,
  roi,
} from "#app/business-cases/returns";

interface Vector {
  id: string;
  function: string;
  args: Record<string, unknown>;
  expected: number | number[] | null;
  source: string;
  source_tolerance?: number;
  all_real_irrs?: number[];
}

const file = path.resolve("../shared/data/finance_vectors.json");
const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).vectors : [];

/** A business case by quarter has no annuities and no dated flows: nothing in the product needs these. */
const NO_USE = ["pmt", "pv", "fv", "nper", "equivalent_annual_annuity", "xnpv", "xirr"];

const num = (vector: Vector, name: string) => Number(vector.args[name]);
const flowsOf = ({ args }: Vector) => args.cashflows as number[];
const ratesOf = (found: Irr) => (found.kind === "one" ? [found.rate] : found.kind === "several" ? found.rates : []);

const compute: Record<string, (vector: Vector) => number | number[] | null> = {
  npv: (vector) => npv(num(vector, "rate"), flowsOf(vector), num(vector, "first_period")),
  irr: (vector) => ratesOf(irr(flowsOf(vector))),
  mirr: (vector) => mirr(flowsOf(vector), num(vector, "finance_rate"), num(vector, "reinvest_rate")),
  payback: (vector) => payback(flowsOf(vector)),
  discounted_payback: (vector) => discountedPayback(num(vector, "rate"), flowsOf(vector)),
  profitability_index: (vector) => {
    const flows = flowsOf(vector);
    const came = flows.map((flow) => Math.max(flow, 0));
    const went = flows.map((flow) => Math.max(-flow, 0));
    return profitabilityIndex(num(vector, "rate"), came, went);
  },
  roi_percent: (vector) => (roi(num(vector, "total_return"), num(vector, "cost")) ?? Number.NaN) * 100,
  effective_rate: (vector) => annualRate(num(vector, "nominal") / num(vector, "periods"), num(vector, "periods")),
  discount_rate_schedule: ({ args }) =>
    (args.bands_years as string[]).map((band) => rateInYear(GREEN_BOOK_RATES, Number.parseInt(band, 10)) ?? Number.NaN),
};

describe("published finance vectors, without pmt, pv, fv, nper, annuities, xnpv and xirr, for which we have no use", () => {
  if (vectors.length === 0) {
    it.skip("skipped: ../shared/data is not here", () => {});
    return;
  }

  it.each(vectors.filter((vector) => !NO_USE.includes(vector.function)).map((vector) => [vector.id, vector] as const))(
    "%s",
    (_id, vector) => {
      const found = compute[vector.function]?.(vector);
      if (found === undefined) throw new Error(`No function of ours answers ${vector.function}`);
      if (vector.expected === null) {
        expect(vector.function === "irr" ? found : [found]).toEqual(vector.function === "irr" ? [] : [null]);
        return;
      }
      const expected = [vector.expected].flat();
      const tolerance = Math.max(vector.source_tolerance ?? 0, 1e-9);
      const values = [found].flat();
      expect(values).toHaveLength(expected.length);
      for (const [index, value] of expected.entries()) {
        expect(Math.abs(Number(values[index]) - value)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
      }
      // Beyond what a source prints: every rate that an independent root search found, and no other.
      for (const [index, rate] of (vector.all_real_irrs ?? []).entries()) {
        expect(Number(values[index])).toBeCloseTo(rate, 10);
      }
    },
  );
});
