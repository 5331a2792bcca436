import { type Minor, minor, roundMinor } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import type { QuarterFlow } from "./cash-flow";
import type { Outputs } from "./evaluate";
import { type Irr, irr, yearly } from "./irr";
import {
  annualRate,
  discountedPayback,
  mirr,
  npv,
  payback,
  peakFunding,
  presentValues,
  profitabilityIndex,
  roi,
} from "./returns";

/** How many periods make a year. */
export const PERIODS_A_YEAR = { quarter: 4, year: 1 } as const;
export type Period = keyof typeof PERIODS_A_YEAR;

/** Money as it falls, without lines: minor units by period, which may hold fractions; the first one is not discounted. */
export interface PlainFlow {
  firstQuarter: Quarter;
  period: Period;
  /** Of one period: 0.02 is 2 %. */
  rate: number;
  flows: readonly number[];
}

export interface EvaluatedFlow {
  /** Times are in periods. */
  outputs: Outputs;
  /** Unrounded: the NPV in minor units, and the internal rates of return a period. */
  exact: { npv: number; irr: Irr };
  periods: (QuarterFlow & { present: Minor })[];
}

/** The figures of a plain flow. What a table shows is rounded to the cent; every figure is worked out before that. */
export function evaluateFlow({ firstQuarter, period, rate, flows }: PlainFlow): EvaluatedFlow {
  const benefits = flows.map((flow) => Math.max(flow, 0));
  const costs = flows.map((flow) => Math.max(-flow, 0));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const [totalBenefit, totalCost] = [sum(benefits), sum(costs)];
  const perYear = PERIODS_A_YEAR[period];
  const value = npv(rate, flows);
  const found = irr(flows);
  const modified = mirr(flows, rate, rate);
  const present = presentValues(rate, flows);
  let cumulative = 0;
  return {
    outputs: {
      totalBenefit: roundMinor(totalBenefit),
      totalCost: roundMinor(totalCost),
      totalNet: roundMinor(totalBenefit - totalCost),
      npv: roundMinor(value),
      irr: yearly(found, perYear),
      mirr: modified === null ? null : annualRate(modified, perYear),
      roi: roi(totalBenefit, totalCost),
      payback: payback(flows),
      discountedPayback: discountedPayback(rate, flows),
      peakFunding: roundMinor(peakFunding(flows)),
      profitabilityIndex: profitabilityIndex(rate, benefits, costs),
    },
    exact: { npv: value, irr: found },
    periods: flows.map((flow, index) => {
      cumulative += flow;
      return {
        index,
        quarter: addQuarters(firstQuarter, (index * 4) / perYear),
        benefit: roundMinor(benefits[index] ?? 0),
        cost: roundMinor(costs[index] ?? 0),
        net: roundMinor(flow),
        cumulative: roundMinor(cumulative),
        present: present[index] ?? minor(0),
      };
    }),
  };
}
