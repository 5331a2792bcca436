import { describe, expect, it } from "vitest";
import { readForm } from "#app/business-cases/form";
import { readRates } from "#app/business-cases/rate-input";
import { movedLines, type Rate, ratesOn, taken, withRates } from "#app/business-cases/rates";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { timeLine } from "./business-cases-drafts";

const rate = (given: Partial<Rate>): Rate => ({
  ...{ id: 1, code: "hourly-ach", kind: "hourly-cost", name: { fr: "Heure" }, departmentId: 1, price: 4500 },
  ...{ unit: null, validFrom: day("2026-01-01"), source: null, version: 1 },
  ...given,
});
const RATES = [
  rate({ id: 1 }),
  rate({ id: 2, price: 4700, validFrom: day("2026-07-01") }),
  rate({ id: 3, price: 4900, validFrom: day("2027-01-01") }),
  rate({ id: 4, code: "seat", kind: "seat-month", price: 2500, departmentId: null }),
  rate({ id: 5, code: "tokens", kind: "unit", price: 0.25, departmentId: null }),
];

describe("The rates of a day", () => {
  it.each([
    ["2025-12-31", []],
    ["2026-01-01", [1, 4, 5]],
    ["2026-06-30", [1, 4, 5]],
    ["2026-07-01", [2, 4, 5]],
    ["2030-01-01", [3, 4, 5]],
  ])("on %s are those that began last", (on, ids) => {
    expect(ratesOn(RATES, day(on)).map(({ id }) => id)).toEqual(ids);
    expect(ratesOn([...RATES].reverse(), day(on)).map(({ id }) => id)).toEqual(ids);
  });
});

describe("A line that takes its price from the table", () => {
  const today = day("2026-11-22");
  const reader = { currency: "EUR", locale: "fr", rates: ratesOn(RATES, today), suggestions: {}, today } as const;
  const typed = (line: Record<string, string>) => ({
    ...{ firstQuarter: "2026-Q4", horizonQuarters: "4", discountRate: "8" },
    ...Object.fromEntries(Object.entries(line).map(([name, value]) => [`lines.0.${name}`, value])),
  });
  const read = (line: Record<string, string>) => readForm(withRates(typed(line), reader.rates, reader), [], reader);

  it("has it whatever was typed, and says where from", () => {
    const { draft, errors } = read({
      ...{ kind: "licence", label: "Postes", rate: "seat", "seats.likely": "10" },
      ...{ "price.likely": "", "price.low": "1", per: "working-day", startsAfterQuarters: "0" },
    });
    expect(errors).toEqual({});
    expect(draft?.lines[0]).toMatchObject({
      price: { low: 2500, likely: 2500, high: 2500 },
      per: "month",
      rate: { code: "seat", on: "2026-11-22", validFrom: "2026-01-01" },
    });
  });

  it("keeps fractions of a cent", () => {
    const { draft } = read({
      ...{ kind: "usage", label: "Jetons", rate: "tokens", "unitsPerQuarter.likely": "10", startsAfterQuarters: "0" },
    });
    expect(draft?.lines[0]).toMatchObject({ unitPrice: { likely: 0.25 } });
  });

  it("takes no rate of another kind, and none that is unknown", () => {
    for (const code of ["hourly-ach", "gone"]) {
      const { draft, errors } = read({
        ...{ kind: "licence", label: "Postes", rate: code, "seats.likely": "10", "price.likely": "3" },
        ...{ per: "month", startsAfterQuarters: "0" },
      });
      expect(errors).toEqual({});
      expect(draft?.lines[0]).toMatchObject({ price: { likely: 300 } });
      expect(draft?.lines[0]?.rate).toBeUndefined();
    }
  });

  it("is told when the table says otherwise by now, and only then", () => {
    const [first] = RATES;
    if (!first) throw new Error("no rate");
    const line = timeLine({ hourlyCost: minor(4500), rate: taken(first, day("2026-03-01")) });
    expect(movedLines([line], ratesOn(RATES, day("2026-06-01")))).toEqual([]);
    expect(movedLines([line, timeLine()], ratesOn(RATES, today))).toMatchObject([{ was: 4500, rate: { price: 4700 } }]);
  });
});

describe("A pasted table of rates", () => {
  const departments = [{ id: 7, code: "ACH" }];
  const of = (...lines: string[]) => readRates(lines.join("\n"), "EUR", departments);

  it("is read with semicolons, commas or tabs, French decimals too", () => {
    const { rates, faults } = of(
      "code;kind;name_fr;department;price;valid_from;source",
      "hourly-ach;hourly-cost;Heure Achats;ach;45,50;2026-09-01;Paie",
      "tokens;unit;;;0,000015;2026-09-01;",
    );
    expect(faults).toEqual([]);
    expect(rates).toMatchObject([
      { code: "hourly-ach", departmentId: 7, price: 4550, name: { fr: "Heure Achats" }, source: { fr: "Paie" } },
      { code: "tokens", departmentId: null, price: 0.0015, name: { fr: "tokens" } },
    ]);
    expect(of("code,kind,price,valid_from", "a,unit,1.25,2026-01-01").rates).toMatchObject([{ price: 125 }]);
    expect(of("code\tkind\tprice\tvalid_from", "a\tunit\t2\t2026-01-01").rates).toMatchObject([{ price: 200 }]);
  });

  it.each([
    ["a column that misses", ["code;kind;price", "a;unit;1"], 1, "business-cases.rates.error.columns"],
    [
      "a code with blanks",
      ["code;kind;price;valid_from", "a b;unit;1;2026-01-01"],
      2,
      "business-cases.rates.error.code",
    ],
    ["no kind", ["code;kind;price;valid_from", "a;hour;1;2026-01-01"], 2, "business-cases.rates.error.kind"],
    ["a negative price", ["code;kind;price;valid_from", "a;unit;-1;2026-01-01"], 2, "business-cases.error.negative"],
    ["no number", ["code;kind;price;valid_from", "a;unit;cher;2026-01-01"], 2, "desk.input.not-a-number"],
    [
      "half a cent an hour",
      ["code;kind;price;valid_from", "a;hourly-cost;45.005;2026-01-01"],
      2,
      "business-cases.error.cents",
    ],
    ["no day", ["code;kind;price;valid_from", "a;unit;1;31/12/2026"], 2, "desk.input.not-a-day"],
    [
      "the same twice",
      ["code;kind;price;valid_from", "a;unit;1;2026-01-01", "a;unit;2;2026-01-01"],
      3,
      "business-cases.rates.error.twice",
    ],
    [
      "a department that is none",
      ["code;kind;department;price;valid_from", "a;unit;XYZ;1;2026-01-01"],
      2,
      "business-cases.rates.error.department",
    ],
  ])("with %s is refused whole, at its line", (_said, lines, line, key) => {
    const { rates, faults } = of(...lines);
    expect(rates).toEqual([]);
    expect(faults).toMatchObject([{ line, key }]);
  });
});
