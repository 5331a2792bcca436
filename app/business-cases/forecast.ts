import { type Minor, minor, NOTHING, sumMinor } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { partOn } from "./cash-flow";
import type { Evaluation } from "./evaluate";
import type { BenefitKind, ByQuarterLine } from "./lines";

/** What a business case promises for one quarter. */
export interface ForecastQuarter {
  quarter: Quarter;
  benefit: Minor;
  cost: Minor;
  /** The part of the cost that is not a one-off build: what quarter ROI is set against. */
  runCost: Minor;
  /** The benefit by kind, kinds without a line left out: calibration compares kind by kind. */
  benefitByKind: Partial<Record<BenefitKind | ByQuarterLine["kind"], Minor>>;
}

/** Forecast benefit and cost by quarter. With `from`, the same promise for a case that starts in another quarter. */
export function forecast(evaluation: Evaluation, from: Quarter = evaluation.firstQuarter): ForecastQuarter[] {
  return evaluation.quarters.map(({ index, benefit, cost }) => {
    const benefitByKind: ForecastQuarter["benefitByKind"] = {};
    let build = NOTHING;
    for (const { line, amounts } of evaluation.lines) {
      if (line.side === "cost" && line.kind === "build") build = sumMinor([build, amounts[index] ?? NOTHING]);
      if (line.side === "cost") continue;
      const [amount = NOTHING] = partOn("benefit", line, amounts.slice(index, index + 1)) ?? [];
      benefitByKind[line.kind] = sumMinor([benefitByKind[line.kind] ?? NOTHING, amount]);
    }
    return { quarter: addQuarters(from, index), benefit, cost, runCost: minor(cost - build), benefitByKind };
  });
}
