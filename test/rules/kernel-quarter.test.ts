import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "#app/kernel/day";
import {
  addQuarters,
  firstDayOf,
  isQuarter,
  type Quarter,
  quarter,
  quarterOf,
  quarterRange,
  quartersBetween,
} from "#app/kernel/quarter";

const anyQuarter = fc
  .record({ year: fc.integer({ min: 1901, max: 2200 }), of: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, of }) => quarter(`${year}-Q${of}`));
const anyCount = fc.integer({ min: -400, max: 400 });
const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(day("1950-01-01"), days));
const firstMonth = fc.integer({ min: 1, max: 12 });

it.each(["2026-Q0", "2026-Q5", "26-Q1", "2026-q1", "2026-Q1 ", "2026Q1", "", "2026-Q1\n"])(
  "%j is not a quarter",
  (text) => {
    expect(isQuarter(text)).toBe(false);
    expect(() => quarter(text)).toThrow(RangeError);
  },
);

it.each(["0000-Q1", "1899-Q4", "3000-Q1", "9999-Q4"])("%s is no quarter that people may say", (text) => {
  expect(isQuarter(text)).toBe(false);
  expect(addQuarters(quarter("2999-Q4"), 40)).toBe("3009-Q4");
});

describe("counting quarters", () => {
  it.each([
    ["2026-Q3", 1, "2026-Q4"],
    ["2026-Q4", 1, "2027-Q1"],
    ["2026-Q1", -1, "2025-Q4"],
    ["2026-Q1", 12, "2029-Q1"],
    ["2026-Q3", 0, "2026-Q3"],
  ])("%s and %d more is %s", (from, count, to) => {
    expect(addQuarters(quarter(from), count)).toBe(to);
  });

  it("adding and counting undo each other", () => {
    fc.assert(
      fc.property(anyQuarter, anyCount, (from, count) => {
        expect(quartersBetween(from, addQuarters(from, count))).toBe(count);
        expect(addQuarters(addQuarters(from, count), -count)).toBe(from);
      }),
    );
  });

  it("later quarters sort later as text", () => {
    fc.assert(
      fc.property(anyQuarter, anyQuarter, (a, b) => Math.sign(quartersBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)),
    );
  });

  it("refuses half quarters and the year before zero", () => {
    expect(() => addQuarters(quarter("2026-Q1"), 0.5)).toThrow(RangeError);
    expect(() => addQuarters(quarter("0000-Q1"), -1)).toThrow(RangeError);
  });

  it("a range holds both ends, and nothing when it runs backwards", () => {
    expect(quarterRange(quarter("2025-Q3"), quarter("2026-Q2"))).toEqual(["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]);
    expect(quarterRange(quarter("2026-Q2"), quarter("2026-Q2"))).toEqual(["2026-Q2"]);
    expect(quarterRange(quarter("2026-Q2"), quarter("2026-Q1"))).toEqual([]);
  });
});

describe("fiscal quarters", () => {
  it.each<[string, number, string]>([
    ["2026-01-01", 1, "2026-Q1"],
    ["2026-03-31", 1, "2026-Q1"],
    ["2026-04-01", 1, "2026-Q2"],
    ["2026-12-31", 1, "2026-Q4"],
    ["2027-01-31", 2, "2026-Q4"],
    ["2027-02-01", 2, "2027-Q1"],
    ["2026-06-30", 7, "2025-Q4"],
    ["2026-07-01", 7, "2026-Q1"],
    ["2026-11-30", 12, "2025-Q4"],
    ["2026-12-01", 12, "2026-Q1"],
    ["2028-02-29", 12, "2027-Q1"],
  ])("%s is in the year from month %d in %s", (on, month, expected) => {
    expect(quarterOf(day(on), month)).toBe(expected);
  });

  it("a quarter's first day opens it and the day before still belongs to the last one, for every first month", () => {
    fc.assert(
      fc.property(anyQuarter, firstMonth, (of, month) => {
        const opens = firstDayOf(of, month);
        expect(quarterOf(opens, month)).toBe(of);
        expect(quarterOf(addDays(opens, -1), month)).toBe(addQuarters(of, -1));
      }),
    );
  });

  it("every day lies between the first days of its quarter and of the next one", () => {
    fc.assert(
      fc.property(anyDay, firstMonth, (on: Day, month) => {
        const of: Quarter = quarterOf(on, month);
        expect(firstDayOf(of, month) <= on).toBe(true);
        expect(on < firstDayOf(addQuarters(of, 1), month)).toBe(true);
      }),
    );
  });
});
