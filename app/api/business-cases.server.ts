import { evaluate } from "#app/business-cases/evaluate";
import type { Irr } from "#app/business-cases/irr";
import { simulated } from "#app/business-cases/simulated.server";
import * as contracts from "./business-cases";
import { reads } from "./operation.server";

const ratesOf = (irr: Irr): number[] => (irr.kind === "none" ? [] : irr.kind === "one" ? [irr.rate] : irr.rates);

export const evaluateBusinessCase = reads(contracts.evaluateBusinessCase, async (_db, { body, money }) => {
  const { outputs, quarters, lines, nonMonetary, ...frame } = evaluate(body);
  const { draws, seed, p10, p50, p90, probabilityPositive, tornado } = simulated(body);
  return {
    firstQuarter: frame.firstQuarter,
    horizonQuarters: frame.horizonQuarters,
    discountRate: frame.discountRate,
    quarterlyRate: frame.quarterlyRate,
    outputs: {
      totalBenefit: money(outputs.totalBenefit),
      totalCost: money(outputs.totalCost),
      totalNet: money(outputs.totalNet),
      npv: money(outputs.npv),
      irr: { kind: outputs.irr.kind, rates: ratesOf(outputs.irr) },
      mirr: outputs.mirr,
      roi: outputs.roi,
      payback: outputs.payback,
      discountedPayback: outputs.discountedPayback,
      peakFunding: money(outputs.peakFunding),
      profitabilityIndex: outputs.profitabilityIndex,
    },
    quarters: quarters.map(({ quarter, benefit, cost, net, cumulative, present }) => ({
      quarter,
      benefit: money(benefit),
      cost: money(cost),
      net: money(net),
      cumulative: money(cumulative),
      present: money(present),
    })),
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
  };
});
