import { sumMinor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { isCalibrated } from "./calibrated";
import { type CashFlow, partOn } from "./cash-flow";
import { factorsOf, type InputName, type Unit, workingDaysOf } from "./factors";
import { type Irr, isBeyondTelling } from "./irr";
import { type Draft, isCertain, type Line, type Range } from "./lines";
import { quarterlyRate } from "./returns";

/** A number that went into a formula. Where it belongs to a quarter or to a line, that is said beside the label. */
export interface ExplainedInput {
  label: Key;
  quarter?: Quarter;
  line?: Told;
  value: number | null;
  unit: Unit;
  /** All three estimates, where there was doubt. */
  range?: Range;
}

/** A figure opened to its formula: the sentence, the figure, and the very numbers that it was computed from. */
export interface Explanation {
  formula: Key;
  value: number | null;
  unit: Unit;
  inputs: ExplainedInput[];
}

/** The figures of a business case, as computed; money in minor units, rates and shares as decimals, times in quarters. */
export interface Figures {
  totalBenefit: number;
  totalCost: number;
  totalNet: number;
  npv: number;
  irr: Irr;
  mirr: number | null;
  roi: number | null;
  payback: number | null;
  discountedPayback: number | null;
  peakFunding: number;
  profitabilityIndex: number | null;
}

const inputLabel = (input: InputName): Key => `business-cases.input.${input}`;

function formulaOf(line: Line): Key {
  return isCalibrated(line) && line.calibration?.answer === "taken"
    ? `business-cases.formula.calibrated.${line.kind}`
    : `business-cases.formula.line.${line.kind}`;
}

/** A line's amount (or quantity) in a full quarter, with the factors that it is the product of, its start and its ramp. */
export function explainLine(line: Line, fullQuarter: number): Explanation {
  const amounts: ExplainedInput[] =
    line.side === "both"
      ? line.amounts.map((value) => ({ label: "business-cases.input.lineAmount", value, unit: "money" }))
      : [];
  const factors: ExplainedInput[] = factorsOf(line).map(({ input, range, unit }) => ({
    label: inputLabel(input),
    value: range.likely,
    unit,
    ...(isCertain(range) ? {} : { range }),
  }));
  const days: ExplainedInput[] =
    line.kind === "licence" && line.per === "working-day"
      ? [{ label: "business-cases.input.workingDaysAYear", value: workingDaysOf(line), unit: "number" }]
      : [];
  const inputs = [...amounts, ...factors, ...days];
  inputs.push({ label: "business-cases.input.startsAfterQuarters", value: line.startsAfterQuarters, unit: "quarters" });
  if (line.side === "benefit") {
    inputs.push({ label: "business-cases.input.rampQuarters", value: line.rampQuarters, unit: "quarters" });
  }
  return {
    formula: formulaOf(line),
    // Amounts by quarter have no full quarter: each is its own.
    value: line.side === "both" ? null : fullQuarter,
    unit: line.kind === "non-monetary" ? "number" : "price",
    inputs,
  };
}

/** One quarter's figures. The benefit and the cost open to their lines, the net and the cumulative to them. */
export function explainQuarter(
  flow: CashFlow,
  index: number,
): Record<"benefit" | "cost" | "net" | "cumulative", Explanation> {
  const at = flow.quarters[index];
  if (!at) throw new RangeError(`Not a quarter of this horizon: ${index}`);
  const ofLines = (side: "benefit" | "cost"): ExplainedInput[] =>
    flow.lines.flatMap(({ line, amounts }): ExplainedInput[] => {
      const part = partOn(side, line, amounts.slice(index, index + 1));
      if (!part || (line.side === "both" && part[0] === 0)) return [];
      return [
        {
          label: "business-cases.input.lineAmount",
          line: line.label,
          quarter: at.quarter,
          value: part[0] ?? null,
          unit: "money",
        },
      ];
    });
  const money = (label: Key, value: number | null, quarter?: Quarter): ExplainedInput => ({
    label,
    value,
    unit: "money",
    ...(quarter ? { quarter } : {}),
  });
  const before = flow.quarters[index - 1];
  return {
    benefit: {
      formula: "business-cases.formula.quarterBenefit",
      value: at.benefit,
      unit: "money",
      inputs: ofLines("benefit"),
    },
    cost: { formula: "business-cases.formula.quarterCost", value: at.cost, unit: "money", inputs: ofLines("cost") },
    net: {
      formula: "business-cases.formula.quarterNet",
      value: at.net,
      unit: "money",
      inputs: [
        money("business-cases.input.benefit", at.benefit, at.quarter),
        money("business-cases.input.cost", at.cost, at.quarter),
      ],
    },
    cumulative: {
      formula: "business-cases.formula.quarterCumulative",
      value: at.cumulative,
      unit: "money",
      inputs: [
        ...(before ? [money("business-cases.input.cumulative", before.cumulative, before.quarter)] : []),
        money("business-cases.input.net", at.net, at.quarter),
      ],
    },
  };
}

/** Every figure of the business case with its formula and its own inputs. */
export function explainFigures(draft: Draft, flow: CashFlow, figures: Figures): Record<keyof Figures, Explanation> {
  const byQuarter = (label: Key, of: "benefit" | "cost" | "net" | "cumulative"): ExplainedInput[] =>
    flow.quarters.map((each) => ({ label, quarter: each.quarter, value: each[of], unit: "money" }));
  const totalsOf = (side: "benefit" | "cost"): ExplainedInput[] =>
    flow.lines.flatMap(({ line, amounts }): ExplainedInput[] => {
      const part = partOn(side, line, amounts);
      return part
        ? [{ label: "business-cases.input.lineTotal", line: line.label, value: sumMinor(part), unit: "money" }]
        : [];
    });
  const benefit: ExplainedInput = {
    label: "business-cases.input.totalBenefit",
    value: figures.totalBenefit,
    unit: "money",
  };
  const cost: ExplainedInput = { label: "business-cases.input.totalCost", value: figures.totalCost, unit: "money" };
  const rates: ExplainedInput[] = [
    { label: "business-cases.input.discountRate", value: draft.discountRate, unit: "percent" },
    { label: "business-cases.input.quarterlyRate", value: quarterlyRate(draft.discountRate), unit: "percent" },
  ];
  const nets = byQuarter("business-cases.input.net", "net");
  const cumulatives = byQuarter("business-cases.input.cumulative", "cumulative");
  const explain = (formula: Key, value: number | null, unit: Unit, inputs: ExplainedInput[]): Explanation => ({
    formula,
    value,
    unit,
    inputs,
  });
  const found = figures.irr;
  const exact: ExplainedInput[] =
    found.kind === "one" && isBeyondTelling(found)
      ? [{ label: "business-cases.input.irrExact", value: found.rate, unit: "percent" }]
      : [];
  const several: ExplainedInput[] =
    found.kind === "several"
      ? found.rates.map((value) => ({ label: "business-cases.input.irrCandidate", value, unit: "percent" }))
      : [];
  return {
    totalBenefit: explain("business-cases.formula.totalBenefit", figures.totalBenefit, "money", totalsOf("benefit")),
    totalCost: explain("business-cases.formula.totalCost", figures.totalCost, "money", totalsOf("cost")),
    totalNet: explain("business-cases.formula.totalNet", figures.totalNet, "money", [benefit, cost]),
    npv: explain("business-cases.formula.npv", figures.npv, "money", [...rates, ...nets]),
    irr: explain("business-cases.formula.irr", found.kind === "one" ? found.rate : null, "percent", [
      ...exact,
      ...several,
      ...nets,
    ]),
    mirr: explain("business-cases.formula.mirr", figures.mirr, "percent", [...rates, ...nets]),
    roi: explain("business-cases.formula.roi", figures.roi, "percent", [benefit, cost]),
    payback: explain("business-cases.formula.payback", figures.payback, "quarters", cumulatives),
    discountedPayback: explain("business-cases.formula.discountedPayback", figures.discountedPayback, "quarters", [
      ...rates,
      ...nets,
    ]),
    peakFunding: explain("business-cases.formula.peakFunding", figures.peakFunding, "money", cumulatives),
    profitabilityIndex: explain("business-cases.formula.profitabilityIndex", figures.profitabilityIndex, "number", [
      ...rates,
      ...byQuarter("business-cases.input.benefit", "benefit"),
      ...byQuarter("business-cases.input.cost", "cost"),
    ]),
  };
}
