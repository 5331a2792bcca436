import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cashFlow, partOn } from "#app/business-cases/cash-flow";
import { factorsOf, product, shapeOf } from "#app/business-cases/factors";
import { certain, type Line, type MoneyLine, signOf, USUAL_WORKING_DAYS } from "#app/business-cases/lines";
import { minor, sumMinor } from "#app/kernel/money";
import {
  anyDraft,
  buildLine,
  costLines,
  draftOf,
  satisfactionLine,
  timeLine,
  valuedLine,
  workedCase,
} from "./business-cases-drafts";

const fullQuarter = (line: Line) => product(factorsOf(line), ({ range }) => range.likely);
const amountsOf = (line: MoneyLine, horizonQuarters = 5) =>
  cashFlow(draftOf([line], { horizonQuarters })).lines[0]?.amounts;

describe("a line's amount in a full quarter", () => {
  it.each<[string, Line, number]>([
    ["time: 300 h × 45 € × 50 % × 80 %", timeLine(), 540_000],
    ["time that is all put to use is worth twice that", timeLine({ reuseShare: 1 }), 1_080_000],
    ["time owed to the use case for a quarter only", timeLine({ attribution: 0.25 }), 135_000],
    ["cost avoided: 10 × 10 €", valuedLine(), 10_000],
    [
      "revenue: 3 contracts × 120 € × 50 %",
      valuedLine({
        kind: "revenue",
        quantityPerQuarter: certain(3),
        unitValue: certain(12_000),
        adoption: certain(0.5),
      }),
      18_000,
    ],
    ["quality: half an error", valuedLine({ kind: "quality", quantityPerQuarter: certain(0.5) }), 500],
    [
      "risk: one event in 20 quarters × 1 M€",
      valuedLine({ kind: "risk", quantityPerQuarter: certain(0.05), unitValue: certain(100_000_000) }),
      5_000_000,
    ],
    ["satisfaction stays in points", satisfactionLine({ adoption: certain(0.5) }), 2],
    ["build", buildLine(), 3_000_000],
    ["change", costLines.change, 800_000],
    ["licence: 10 seats × 20 € × 3 months", costLines.licenceByMonth, 60_000],
    ["licence: 10 seats × 0,50 € × 63 working days", costLines.licenceByDay, 31_500],
    ["usage: a million tokens at 0.0015 of a cent", costLines.usage, 1500],
    ["run", costLines.run, 250_000],
    ["review: 20 h × 45 €", costLines.review, 90_000],
  ])("%s", (_case, line, expected) => {
    expect(fullQuarter(line)).toBeCloseTo(expected, 6);
  });

  it("counts the working days of France in 2026", () => {
    const holidays = [
      "01-01",
      "04-06",
      "05-01",
      "05-08",
      "05-14",
      "05-25",
      "07-14",
      "08-15",
      "11-01",
      "11-11",
      "12-25",
    ];
    let days = 0;
    for (let on = Date.UTC(2026, 0, 1); on < Date.UTC(2027, 0, 1); on += 86_400_000) {
      const date = new Date(on);
      const weekend = date.getUTCDay() % 6 === 0;
      if (!weekend && !holidays.includes(date.toISOString().slice(5, 10))) days++;
    }
    expect(days).toBe(USUAL_WORKING_DAYS);
  });
});

describe("where in the horizon a line counts", () => {
  it.each<[string, Line, number[]]>([
    ["a benefit without ramp, from its start", timeLine({ startsAfterQuarters: 2 }), [0, 0, 1, 1, 1]],
    ["a ramp of one quarter is no ramp", timeLine({ rampQuarters: 1 }), [1, 1, 1, 1, 1]],
    [
      "a ramp of four quarters reaches its plateau in the fourth",
      timeLine({ rampQuarters: 4 }),
      [0.25, 0.5, 0.75, 1, 1],
    ],
    ["a ramp begins with its line", timeLine({ startsAfterQuarters: 2, rampQuarters: 2 }), [0, 0, 0.5, 1, 1]],
    ["a ramp may outlast the horizon", timeLine({ rampQuarters: 10 }), [0.1, 0.2, 0.3, 0.4, 0.5]],
    ["a one-off is paid once", costLines.change, [0, 0, 0, 1, 0]],
    ["a running cost is paid from its start on", costLines.run, [0, 0, 1, 1, 1]],
    ["a line after the horizon never counts", timeLine({ startsAfterQuarters: 9 }), [0, 0, 0, 0, 0]],
  ])("%s", (_case, line, expected) => {
    expect(shapeOf(line, 5)).toEqual(expected);
  });
});

describe("rounding", () => {
  it("rounds a line once in each quarter", () => {
    const third = valuedLine({ quantityPerQuarter: certain(1), unitValue: certain(100), rampQuarters: 3 });
    expect(amountsOf(third)).toEqual([33, 67, 100, 100, 100]);
  });

  it("does not round a price before it is multiplied", () => {
    expect(amountsOf({ ...costLines.usage, unitsPerQuarter: certain(1001), unitPrice: certain(0.5) }, 1)).toEqual([
      501,
    ]);
    expect(amountsOf({ ...costLines.usage, unitsPerQuarter: certain(300), unitPrice: certain(0.001) }, 1)).toEqual([0]);
  });

  it("sums what was rounded, so that the parts of a quarter add up to it", () => {
    const half = (id: string) => valuedLine({ id, quantityPerQuarter: certain(1), unitValue: certain(0.5) });
    expect(cashFlow(draftOf([half("a"), half("b"), half("c")])).quarters[0]?.benefit).toBe(3);
  });
});

describe("the worked case", () => {
  it("gives the flows worked out by hand", () => {
    const { quarters } = cashFlow({ ...workedCase(), horizonQuarters: 4 });
    expect(quarters).toEqual([
      { index: 0, quarter: "2026-Q3", benefit: 0, cost: 3_000_000, net: -3_000_000, cumulative: -3_000_000 },
      { index: 1, quarter: "2026-Q4", benefit: 270_000, cost: 60_000, net: 210_000, cumulative: -2_790_000 },
      { index: 2, quarter: "2027-Q1", benefit: 540_000, cost: 60_000, net: 480_000, cumulative: -2_310_000 },
      { index: 3, quarter: "2027-Q2", benefit: 540_000, cost: 60_000, net: 480_000, cumulative: -1_830_000 },
    ]);
  });

  it("never turns satisfaction into money", () => {
    const flow = cashFlow(workedCase());
    expect(flow.lines.map(({ line }) => line.id)).toEqual(["build", "time", "licence-month"]);
    expect(flow.quantities[0]?.quantities.slice(0, 5)).toEqual([1, 2, 3, 4, 4]);
    expect(flow.quantities[0]?.total).toBe(1 + 2 + 3 + 9 * 4);
  });

  it("reads the estimates that it is asked for", () => {
    const draft = draftOf([buildLine({ amount: { low: 1, likely: 2, high: 4 } })], { horizonQuarters: 1 });
    const cost = (end: "low" | "likely" | "high") => cashFlow(draft, () => end).quarters[0]?.cost;
    expect([cost("low"), cost("likely"), cost("high")]).toEqual([1, 2, 4]);
  });
});

it("whatever the lines, the parts add up to the whole to the cent, either way one adds them", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const { lines, quarters } = cashFlow(draft);
      const total = (side: "benefit" | "cost") =>
        sumMinor(lines.flatMap(({ line, amounts }) => partOn(side, line, amounts) ?? []));
      expect(sumMinor(quarters.map(({ benefit }) => benefit))).toBe(total("benefit"));
      expect(sumMinor(quarters.map(({ cost }) => cost))).toBe(total("cost"));
      for (const { index, benefit, cost, net } of quarters) {
        const signed = lines.map(({ line, amounts }) => minor(signOf(line) * (amounts[index] ?? 0)));
        expect(sumMinor(signed)).toBe(net);
        expect(net).toBe(benefit - cost);
      }
      expect(quarters.at(-1)?.cumulative).toBe(sumMinor(quarters.map(({ net }) => net)));
    }),
  );
});
