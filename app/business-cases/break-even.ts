import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { cashFlow } from "./cash-flow";
import type { Explanation } from "./explain";
import { factorsOf, type InputName, product, type Unit } from "./factors";
import { type Draft, type Line, signOf } from "./lines";
import { npv, quarterlyRate } from "./returns";

/** From which or up to which value of an input the NPV is not negative, all others at their likely value. */
export type Threshold =
  | { kind: "from" | "up-to"; value: number }
  /** At no value does the NPV turn. */
  | { kind: "always" | "never" };

export interface BreakEven {
  lineId: string;
  line: Told;
  side: Line["side"];
  input: InputName;
  label: Key;
  unit: Unit;
  likely: number;
  threshold: Threshold;
  /** How far the threshold is from the likely value, as a share of it; null without a threshold, or from a likely zero. */
  margin: number | null;
  explain: Explanation;
}

/** The most that an input can be. */
const MOST: Partial<Record<InputName, number>> = { adoption: 1, attribution: 1, reuseShare: 1 };

/**
 * The value of each input at which the NPV is zero, the nearest to its likely value first.
 *
 * Every line is a product, so that the NPV is a straight line in each input: no search is needed, and no second value
 * exists. The cents by which a quarter's amount is rounded are left at what they are at the likely values.
 */
export function breakEvens(draft: Draft): BreakEven[] {
  const flow = cashFlow(draft);
  const rate = quarterlyRate(draft.discountRate);
  const value = npv(
    rate,
    flow.quarters.map(({ net }) => net),
  );
  const all = flow.lines.flatMap(({ line, shape }) => {
    const factors = factorsOf(line);
    const weight = npv(rate, shape) * signOf(line);
    return (
      factors
        // A haircut is experience, and no input of which one could say from where it is worth it.
        .filter(({ input }) => input in line && input !== "calibration")
        .map(({ input, range, unit }): BreakEven => {
          const others = product(
            factors.filter((factor) => factor.input !== input),
            (factor) => factor.range.likely,
          );
          const slope = weight * others;
          const { likely } = range;
          const threshold = thresholdOf(value, slope, likely, MOST[input] ?? Number.POSITIVE_INFINITY);
          const label: Key = `business-cases.input.${input}`;
          return {
            lineId: line.id,
            line: line.label,
            side: line.side,
            input,
            label,
            unit,
            likely,
            threshold,
            margin: "value" in threshold && likely > 0 ? (threshold.value - likely) / likely : null,
            explain: {
              formula: "business-cases.formula.breakEven",
              value: "value" in threshold ? threshold.value : null,
              unit,
              inputs: [
                { label, value: likely, unit },
                { label: "business-cases.output.npv", value, unit: "money" },
                { label: "business-cases.input.npvPerUnit", value: slope, unit: "price" },
              ],
            },
          };
        })
    );
  });
  const far = ({ margin }: BreakEven) => (margin === null ? Number.POSITIVE_INFINITY : Math.abs(margin));
  return all.sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
}

function thresholdOf(value: number, slope: number, likely: number, most: number): Threshold {
  const at = likely - value / slope;
  if (slope === 0 || !Number.isFinite(at)) return { kind: value >= 0 ? "always" : "never" };
  if (slope > 0) {
    if (at <= 0) return { kind: "always" };
    return at > most ? { kind: "never" } : { kind: "from", value: at };
  }
  // Worth nothing even for nothing; a hair above zero is what floating point leaves.
  if (value < 0 && at <= likely * 1e-9) return { kind: "never" };
  return at >= most ? { kind: "always" } : { kind: "up-to", value: at };
}
