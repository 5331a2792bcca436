import { describe, expect, test } from "vitest";
import {
  boardOf,
  flowOf,
  monthsUntil,
  type Stays,
  shownOf,
  throughputOf,
  weightedPercentile,
} from "#app/delivery/pipeline";
import { changedBet, missingSides, type PocTerms, reaches, timeUsed, toldPoc, usualEnd } from "#app/delivery/poc";
import { daysLate } from "#app/delivery/sign-offs";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";

const TERMS: PocTerms = {
  hypothesis: { fr: "Trier suffit", en: "Sorting is enough" },
  startsOn: day("2026-10-01"),
  endsOn: day("2026-11-26"),
  peopleCap: 3,
  budgetCapMinor: minor(1_000_000),
  personDaysCap: null,
  dataOwner: "Ada",
  oneFunctionReason: null,
  guardrailName: null,
  guardrailUnit: null,
  guardrailDirection: null,
  guardrailLimit: null,
  team: [{ name: "Lou", role: { fr: "Métier", en: "Business" }, side: "business" }],
  kpiName: { fr: "Minutes" },
  kpiUnit: "min",
  direction: "down",
  baseline: 15,
  threshold: 10,
  vendorId: null,
  modelId: null,
};

describe("A POC", () => {
  test("lasts eight weeks as a rule", () => {
    expect(usualEnd(day("2026-10-01"))).toBe("2026-11-26");
  });

  test.each([
    ["2026-09-15", 0, 0],
    ["2026-10-01", 0, 0],
    ["2026-10-29", 28, 0],
    ["2026-11-26", 56, 0],
    ["2026-11-27", 56, 1],
    ["2026-12-26", 56, 30],
  ])("on %s has used %i days, %i over", (on, days, over) => {
    expect(timeUsed(TERMS, day(on))).toEqual({ days, of: 56, over });
  });

  test.each([
    ["down", 10, true],
    ["down", 9.9, true],
    ["down", 10.1, false],
    ["up", 10, true],
    ["up", 9.9, false],
    ["up", null, null],
  ] as const)("going %s with %s reaches a threshold of 10: %s", (direction, result, reached) => {
    expect(reaches({ direction, threshold: 10 }, result)).toBe(reached);
  });

  test.each<[Partial<PocTerms>, string[]]>([
    [{}, []],
    [{ team: [], dataOwner: "Lou", modelId: 3 }, []],
    [{ endsOn: day("2026-12-24"), peopleCap: 5 }, ["endsOn", "peopleCap"]],
    [{ threshold: 12 }, ["threshold"]],
    [{ startsOn: day("2026-12-01"), baseline: 20 }, ["startsOn", "baseline"]],
    [{ hypothesis: { fr: "Autre chose", en: "Sorting is enough" } }, ["hypothesis"]],
  ])("with %o has changed its bet on %o", (after, changed) => {
    expect(changedBet(TERMS, { ...TERMS, ...after })).toEqual(changed);
  });

  test("keeps the other language of what is told, and of a member's role", () => {
    const { hypothesis: _, kpiName: __, team: ___, ...plain } = TERMS;
    const typed = {
      ...plain,
      hypothesis: "Sorting alone is enough",
      kpiName: "Minutes",
      guardrailName: null,
      oneFunctionReason: null,
      team: [{ name: "Lou", role: "Business side", side: "business" as const }],
      id: 1,
      version: 1,
    };
    const told = toldPoc(typed, TERMS, "en");
    expect(told.hypothesis).toEqual({ fr: "Trier suffit", en: "Sorting alone is enough" });
    expect(told.team[0]?.role).toEqual({ fr: "Métier", en: "Business side" });
  });

  test("says which side of the house is missing", () => {
    expect(missingSides(TERMS.team)).toEqual(["technical"]);
    expect(missingSides([])).toEqual(["business", "technical"]);
  });
});

describe("A sign-off", () => {
  test.each([
    ["2026-11-20", "2026-11-20", 0],
    ["2026-11-20", "2026-11-22", 2],
    ["2026-11-20", "2026-11-01", 0],
  ])("due on %s is on %s late by %i days", (due, today, late) => {
    expect(daysLate(day(due), day(today))).toBe(late);
  });

  test("without a due day is never late", () => {
    expect(daysLate(null, day("2030-01-01"))).toBe(0);
  });
});

describe("The flow of cases", () => {
  const stay = (stage: string, next: string | null, days: number | null, count = 1): Stays => ({
    stage,
    next,
    days,
    count,
  });

  test("counts who went on, back and out, and how long they stayed", () => {
    const flow = flowOf([
      stay("poc", "pilot", 60, 2),
      stay("poc", "production", 90),
      stay("poc", "stopped", 30),
      stay("poc", "assessment", 10),
      stay("poc", null, null, 3),
      stay("draft", "submitted", 5),
    ]);
    expect(flow.find(({ stage }) => stage === "poc")).toEqual({
      stage: "poc",
      entered: 8,
      still: 3,
      onward: 3,
      back: 1,
      out: 1,
      conversion: 3 / 5,
      medianDays: 60,
      p85Days: 90,
    });
    expect(flow.find(({ stage }) => stage === "pilot")).toMatchObject({
      entered: 0,
      conversion: null,
      medianDays: null,
    });
  });

  test.each([
    [[], null],
    [[[5, 1]], 5],
    [
      [
        [1, 1],
        [9, 1],
      ],
      1,
    ],
    [
      [
        [9, 3],
        [1, 1],
      ],
      9,
    ],
    [
      [
        [1, 2],
        [2, 2],
        [3, 1],
      ],
      2,
    ],
  ] as [number[][], number | null][])("has of %j the median %s", (pairs, median) => {
    expect(
      weightedPercentile(
        pairs.map(([value = 0, count = 0]) => ({ value, count })),
        0.5,
      ),
    ).toBe(median);
  });

  test.each([
    [0.85, 17],
    [0.5, 10],
    [1, 20],
    [0.01, 1],
  ])("has of the days 1 to 20 the share %f at %i days", (share, days) => {
    const values = Array.from({ length: 20 }, (_, at) => ({ value: at + 1, count: 1 }));
    expect(weightedPercentile(values, share)).toBe(days);
  });

  test("by month names every month up to this one, those without a case as well", () => {
    expect(monthsUntil(day("2026-02-20"), 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    const rows = [
      { month: "2026-01", stage: "approved", count: 2 },
      { month: "2026-01", stage: "approved", count: 1 },
      { month: "2020-01", stage: "approved", count: 9 },
    ];
    const none = { submitted: 0, approved: 0, production: 0, stopped: 0 };
    expect(throughputOf(rows, ["2025-12", "2026-01"])).toEqual([
      { month: "2025-12", ...none },
      { month: "2026-01", ...none, approved: 3 },
    ]);
  });
});

describe("A board", () => {
  test.each([
    ["", { departmentId: null, lanes: false, query: "" }],
    ["department=3&lanes=department", { departmentId: 3, lanes: true, query: "department=3&lanes=department" }],
    ["department=-1&lanes=yes&x=1", { departmentId: null, lanes: false, query: "" }],
  ])("is asked for by «%s»", (query, asked) => {
    expect(boardOf(new URLSearchParams(query))).toEqual(asked);
  });

  test("shows all its cards up to a thousand, and the oldest of each column beyond", () => {
    expect([0, 1_000, 1_001].map(shownOf)).toEqual([1_000, 1_000, 100]);
  });
});
