import { type Minor, NOTHING, roundMinor } from "#app/kernel/money";

/** The rate of a quarter that compounds to `annual` over four: (1 + r)^(1/4) − 1. */
export function quarterlyRate(annual: number): number {
  return Math.expm1(Math.log1p(annual) / 4);
}

/** The yearly rate to which a rate compounds over `periods` periods: (1 + q)^periods − 1. */
export function annualRate(rate: number, periods = 4): number {
  return Math.expm1(Math.log1p(rate) * periods);
}

/**
 * Net present value: Σ flow ÷ (1 + rate)^period, the first flow being at `firstPeriod` (0: not discounted; 1: as
 * spreadsheets' NPV does). `rate` is that of one period.
 * @throws RangeError when the rate is −100 % or less.
 */
export function npv(rate: number, flows: readonly number[], firstPeriod = 0): number {
  if (!(rate > -1)) throw new RangeError(`Not a discount rate: ${rate}`);
  const discount = 1 / (1 + rate);
  const value = flows.reduceRight((later, flow) => later * discount + flow, 0);
  return value * discount ** firstPeriod;
}

/**
 * The net present value as a column by period that adds up to it to the cent: each entry is the difference of two
 * rounded cumulative values, so the last cumulative one is the NPV rounded once.
 */
export function presentValues(rate: number, flows: readonly number[]): Minor[] {
  let exact = 0;
  let before: Minor = NOTHING;
  return flows.map((flow, period) => {
    exact += flow / (1 + rate) ** period;
    const after = roundMinor(exact);
    const part = roundMinor(after - before);
    before = after;
    return part;
  });
}

/**
 * Modified internal rate of return, per period: what comes in is reinvested at one rate up to the last period, what goes
 * out is financed at the other: (FV(in) ÷ −PV(out))^(1/n) − 1. Null when nothing comes in or nothing goes out.
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number | null {
  const spans = flows.length - 1;
  const paid = -npv(
    financeRate,
    flows.map((flow) => Math.min(flow, 0)),
  );
  const received = npv(
    reinvestRate,
    flows.map((flow) => Math.max(flow, 0)),
  );
  if (!(paid > 0) || !(received > 0) || spans < 1) return null;
  return (received / paid) ** (1 / spans) * (1 + reinvestRate) - 1;
}

/** (Σ benefit − Σ cost) ÷ Σ cost. Null without cost: never infinity. */
export function roi(benefit: number, cost: number): number | null {
  return cost > 0 ? (benefit - cost) / cost : null;
}

/** The rounding of doubles that a sum of some hundred flows may hold, as a share of what was added up. */
const DUST = 1e-14;

/**
 * Periods until the cumulative net is at or above zero and stays there, counted from period 0 and interpolated inside the
 * period in which it crosses (flows fall at the end of their period). 0: never below zero. Null: not within these flows,
 * or no flow at all.
 */
export function payback(flows: readonly number[]): number | null {
  if (flows.every((flow) => flow === 0)) return null;
  let cumulative = 0;
  let crossing: number | null = 0;
  let size = 0;
  for (const [period, flow] of flows.entries()) {
    const before = cumulative;
    cumulative += flow;
    size += Math.abs(flow);
    // 110 ÷ 1.1 is a hair below 100, and 0.1 + 0.2 above 0.3: a sum that cancels out is zero.
    if (Math.abs(cumulative) <= size * DUST) cumulative = 0;
    if (cumulative < 0) crossing = null;
    else if (crossing === null) crossing = period - 1 + -before / flow;
  }
  return crossing;
}

/** Payback of the flows' present values: later than `payback` whenever the rate is positive. */
export function discountedPayback(rate: number, flows: readonly number[]): number | null {
  return payback(flows.map((flow, period) => flow / (1 + rate) ** period));
}

/** The deepest the cumulative net goes below zero, as a positive amount: the money that must be found. */
export function peakFunding(flows: readonly number[]): number {
  let cumulative = 0;
  let deepest = 0;
  for (const flow of flows) {
    cumulative += flow;
    deepest = Math.min(deepest, cumulative);
  }
  return deepest === 0 ? 0 : -deepest;
}

/** Present value of the benefits ÷ present value of the costs; above 1, each euro brings back more than itself. Null without cost. */
export function profitabilityIndex(rate: number, benefits: readonly number[], costs: readonly number[]): number | null {
  const cost = npv(rate, costs);
  return cost > 0 ? npv(rate, benefits) / cost : null;
}
