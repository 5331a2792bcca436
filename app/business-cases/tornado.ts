import { type Minor, minor, NOTHING, roundMinor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { cashFlow } from "./cash-flow";
import { factorsOf, type InputName, product, type Unit } from "./factors";
import { type Draft, isCertain, type Line, type Range, signOf } from "./lines";
import { npv, quarterlyRate } from "./returns";

/** One input's pull on the NPV: all others stay at their likely value. */
export interface Bar {
  lineId: string;
  line: Told;
  side: Line["side"];
  input: InputName;
  label: Key;
  range: Range;
  unit: Unit;
  /** NPV with the input at its low and at its high estimate (for a cost, `atLow` is the better one). */
  atLow: Minor;
  atHigh: Minor;
  /** |atHigh − atLow| */
  swing: Minor;
}

/** What drives the NPV, the widest swing first; equal swings keep the draft's order. Inputs without doubt are left out. */
export function tornado(draft: Draft): Bar[] {
  const flow = cashFlow(draft);
  const rate = quarterlyRate(draft.discountRate);
  const nets = flow.quarters.map(({ net }) => net);
  const bars = flow.lines.flatMap(({ line, shape, amounts }) => {
    const factors = factorsOf(line);
    return factors
      .filter(({ range }) => !isCertain(range))
      .map(({ input, range, unit }): Bar => {
        // Only this line's amounts move: the other lines' stay as they were rounded.
        const at = (end: "low" | "high") => {
          const full = product(factors, (factor) => factor.range[factor.input === input ? end : "likely"]);
          const moved = nets.map(
            (net, index) => net + signOf(line) * (roundMinor(full * (shape[index] ?? 0)) - (amounts[index] ?? NOTHING)),
          );
          return roundMinor(npv(rate, moved));
        };
        const [atLow, atHigh] = [at("low"), at("high")];
        const swing = minor(Math.abs(atHigh - atLow));
        const label: Key = `business-cases.input.${input}`;
        return { lineId: line.id, line: line.label, side: line.side, input, label, range, unit, atLow, atHigh, swing };
      });
  });
  return bars.sort((a, b) => b.swing - a.swing);
}
