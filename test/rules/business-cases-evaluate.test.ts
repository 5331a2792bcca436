import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, netPresentValue } from "#app/business-cases/evaluate";
import type { Explanation } from "#app/business-cases/explain";
import { product } from "#app/business-cases/factors";
import { forecast } from "#app/business-cases/forecast";
import { npv } from "#app/business-cases/returns";
import { sumMinor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { en } from "#app/locales/en";
import { fr } from "#app/locales/fr";
import { anyDraft, costLines, draftOf, timeLine, valuedLine, workedCase } from "./business-cases-drafts";

describe("the worked case", () => {
  const { outputs, quarters, explain, lines, nonMonetary, quarterlyRate } = evaluate(workedCase());

  // Computed apart from this code, with 40-digit decimals.
  it("gives the figures worked out by hand", () => {
    expect(outputs).toMatchObject({ totalBenefit: 5_670_000, totalCost: 3_660_000, totalNet: 2_010_000 });
    expect(outputs.npv).toBe(1_448_193);
    expect(outputs.peakFunding).toBe(3_000_000);
    expect(outputs.roi).toBeCloseTo(0.5491803278688525, 14);
    expect(outputs.payback).toBeCloseTo(6 + 390_000 / 480_000, 12);
    expect(outputs.discountedPayback).toBeCloseTo(7.367998684606357, 10);
    expect(outputs.irr.kind === "one" && outputs.irr.rate).toBeCloseTo(0.4180201798137144, 10);
    expect(outputs.mirr).toBeCloseTo(0.2463162319159694, 12);
    expect(outputs.profitabilityIndex).toBeCloseTo(1.4034940407486789, 12);
    expect(quarterlyRate).toBeCloseTo(0.01942654690827351, 15);
  });

  it("lists the discounted flows so that they add up to the NPV", () => {
    expect(quarters[0]?.present).toBe(-3_000_000);
    expect(quarters[1]?.present).toBe(205_998);
    expect(sumMinor(quarters.map(({ present }) => present))).toBe(outputs.npv);
  });

  it("opens the ROI to its own two numbers", () => {
    expect(explain.roi).toEqual({
      formula: "business-cases.formula.roi",
      value: outputs.roi,
      unit: "percent",
      inputs: [
        { label: "business-cases.input.totalBenefit", value: 5_670_000, unit: "money" },
        { label: "business-cases.input.totalCost", value: 3_660_000, unit: "money" },
      ],
    });
  });

  it("opens a line to its factors, its start and its ramp", () => {
    const time = lines.find(({ line }) => line.id === "time")?.explain;
    expect(time?.formula).toBe("business-cases.formula.line.time");
    expect(time?.value).toBe(540_000);
    expect(time?.inputs.map(({ label, value, unit }) => [label.split(".").at(-1), value, unit])).toEqual([
      ["volumePerQuarter", 1200, "number"],
      ["minutesSaved", 15, "number"],
      ["minutesAnHour", 60, "number"],
      ["hourlyCost", 4500, "money"],
      ["reuseShare", 0.5, "percent"],
      ["adoption", 0.8, "percent"],
      ["attribution", 1, "percent"],
      ["startsAfterQuarters", 1, "quarters"],
      ["rampQuarters", 2, "quarters"],
    ]);
  });

  it("opens a quarter to its lines and to the quarter before", () => {
    const third = quarters[2]?.explain;
    expect(third?.benefit.inputs.map(({ value }) => value)).toEqual([540_000]);
    expect(third?.cost.inputs.map(({ value }) => value)).toEqual([0, 60_000]);
    expect(third?.cumulative.inputs.map(({ value }) => value)).toEqual([-2_790_000, 480_000]);
    expect(third?.cumulative.value).toBe(-2_310_000);
  });

  it("keeps the non-monetary line apart, in its own unit", () => {
    expect(nonMonetary.map(({ line, total }) => [line.unit, total])).toEqual([[{ fr: "points", en: "points" }, 42]]);
    expect(nonMonetary[0]?.explain.unit).toBe("number");
  });
});

describe("cases at the edge", () => {
  it("an empty case knows nothing rather than promising a payback at once", () => {
    expect(evaluate(draftOf([])).outputs).toEqual({
      totalBenefit: 0,
      totalCost: 0,
      totalNet: 0,
      npv: 0,
      irr: { kind: "none" },
      mirr: null,
      roi: null,
      payback: null,
      discountedPayback: null,
      peakFunding: 0,
      profitabilityIndex: null,
    });
  });

  it("a case without cost has no ROI, no IRR, and no infinity", () => {
    const { outputs } = evaluate(draftOf([timeLine()]));
    expect(outputs).toMatchObject({ roi: null, irr: { kind: "none" }, payback: 0, profitabilityIndex: null });
  });

  it("a case that only costs loses all of it", () => {
    const { outputs } = evaluate(draftOf([costLines.run], { discountRate: 0 }));
    expect(outputs).toMatchObject({
      roi: -1,
      payback: null,
      npv: -2_500_000,
      peakFunding: 2_500_000,
      irr: { kind: "none" },
    });
  });

  it("lists the candidates when the IRR is not unique", () => {
    const yearly = (id: string, side: "benefit" | "cost", amount: number, start: number) =>
      side === "cost"
        ? { ...costLines.change, id, startsAfterQuarters: start, amount: { low: amount, likely: amount, high: amount } }
        : valuedLine({
            id,
            startsAfterQuarters: start,
            unitValue: { low: amount / 10, likely: amount / 10, high: amount / 10 },
          });
    const draft = draftOf(
      [yearly("out", "cost", 1600, 0), yearly("in", "benefit", 10_000, 1), yearly("back", "cost", 20_000, 2)],
      {
        horizonQuarters: 3,
      },
    );
    const { outputs, explain } = evaluate(draft);
    expect(outputs.irr.kind).toBe("several");
    expect(explain.irr.value).toBeNull();
    expect(explain.irr.inputs.filter(({ label }) => label === "business-cases.input.irrCandidate")).toHaveLength(2);
  });
});

describe("explanations, whatever the case", () => {
  const every = (draft: Parameters<typeof evaluate>[0]): Explanation[] => {
    const { explain, lines, nonMonetary, quarters } = evaluate(draft);
    return [
      ...Object.values(explain),
      ...[...lines, ...nonMonetary].map((line) => line.explain),
      ...quarters.flatMap((each) => Object.values(each.explain)),
    ];
  };

  it("are sentences in both languages", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const { formula, inputs } of every(draft)) {
          for (const key of [formula, ...inputs.map(({ label }) => label)]) {
            expect(fr[key]).toBeTruthy();
            expect(en[key]).toBeTruthy();
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("hold the very numbers that give the figure", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { outputs, explain, lines } = evaluate(draft);
        const values = (of: keyof typeof explain, label: string) =>
          explain[of].inputs.filter((input) => input.label.endsWith(label)).map(({ value }) => value ?? Number.NaN);
        const [rate = Number.NaN] = values("npv", ".quarterlyRate");
        expect(Math.abs(npv(rate, values("npv", ".net")) - outputs.npv)).toBeLessThanOrEqual(0.5001);
        expect(values("totalCost", ".lineTotal").reduce((sum, value) => sum + value, 0)).toBe(outputs.totalCost);
        expect(Math.max(0, -Math.min(...values("peakFunding", ".cumulative")))).toBe(outputs.peakFunding);
        for (const line of lines) {
          if (line.line.side === "both") continue;
          // The days of a year stand behind those of a quarter, and are no factor of their own.
          const factors = line.explain.inputs.filter(
            ({ unit, label }) => unit !== "quarters" && !label.endsWith(".workingDaysAYear"),
          );
          const again = product(
            factors.map(({ label, value }) => ({
              input: "amount" as const,
              range: { low: value ?? 0, likely: value ?? 0, high: value ?? 0 },
              unit: "number" as const,
              ...(label.endsWith(".minutesAnHour") ? { divides: true as const } : {}),
            })),
            ({ range }) => range.likely,
          );
          expect(again).toBeCloseTo(line.fullQuarter, 4);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it("the NPV of an evaluation is the NPV of its draft, and its column adds up to it", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const { outputs, quarters } = evaluate(draft);
      expect(netPresentValue(draft)).toBe(outputs.npv);
      expect(sumMinor(quarters.map(({ present }) => present))).toBe(outputs.npv);
    }),
  );
});

describe("the forecast", () => {
  it("says benefit and cost by calendar quarter, and the benefit by kind", () => {
    const promised = forecast(evaluate(draftOf([timeLine(), valuedLine(), valuedLine({ id: "more" }), costLines.run])));
    expect(promised).toHaveLength(12);
    expect(promised[2]).toEqual({
      quarter: "2027-Q1",
      benefit: 560_000,
      cost: 250_000,
      runCost: 250_000,
      benefitByKind: { time: 540_000, "cost-avoided": 20_000 },
    });
  });

  it("moves with the quarter in which the case really starts", () => {
    const promised = forecast(evaluate(workedCase()), quarter("2028-Q1"));
    expect(promised.map((each) => each.quarter).slice(0, 2)).toEqual(["2028-Q1", "2028-Q2"]);
    expect(promised[0]?.cost).toBe(3_000_000);
  });

  it("adds up to the evaluation's totals", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const evaluation = evaluate(draft);
        const promised = forecast(evaluation);
        expect(sumMinor(promised.map(({ benefit }) => benefit))).toBe(evaluation.outputs.totalBenefit);
        expect(sumMinor(promised.map(({ cost }) => cost))).toBe(evaluation.outputs.totalCost);
        for (const { benefit, benefitByKind } of promised) expect(sumMinor(Object.values(benefitByKind))).toBe(benefit);
      }),
      { numRuns: 50 },
    );
  });
});
