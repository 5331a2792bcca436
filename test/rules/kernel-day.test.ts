import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, day, dayIn, daysBetween, isDay } from "#app/kernel/day";

const anyDay = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays(day("1950-01-01"), days));

it.each(["2026-02-28", "2028-02-29", "2000-02-29", "1900-01-01", "9999-12-31"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true);
});

it.each([
  "2026-02-29",
  "2100-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "2026-01-32",
  "26-01-01",
  "2026-1-1",
  "1899-12-31",
  "0099-01-01",
  "2026-01-01T00:00",
  "2026-01-01\n",
  "",
])("%j is not a day", (text) => {
  expect(isDay(text)).toBe(false);
  expect(() => day(text)).toThrow(RangeError);
});

describe("counting days", () => {
  it.each<[string, number, string]>([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    // The nights on which clocks change are days like any other.
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
  ])("%s and %d days is %s", (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  it("adding and counting undo each other", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -15_000, max: 15_000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  it("leaves the calendar loudly", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(day("1900-01-01"), -1)).toThrow(RangeError);
  });
});

it.each([
  ["2026-06-30T22:30:00Z", "Europe/Paris", "2026-07-01"],
  ["2026-06-30T22:30:00Z", "UTC", "2026-06-30"],
  ["2026-06-30T03:00:00Z", "America/New_York", "2026-06-29"],
  ["2026-12-31T23:30:00Z", "Europe/Paris", "2027-01-01"],
  ["2026-06-30T12:30:00Z", "Pacific/Kiritimati", "2026-07-01"],
])("%s is, in %s, the day %s", (instant, zone, expected) => {
  expect(dayIn(new Date(instant), zone)).toBe(expected);
});

it.each<[string, number, string]>([
  ["2026-11-20", 12, "2027-11-20"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2027-01-31", 13, "2028-02-29"],
  ["2026-12-01", 1, "2027-01-01"],
])("%s and %d months is %s", (from, count, to) => {
  expect(addMonths(day(from), count)).toBe(to);
});
