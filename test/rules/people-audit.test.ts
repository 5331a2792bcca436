import { describe, expect, it } from "vitest";
import { day, startOfDay } from "#app/kernel/day";
import { changesOf, wordsOf } from "#app/people/audit-changes";
import { isSubject } from "#app/people/audit-subjects";

const json = (value: object) => JSON.stringify(value);

describe("What an audit event changed", () => {
  it.each([
    ["only what differs", { a: 1, b: 2 }, { a: 1, b: 3 }, [{ field: "b", before: 2, after: 3 }]],
    ["what came", null, { a: 1 }, [{ field: "a", before: undefined, after: 1 }]],
    ["what went", { a: 1 }, null, [{ field: "a", before: 1, after: undefined }]],
    ["what became unknown", { a: 1 }, { a: null }, [{ field: "a", before: 1, after: null }]],
    ["lists as a whole", { a: [1, 2] }, { a: [2] }, [{ field: "a", before: [1, 2], after: [2] }]],
    ["nothing", { a: { b: 1 } }, { a: { b: 1 } }, []],
  ])("is %s", (_, before, after, expected) => {
    expect(changesOf(before && json(before), after && json(after))).toEqual(expected);
  });

  it("is nothing when the event tells neither side", () => expect(changesOf(null, null)).toEqual([]));

  it.each([
    ["discountRate", "discount rate"],
    ["hourlyCostMinor", "hourly cost"],
    ["name", "name"],
  ])("%s reads «%s»", (field, words) => expect(wordsOf(field)).toBe(words));
});

it.each([
  ["2026-07-01", "Europe/Paris", "2026-06-30T22:00:00Z"],
  ["2026-01-01", "Europe/Paris", "2025-12-31T23:00:00Z"],
  // The clocks change on these days, after midnight.
  ["2026-03-29", "Europe/Paris", "2026-03-28T23:00:00Z"],
  ["2026-10-25", "Europe/Paris", "2026-10-24T22:00:00Z"],
  ["2026-06-30", "America/New_York", "2026-06-30T04:00:00Z"],
  ["2026-06-30", "Pacific/Kiritimati", "2026-06-29T10:00:00Z"],
  ["2026-06-30", "Asia/Kolkata", "2026-06-29T18:30:00Z"],
  ["2026-06-30", "UTC", "2026-06-30T00:00:00Z"],
])("The day %s begins in %s at %s", (on, zone, instant) => {
  expect(startOfDay(day(on), zone).toISOString()).toBe(new Date(instant).toISOString());
});

it("every kind of thing that a command records has its words", () => {
  const sources = Object.values(
    import.meta.glob<string>("../../app/**/*.server.ts", { query: "?raw", import: "default", eager: true }),
  );
  const recorded = new Set(
    sources.flatMap((source) => [...source.matchAll(/subject: "([a-z-]+)"/g)].map(([, name]) => name)),
  );
  expect(recorded.size).toBeGreaterThan(5);
  expect([...recorded].filter((name) => !isSubject(name ?? ""))).toEqual([]);
});
