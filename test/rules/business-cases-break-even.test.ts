import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BreakEven, breakEvens } from "#app/business-cases/break-even";
import { evaluate } from "#app/business-cases/evaluate";
import { certain, type Draft } from "#app/business-cases/lines";
import { anyDraft, buildLine, byQuarterLine, costLines, draftOf, valuedLine } from "./business-cases-drafts";

const of = (draft: Draft, line: string, input: string): BreakEven | undefined =>
  breakEvens(draft).find((each) => each.lineId === line && each.input === input);

/** Without discounting: 100 000 out at once, 4 × 50 000 × adoption in. */
const simple = (given: Partial<Draft> = {}, adoption = 0.8): Draft =>
  draftOf(
    [
      buildLine({ amount: certain(100_000) }),
      valuedLine({ quantityPerQuarter: certain(10), unitValue: certain(5000), adoption: certain(adoption) }),
    ],
    { horizonQuarters: 4, discountRate: 0, ...given },
  );

describe("the value of one input at which the NPV is zero", () => {
  it.each<[string, Draft, string, string, unknown]>([
    ["worth it from an adoption of 50 %", simple(), "valued", "adoption", { kind: "from", value: 0.5 }],
    ["also where it is not reached", simple({}, 0.3), "valued", "adoption", { kind: "from", value: 0.5 }],
    ["worth it up to a price", simple(), "build", "amount", { kind: "up-to", value: 160_000 }],
    ["from a quantity", simple(), "valued", "quantityPerQuarter", { kind: "from", value: 6.25 }],
    ["from an attribution", simple(), "valued", "attribution", { kind: "from", value: 0.625 }],
    [
      "never: all of it would not be enough",
      simple({ horizonQuarters: 1 }, 0.3),
      "valued",
      "adoption",
      { kind: "never" },
    ],
    [
      "always: without it there is gain enough",
      draftOf([valuedLine(), valuedLine({ id: "more", unitValue: certain(7) }), buildLine({ amount: certain(50) })]),
      "more",
      "adoption",
      { kind: "always" },
    ],
    [
      "always: it is multiplied by nothing",
      draftOf([valuedLine(), valuedLine({ id: "none", unitValue: certain(0) })]),
      "none",
      "adoption",
      { kind: "always" },
    ],
    [
      "never: nothing comes in, whatever this costs",
      draftOf([costLines.run]),
      "run",
      "amountPerQuarter",
      { kind: "never" },
    ],
    [
      "amounts by quarter: from the share of them that comes true",
      draftOf([byQuarterLine([0, 300]), buildLine({ amount: certain(150) })], { discountRate: 0 }),
      "by-quarter",
      "share",
      { kind: "from", value: 0.5 },
    ],
  ])("%s", (_said, draft, line, input, threshold) => {
    expect(of(draft, line, input)?.threshold).toEqual(threshold);
  });

  it("names what people can change: no hours in a day, no line that is not money", () => {
    const inputs = breakEvens(draftOf([costLines.licenceByDay])).map(({ input }) => input);
    expect(inputs.sort()).toEqual(["price", "seats"]);
  });

  it("has the nearest to its likely value first, those without a threshold last", () => {
    const margins = breakEvens(simple()).map(({ margin }) => margin);
    expect(margins).toEqual([...margins].sort((a, b) => Math.abs(a ?? Infinity) - Math.abs(b ?? Infinity)));
    expect(of(simple(), "valued", "adoption")?.margin).toBeCloseTo(-0.375, 12);
  });

  it("put in its place gives an NPV of nothing, but for the cents of rounding, whatever the case", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const { lineId, input, threshold } of breakEvens(draft)) {
          if (!("value" in threshold) || threshold.value > 1e9) continue;
          // Whole cents and shares of an hour are typed as numbers, the rest as estimates.
          const lines = draft.lines.map((line) => {
            if (line.id !== lineId || !(input in line)) return line;
            const now = Object.entries(line).find(([name]) => name === input)?.[1];
            return { ...line, [input]: typeof now === "number" ? threshold.value : certain(threshold.value) };
          });
          const { npv } = evaluate({ ...draft, lines }).outputs;
          expect(Math.abs(npv)).toBeLessThanOrEqual(lines.length * draft.horizonQuarters + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
