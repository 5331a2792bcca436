import { type Minor, minor, roundMinor, sumMinor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { type Choose, cashFlow, type LineFlow, likely, type QuantityFlow, type QuarterFlow } from "./cash-flow";
import { type Explanation, explainFigures, explainLine, explainQuarter } from "./explain";
import { annualIrr, type Irr, irr } from "./irr";
import type { Draft } from "./lines";
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
} from "./returns";

export interface Outputs {
  totalBenefit: Minor;
  totalCost: Minor;
  totalNet: Minor;
  npv: Minor;
  /** A year. */
  irr: Irr;
  /** A year; financed and reinvested at the discount rate. Null when nothing is spent or nothing comes in. */
  mirr: number | null;
  /** Null without cost. */
  roi: number | null;
  /** Quarters from the end of the first quarter; null is «never within the horizon». */
  payback: number | null;
  discountedPayback: number | null;
  /** A positive amount; 0 when the cumulative net never goes below zero. */
  peakFunding: Minor;
  profitabilityIndex: number | null;
}

export interface EvaluatedQuarter extends QuarterFlow {
  /** Discounted net; the column adds up to the NPV to the cent. */
  present: Minor;
  explain: ReturnType<typeof explainQuarter>;
}

export interface EvaluatedLine extends LineFlow {
  explain: Explanation;
}

export interface EvaluatedQuantity extends QuantityFlow {
  explain: Explanation;
}

/** All that a page, an export or an API answer shows of a business case, from its likely estimates. */
export interface Evaluation {
  firstQuarter: Quarter;
  horizonQuarters: number;
  discountRate: number;
  quarterlyRate: number;
  quarters: EvaluatedQuarter[];
  /** Money lines, in the draft's order. */
  lines: EvaluatedLine[];
  /** Non-monetary lines, in the draft's order. */
  nonMonetary: EvaluatedQuantity[];
  outputs: Outputs;
  /** Unrounded: the NPV in minor units, and the internal rates of return a quarter. */
  exact: { npv: number; irr: Irr };
  explain: Record<keyof Outputs, Explanation>;
}

/** The NPV to the cent, of the likely estimates or of those chosen. */
export function netPresentValue(draft: Draft, choose: Choose = likely): Minor {
  const nets = cashFlow(draft, choose).quarters.map(({ net }) => net);
  return roundMinor(npv(quarterlyRate(draft.discountRate), nets));
}

export function evaluate(draft: Draft): Evaluation {
  const flow = cashFlow(draft);
  const rate = quarterlyRate(draft.discountRate);
  const nets = flow.quarters.map(({ net }) => net);
  const present = presentValues(rate, nets);
  const outputs = outputsOf(flow.quarters, rate);
  return {
    firstQuarter: draft.firstQuarter,
    horizonQuarters: draft.horizonQuarters,
    discountRate: draft.discountRate,
    quarterlyRate: rate,
    quarters: flow.quarters.map((quarter, index) => ({
      ...quarter,
      present: present[index] ?? minor(0),
      explain: explainQuarter(flow, index),
    })),
    lines: flow.lines.map((line) => ({ ...line, explain: explainLine(line.line, line.fullQuarter) })),
    nonMonetary: flow.quantities.map((line) => ({ ...line, explain: explainLine(line.line, line.fullQuarter) })),
    outputs,
    exact: { npv: npv(rate, nets), irr: irr(nets) },
    explain: explainFigures(draft, flow, outputs),
  };
}

function outputsOf(quarters: readonly QuarterFlow[], rate: number): Outputs {
  const benefits = quarters.map(({ benefit }) => benefit);
  const costs = quarters.map(({ cost }) => cost);
  const nets = quarters.map(({ net }) => net);
  const totalBenefit = sumMinor(benefits);
  const totalCost = sumMinor(costs);
  const modified = mirr(nets, rate, rate);
  return {
    totalBenefit,
    totalCost,
    totalNet: minor(totalBenefit - totalCost),
    npv: roundMinor(npv(rate, nets)),
    irr: annualIrr(nets),
    mirr: modified === null ? null : annualRate(modified),
    roi: roi(totalBenefit, totalCost),
    payback: payback(nets),
    discountedPayback: discountedPayback(rate, nets),
    peakFunding: minor(peakFunding(nets)),
    profitabilityIndex: profitabilityIndex(rate, benefits, costs),
  };
}
