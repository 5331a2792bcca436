import { type Minor, minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { netPresentValue } from "./evaluate";
import { factorsOf, type InputName, type Unit } from "./factors";
import { type Draft, isCertain, isMoney, type Line, type Range } from "./lines";

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
  const bars = draft.lines.filter(isMoney).flatMap((line) =>
    factorsOf(line)
      .filter(({ range }) => !isCertain(range))
      .map(({ input, range, unit }): Bar => {
        const at = (end: "low" | "high") =>
          netPresentValue(draft, (of, factor) => (of === line && factor.input === input ? end : "likely"));
        const [atLow, atHigh] = [at("low"), at("high")];
        const swing = minor(Math.abs(atHigh - atLow));
        const label: Key = `business-cases.input.${input}`;
        return { lineId: line.id, line: line.label, side: line.side, input, label, range, unit, atLow, atHigh, swing };
      }),
  );
  return bars.sort((a, b) => b.swing - a.swing);
}
