/** Where the pace of a POC leads, and what of it is worth a warning. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AmendedTerms, amendmentOf, stillHolds, yardstickOf } from "#app/delivery/running/amendment";
import { paceOf, projectedOn, reaching } from "#app/delivery/running/projection";
import { type CheckedIn, warningsOf, weeksMissing } from "#app/delivery/running/warning";
import { addDays, type Day, day, daysBetween } from "#app/kernel/day";
import { minor } from "#app/kernel/money";

const on = (text: string, value: number) => ({ on: day(`2026-${text}`), value });

describe("A pace", () => {
  test.each<[string, [string, number][], number, "up" | "down", object]>([
    ["without a point says nothing", [], 100, "up", { kind: "unknown" }],
    ["with one point says nothing", [["01-05", 10]], 100, "up", { kind: "unknown" }],
    [
      "with two points of one day says nothing",
      [
        ["01-05", 10],
        ["01-05", 20],
      ],
      100,
      "up",
      { kind: "unknown" },
    ],
    [
      "goes on as it went",
      [
        ["01-05", 10],
        ["01-12", 24],
      ],
      100,
      "up",
      { kind: "reaches", on: "2026-02-19" },
    ],
    [
      "reads points in any order",
      [
        ["01-12", 24],
        ["01-05", 10],
      ],
      100,
      "up",
      { kind: "reaches", on: "2026-02-19" },
    ],
    [
      "stands still",
      [
        ["01-05", 10],
        ["01-12", 10],
      ],
      100,
      "up",
      { kind: "never" },
    ],
    [
      "goes the other way",
      [
        ["01-05", 20],
        ["01-12", 10],
      ],
      100,
      "up",
      { kind: "never" },
    ],
    [
      "comes down to its line",
      [
        ["01-05", 15],
        ["01-12", 13],
      ],
      10,
      "down",
      { kind: "reaches", on: "2026-01-23" },
    ],
    ["is there with one point", [["01-05", 100]], 100, "up", { kind: "reached", on: "2026-01-05" }],
    [
      "is there since the last time it came",
      [
        ["01-05", 120],
        ["01-12", 90],
        ["01-19", 101],
      ],
      100,
      "up",
      { kind: "reached", on: "2026-01-19" },
    ],
    [
      "forgets what was more than four points ago",
      [
        ["01-01", 0],
        ["01-02", 80],
        ["01-08", 81],
        ["01-15", 82],
        ["01-22", 83],
      ],
      90,
      "up",
      // One a week of late, and not the eighty of the first day: 83 + 7 × 20/3 days.
      { kind: "reaches", on: "2026-03-10" },
    ],
    [
      "too slow for a calendar is never",
      [
        ["01-05", 0],
        ["12-28", 0.001],
      ],
      100,
      "up",
      { kind: "never" },
    ],
  ])("%s", (_, points, line, side, expected) => {
    const all = points.map(([at, value]) => on(at, value));
    expect(reaching(all, line, side)).toEqual(expected);
  });

  const figures = fc
    .uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 200 }), value: fc.integer({ min: 0, max: 100_000 }) }), {
      minLength: 2,
      maxLength: 12,
      selector: ({ at }) => at,
    })
    .map((all) => all.map(({ at, value }) => ({ on: addDays(day("2026-01-01"), at), value })));

  test("never reaches a line before its last point, and at that day has passed it while the day before had not", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 200_000 }), (points, line) => {
        const comes = reaching(points, line, "up");
        if (comes.kind !== "reaches") return;
        const last = points.reduce((a, b) => (a.on > b.on ? a : b));
        expect(comes.on > last.on).toBe(true);
        const then = projectedOn(points, comes.on) ?? 0;
        expect(then).toBeGreaterThanOrEqual(line - 1e-6);
        expect(projectedOn(points, addDays(comes.on, -1)) ?? 0).toBeLessThan(line + 1e-6);
      }),
    );
  });

  test("comes later to a line that is farther away, and is the same for a mirrored indicator", () => {
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        (points, line, more) => {
          const [near, far] = [reaching(points, line, "up"), reaching(points, line + more, "up")];
          if (near.kind === "reaches" && far.kind === "reaches") expect(far.on >= near.on).toBe(true);
          if (near.kind === "never") expect(far.kind).toBe("never");
          const mirrored = points.map((point) => ({ ...point, value: -point.value }));
          expect(reaching(mirrored, -line, "down")).toEqual(near);
        },
      ),
    );
  });

  test("depends on no order, and of what is used nothing comes back", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 400 }), (points, later) => {
        expect(paceOf([...points].reverse())).toBe(paceOf(points));
        const last = points.reduce((a, b) => (a.on > b.on ? a : b));
        expect(projectedOn(points, addDays(last.on, later)) ?? 0).toBeGreaterThanOrEqual(last.value);
      }),
    );
  });
});

const BOX = {
  startsOn: day("2026-10-05"),
  startedOn: day("2026-10-05"),
  endsOn: day("2026-11-30"),
  budgetCapMinor: minor(2_000_000),
  personDaysCap: 60,
  direction: "down" as const,
  threshold: 10,
};

const week = (at: string, more: Partial<CheckedIn> = {}): CheckedIn => ({
  on: day(`2026-${at}`),
  value: null,
  confidence: "on-track",
  spentMinor: null,
  personDays: null,
  ...more,
});

const euros = (amount: number) => ({ spentMinor: minor(amount * 100) });

describe("Warnings", () => {
  test.each<[string, CheckedIn[], string, object[]]>([
    ["none in the first week", [], "10-12", []],
    ["the first check-in is missing after it", [], "10-13", [{ kind: "check-in-missing", weeks: 1 }]],
    ["weeks add up", [week("10-12")], "10-29", [{ kind: "check-in-missing", weeks: 2 }]],
    [
      "money before the end, with the days that are left over",
      [week("10-12", euros(2_000)), week("10-19", euros(6_200))],
      "10-19",
      // 600 € a day: the 13,800 € that are left last 23 days.
      [{ kind: "money-before-end", on: "2026-11-11", days: 19 }],
    ],
    ["a cap that holds is quiet", [week("10-12", euros(1_000)), week("10-19", euros(2_000))], "10-19", []],
    [
      "the first check-in alone has its pace, from nothing on the first day",
      [week("10-12", { ...euros(19_000), personDays: 14 })],
      "10-12",
      [
        { kind: "money-before-end", on: "2026-10-13", days: 48 },
        { kind: "work-before-end", on: "2026-11-04", days: 26 },
      ],
    ],
    ["a check-in on the first day has none", [week("10-05", euros(19_000))], "10-05", []],
    [
      "a cap used up to the cent is kept, and leaves nothing",
      [week("10-12", euros(20_000))],
      "10-12",
      [{ kind: "money-before-end", on: "2026-10-12", days: 49 }],
    ],
    [
      "over is over since the first day",
      [week("10-12", euros(21_000)), week("10-19", euros(22_000))],
      "10-19",
      [{ kind: "over-money", on: "2026-10-12" }],
    ],
    [
      "work before the end",
      [week("10-12", { personDays: 10 }), week("10-19", { personDays: 24 })],
      "10-19",
      [{ kind: "work-before-end", on: "2026-11-06", days: 24 }],
    ],
    [
      "the threshold after the end",
      [week("10-12", { value: 15 }), week("10-19", { value: 14.5 })],
      "10-19",
      [{ kind: "threshold-after-end", on: "2026-12-21", days: 21 }],
    ],
    [
      "no threshold at all",
      [week("10-12", { value: 15 }), week("10-19", { value: 15.5 })],
      "10-19",
      [{ kind: "threshold-never" }],
    ],
    ["a threshold that is reached is quiet", [week("10-12", { value: 15 }), week("10-19", { value: 9 })], "10-19", []],
    ["the team's own word", [week("10-19", { confidence: "off" })], "10-19", [{ kind: "off" }]],
    ["only its last word counts", [week("10-12", { confidence: "off" }), week("10-19")], "10-19", []],
    ["the end comes near", [week("11-18")], "11-18", [{ kind: "ends-soon", days: 12 }]],
    ["the end is passed", [week("12-02")], "12-02", [{ kind: "over-time", days: 2 }]],
  ])("%s", (_, checkIns, today, expected) => {
    expect(warningsOf(BOX, checkIns, day(`2026-${today}`))).toEqual(expected);
  });

  test("take the money from the attempts while no check-in says it", () => {
    const tried = [
      { on: day("2026-10-08"), runCostMinor: minor(1_500_000) },
      { on: day("2026-10-09"), runCostMinor: null },
      { on: day("2026-10-10"), runCostMinor: minor(600_000) },
    ];
    expect(warningsOf(BOX, [], day("2026-10-12"), tried)).toEqual([{ kind: "over-money", on: "2026-10-10" }]);
    expect(warningsOf(BOX, [week("10-12", euros(10))], day("2026-10-12"), tried)).toEqual([]);
  });

  test("foretell a cap only for a day before the end, and only from the last check-in on", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 1, max: 40_000 }),
        (steps, cap) => {
          let sum = 0;
          const checkIns = steps.map((step, at) => {
            sum += step;
            return { ...week("10-05", euros(sum)), on: addDays(BOX.startedOn, (at + 1) * 7) };
          });
          const today = checkIns.at(-1)?.on as Day;
          const all = warningsOf({ ...BOX, budgetCapMinor: minor(cap * 100) }, checkIns, today);
          const money = all.filter(({ kind }) => kind === "over-money" || kind === "money-before-end");
          expect(money.length).toBeLessThanOrEqual(1);
          expect(money.some(({ kind }) => kind === "over-money")).toBe(sum > cap);
          const [coming] = money;
          if (coming?.kind !== "money-before-end") return;
          expect(coming.on < BOX.endsOn).toBe(true);
          expect(coming.days).toBe(daysBetween(coming.on, BOX.endsOn));
        },
      ),
    );
  });

  test.each([
    ["2026-10-05", null, 0],
    ["2026-10-12", null, 0],
    ["2026-10-13", null, 1],
    ["2026-10-20", null, 2],
    ["2026-10-20", "2026-10-13", 0],
    ["2026-10-01", null, 0],
  ])("on %s, last heard of on %s, %i weeks are missing", (today, last, weeks) => {
    expect(weeksMissing(BOX.startedOn, last === null ? null : day(last), day(today))).toBe(weeks);
  });
});

describe("An amendment", () => {
  const terms = {
    ...{ hypothesis: { fr: "Trier suffit" }, kpiName: { fr: "Minutes" }, kpiUnit: "min", threshold: 10 },
    ...{ endsOn: day("2026-11-30"), peopleCap: 3, budgetCapMinor: minor(100), personDaysCap: null },
  };

  test("holds what changes, on both sides, and nothing else", () => {
    expect(amendmentOf(terms, { ...terms, threshold: 12, personDaysCap: 40 })).toEqual({
      terms: ["threshold", "personDaysCap"],
      before: { threshold: 10, personDaysCap: null },
      after: { threshold: 12, personDaysCap: 40 },
    });
    expect(amendmentOf(terms, { ...terms, hypothesis: { fr: "Trier suffit" } }).terms).toEqual([]);
  });

  test("is overtaken when what it set out from no longer holds", () => {
    expect(stillHolds(terms, { threshold: 10 })).toBe(true);
    expect(stillHolds({ ...terms, threshold: 11 }, { threshold: 10 })).toBe(false);
    expect(stillHolds({ ...terms, peopleCap: 9 }, { threshold: 10 })).toBe(true);
  });

  test("moves the threshold, whose seal is told beside it", () => {
    const one = (before: AmendedTerms, verdict: "yes" | "no" | null, signedOn: string | null) => ({
      ...{ before, after: {}, verdict, signedOn: signedOn === null ? null : day(signedOn) },
    });
    expect(yardstickOf(10, [])).toEqual({ threshold: 10, sealed: 10, amendedOn: null });
    const first = one({ threshold: 10 }, "yes", "2026-10-10");
    expect(yardstickOf(14, [first, one({ threshold: 12 }, "yes", "2026-10-20")])).toEqual({
      ...{ threshold: 14, sealed: 10, amendedOn: "2026-10-20" },
    });
    expect(
      yardstickOf(10, [one({ threshold: 10 }, "no", "2026-10-10"), one({ peopleCap: 2 }, "yes", "2026-10-11")]),
    ).toEqual({
      ...{ threshold: 10, sealed: 10, amendedOn: null },
    });
  });
});
