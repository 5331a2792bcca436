import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "#app/kernel/day";
import type { Evidence } from "#app/kernel/evidence";
import { minor } from "#app/kernel/money";
import { addQuarters, quarter } from "#app/kernel/quarter";
import { movementOf } from "#app/kernel/trend";
import { COST_KINDS, countedCost, countedReport, difference } from "#app/measurement/postings";
import { dashboardOf } from "#app/portfolio/dashboard";
import { drill, filtersFrom } from "#app/portfolio/filters";
import { addUp, type RollupRow, realisedIn } from "#app/portfolio/sums";

const Q = quarter("2026-Q3");
const amount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map(minor);
const cost = fc.integer({ min: 0, max: 1_000_000_00 }).map(minor);

const NO_AMOUNT = minor(0);

const row: fc.Arbitrary<RollupRow> = fc
  .record({
    quarter: fc.integer({ min: -8, max: 3 }).map((back) => addQuarters(Q, back)),
    departmentId: fc.integer({ min: 0, max: 4 }),
    grades: fc.tuple(amount, amount, amount, amount),
    cost,
    runCost: cost,
    forecast: cost,
    forecastCost: cost,
    forecastRunCost: cost,
    reports: fc.nat(20),
    valuedReports: fc.nat(3),
    costEntries: fc.nat(3),
  })
  // Where nothing was reported or entered, there is nothing in the sums either.
  .map((each) => ({
    ...each,
    grades: each.valuedReports ? each.grades : ([NO_AMOUNT, NO_AMOUNT, NO_AMOUNT, NO_AMOUNT] as RollupRow["grades"]),
    cost: each.costEntries ? each.cost : NO_AMOUNT,
    runCost: each.costEntries ? each.runCost : NO_AMOUNT,
  }));

const boardOf = (rows: readonly RollupRow[], of = Q) =>
  dashboardOf({ quarters: rows, parts: rows, quarter: of, departments: [] });

/** The sum of what is known; null where nothing is. */
const known = (amounts: readonly (number | null)[]) =>
  amounts.some((each) => each !== null) ? amounts.reduce<number>((sum, each) => sum + (each ?? 0), 0) : null;

test("The parts of a dashboard add up to its whole, to the cent, whatever was posted", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const board = boardOf(rows);
      const inQuarter = rows.filter((each) => each.quarter === Q);
      const reported = inQuarter.some(({ valuedReports }) => valuedReports > 0);
      expect(board.now.realised).toBe(reported ? realisedIn(addUp(inQuarter)) : null);
      const { lines, whole } = board.byDepartment;
      for (const key of ["realised", "proven", "cost", "runCost", "forecast", "reports"] as const) {
        expect(known(lines.map((line) => line[key]))).toBe(lines.length ? whole[key] : null);
        expect(whole[key]).toBe(board.now[key]);
      }
      for (const grade of [0, 1, 2, 3] as const) {
        expect(known(lines.map((line) => line.grades[grade]))).toBe(whole.grades[grade]);
      }
      expect(known(whole.grades)).toBe(board.now.realised);
      expect(board.series.find((each) => each.quarter === Q)?.realised).toBe(board.now.realised);
      const alone = [0, 1, 2, 3, 4].map((departmentId) =>
        boardOf(rows.filter((each) => each.departmentId === departmentId)),
      );
      expect(known(alone.map((each) => each.now.realised))).toBe(board.now.realised);
      expect(known(alone.map((each) => each.cumulative.cost))).toBe(board.cumulative.cost);
      const before = boardOf(rows, addQuarters(Q, -1));
      const steps = board.changes.reduce((sum, change) => sum + change.difference, 0);
      expect((before.now.realised ?? 0) + steps).toBe(board.now.realised ?? 0);
      expect(known([before.cumulative.realised, board.now.realised])).toBe(board.cumulative.realised);
    }),
  );
});

test("Any run of corrections posts, in the end, what the last one says", () => {
  const state = fc.option(
    fc.record({ evidence: fc.constantFrom<Evidence>(0, 1, 2, 3), realisedMinor: fc.option(amount) }),
  );
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 20 }), (states) => {
      const total: Record<string, number> = {};
      let before: (typeof states)[number] = null;
      for (const after of states) {
        const posted = difference(countedReport(before), countedReport(after));
        for (const [name, by] of Object.entries(posted)) total[name] = (total[name] ?? 0) + by;
        before = after;
      }
      expect(total).toEqual(countedReport(states.at(-1) ?? null));
    }),
  );
});

test.each(COST_KINDS)("A cost of the kind «%s» counts, and for the run unless it builds", (kind) => {
  const counted = countedCost(kind, minor(500));
  expect([counted.costMinor, counted.runCostMinor]).toEqual([500, kind === "build" ? 0 : 500]);
  expect(counted.costEntries).toBe(1);
  expect(countedCost(kind, minor(0)).costEntries).toBe(1);
  expect(countedCost(kind, null)).toMatchObject({ costMinor: 0, costEntries: 0 });
});

const reported: RollupRow = {
  quarter: Q,
  departmentId: 1,
  grades: [minor(0), minor(100), minor(0), minor(200)],
  cost: minor(150),
  runCost: minor(100),
  forecast: minor(0),
  forecastCost: minor(0),
  forecastRunCost: minor(0),
  reports: 2,
  valuedReports: 2,
  costEntries: 1,
};
const silent: RollupRow = {
  ...reported,
  departmentId: 2,
  grades: [NO_AMOUNT, NO_AMOUNT, NO_AMOUNT, NO_AMOUNT],
  reports: 1,
  valuedReports: 0,
};

test("A department that reported nothing in money has no value, no share and no return; the whole has those of the others", () => {
  const rows = [silent, reported];
  const { now, byDepartment, series } = boardOf(rows);
  const [first, last] = byDepartment.lines;
  expect([first?.departmentId, last?.departmentId]).toEqual([1, 2]);
  const unknown = { realised: null, proven: null, provenShare: null, roi: null, provenRoi: null, cost: 150 };
  expect(last).toMatchObject({ ...unknown, grades: [null, null, null, null], forecast: null, kept: null });
  expect(now).toMatchObject({ realised: 300, proven: 200, cost: 300, roi: 0.5 });
  expect(series.at(-1)).toMatchObject({ realised: 300, cost: 300 });
  const unspent = { ...silent, cost: NO_AMOUNT, runCost: NO_AMOUNT, costEntries: 0 };
  const alone = boardOf([unspent]);
  expect([alone.now.cost, alone.now.runCost, alone.cumulative.cost]).toEqual([null, null, null]);
});

test("A quarter before the first report is unknown in comparisons, not zero", () => {
  const rows = [reported];
  const { against, now, cumulative } = boardOf(rows);
  expect(against.realised).toEqual({ value: 300, previous: null, lastYear: null, promised: null });
  expect([now.roi, now.provenRoi, cumulative.roi, now.kept]).toEqual([2, 1, 1, null]);
});

test.each([
  [110, 100, "up", "good", 0.1],
  [90, 100, "up", "bad", -0.1],
  [110, 100, "down", "bad", 0.1],
  [100, 100, "up", "flat", 0],
  [50, -100, "up", "good", null],
  [50, 0, "up", "good", null],
] as const)("From %d to %d, where %s is good, is %s news", (now, before, good, tone, share) => {
  expect(movementOf(now, before, good)).toMatchObject({ tone, share });
});

test("A trend that is not known is none", () => {
  expect(movementOf(1, null, "up")).toBeNull();
  expect(movementOf(null, 1, "up")).toBeNull();
});

test("Filters travel through an address and come back the same", () => {
  const filters = {
    quarter: Q,
    until: null,
    departmentId: 0,
    evidence: "proven",
    case: "UC-0042",
    asOf: null,
  } as const;
  const address = drill("reports", filters);
  expect(address).toBe("/dashboard/reports?quarter=2026-Q3&department=0&evidence=proven&case=UC-0042");
  expect(filtersFrom(new URL(address, "http://x").searchParams)).toEqual(filters);
  const nonsense = new URLSearchParams("quarter=soon&department=-1&evidence=9&case=&on=2026-02-30");
  const nothing = { quarter: null, until: null, departmentId: null, evidence: null, case: null, asOf: null };
  expect(filtersFrom(nonsense)).toEqual(nothing);
});

test("Every figure of a past day leads to its cases of that day", () => {
  const then = { quarter: Q, asOf: day("2026-11-30") };
  for (const page of ["reports", "costs", "cases"] as const) {
    expect(drill(page, then)).toBe("/dashboard/past/cases?on=2026-11-30&quarter=2026-Q3");
  }
  for (const page of ["", "past"] as const) {
    expect(drill(page, then)).toBe("/dashboard/past?on=2026-11-30&quarter=2026-Q3");
  }
  expect(drill("past", { quarter: Q, asOf: null })).toBe("/dashboard/past?quarter=2026-Q3");
  expect(filtersFrom(new URLSearchParams("on=2026-11-30"))).toMatchObject({ asOf: "2026-11-30" });
});
