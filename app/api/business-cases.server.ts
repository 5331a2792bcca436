import { breakEvens } from "#app/business-cases/break-even";
import { evaluate, type Outputs } from "#app/business-cases/evaluate";
import type { Irr } from "#app/business-cases/irr";
import type { Draft } from "#app/business-cases/lines";
import { evaluateFlow, type PlainFlow } from "#app/business-cases/plain-flow";
import { daysIn, withDays } from "#app/business-cases/rates";
import { currentRates } from "#app/business-cases/rates.server";
import { quarterlyRate } from "#app/business-cases/returns";
import { DEFAULT_DRAWS, DEFAULT_SEED } from "#app/business-cases/simulate";
import { simulated } from "#app/business-cases/simulated.server";
import type { Minor } from "#app/kernel/money";
import * as contracts from "./business-cases";
import { reads } from "./operation.server";
import type { InMoney } from "./shapes";

const ratesOf = (irr: Irr): number[] => (irr.kind === "none" ? [] : irr.kind === "one" ? [irr.rate] : irr.rates);

function outputsIn(money: InMoney, outputs: Outputs, exact: { npv: number; irr: Irr }) {
  return {
    totalBenefit: money(outputs.totalBenefit),
    totalCost: money(outputs.totalCost),
    totalNet: money(outputs.totalNet),
    npv: money(outputs.npv),
    npvExact: exact.npv,
    irr: { kind: outputs.irr.kind, rates: ratesOf(outputs.irr) },
    irrPerPeriod: ratesOf(exact.irr),
    mirr: outputs.mirr,
    roi: outputs.roi,
    payback: outputs.payback,
    discountedPayback: outputs.discountedPayback,
    peakFunding: money(outputs.peakFunding),
    profitabilityIndex: outputs.profitabilityIndex,
  };
}

interface Row {
  quarter: string;
  benefit: Minor;
  cost: Minor;
  net: Minor;
  cumulative: Minor;
  present: Minor;
}

const rowsIn = (money: InMoney, rows: readonly Row[]) =>
  rows.map(({ quarter, benefit, cost, net, cumulative, present }) => ({
    quarter,
    benefit: money(benefit),
    cost: money(cost),
    net: money(net),
    cumulative: money(cumulative),
    present: money(present),
  }));

function ofFlow(money: InMoney, given: PlainFlow, discountRate: number) {
  const { outputs, exact, periods } = evaluateFlow(given);
  const npv = money(outputs.npv);
  return {
    firstQuarter: given.firstQuarter,
    horizonQuarters: given.flows.length * (given.period === "year" ? 4 : 1),
    discountRate,
    quarterlyRate: quarterlyRate(discountRate),
    period: given.period,
    ratePerPeriod: given.rate,
    outputs: outputsIn(money, outputs, exact),
    quarters: rowsIn(money, periods),
    lines: [],
    nonMonetary: [],
    // Nothing here is in doubt: every draw is the NPV itself.
    uncertainty: {
      draws: DEFAULT_DRAWS,
      seed: DEFAULT_SEED,
      p10: npv,
      p50: npv,
      p90: npv,
      probabilityPositive: exact.npv > 1e-6 ? 1 : 0,
      tornado: [],
    },
    breakEven: [],
  };
}

function ofLines(money: InMoney, draft: Draft) {
  const { outputs, exact, quarters, lines, nonMonetary, ...frame } = evaluate(draft);
  const { draws, seed, p10, p50, p90, probabilityPositive, tornado } = simulated(draft);
  return {
    firstQuarter: frame.firstQuarter,
    horizonQuarters: frame.horizonQuarters,
    discountRate: frame.discountRate,
    quarterlyRate: frame.quarterlyRate,
    period: "quarter" as const,
    ratePerPeriod: frame.quarterlyRate,
    outputs: outputsIn(money, outputs, exact),
    quarters: rowsIn(money, quarters),
    lines: lines.map(({ line, amounts, total }) => ({
      id: line.id,
      label: line.label,
      side: line.side,
      amounts: amounts.map((amount) => money(amount)),
      total: money(total),
    })),
    nonMonetary: nonMonetary.map(({ line, quantities, total }) => ({
      id: line.id,
      label: line.label,
      unit: line.unit,
      quantities,
      total,
    })),
    uncertainty: {
      draws,
      seed,
      p10: money(p10),
      p50: money(p50),
      p90: money(p90),
      probabilityPositive,
      tornado: tornado.map(({ lineId, input, atLow, atHigh, swing }) => ({
        line: lineId,
        input,
        atLow: money(atLow),
        atHigh: money(atHigh),
        swing: money(swing),
      })),
    },
    breakEven: breakEvens(draft).map(({ lineId, input, likely, threshold }) => ({
      line: lineId,
      input,
      likely,
      kind: threshold.kind,
      value: "value" in threshold ? threshold.value : null,
    })),
  };
}

export const evaluateBusinessCase = reads(contracts.evaluateBusinessCase, async (db, { body, money, when }) => {
  const firstQuarter = body.firstQuarter ?? when.quarter;
  const rates = await currentRates(db, when.today);
  const workingDaysAYear = daysIn(rates);
  if (body.of === "lines") {
    const lines = withDays(body.lines, rates);
    return { ...ofLines(money, { ...body, lines, firstQuarter }), workingDaysAYear };
  }
  const { period, flows, ratePerPeriod, discountRate } = body;
  const given = { firstQuarter, period, flows, rate: ratePerPeriod };
  return { ...ofFlow(money, given, discountRate), workingDaysAYear };
});
