import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import {
  type CaseChange,
  CHANGE_KINDS,
  type ChangeKind,
  sentencesOf,
  stepsOf,
  type ValuedReport,
  whyOf,
} from "#app/portfolio/changes/changes";

const Q2 = quarter("2026-Q2");
const Q3 = quarter("2026-Q3");
const NOTHING_RESTATED = { reports: 0, difference: minor(0) };

const euros = (amount: number) => minor(amount * 100);
const sum = (kind: ChangeKind, cases: number, amount: number) => ({ kind, cases, difference: euros(amount) });

describe("The steps from one quarter to the next", () => {
  test("begin with what was closed, tell what was restated, and pass over what changed nothing", () => {
    const restated = { reports: 1, difference: euros(-20) };
    const steps = stepsOf(
      euros(80),
      euros(115),
      [sum("grown", 2, 30), sum("new", 1, 5), sum("silent", 1, 0)],
      restated,
    );
    expect(steps.map(({ kind, value, total }) => [kind, value / 100, total])).toEqual([
      ["before", 100, true],
      ["restated", -20, false],
      ["new", 5, false],
      ["grown", 30, false],
      ["now", 115, true],
    ]);
  });

  test("lead from the first level to the last one to the cent", () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 }).map(minor);
    const sums = fc.uniqueArray(
      fc.record({ kind: fc.constantFrom(...CHANGE_KINDS), cases: fc.nat(9), difference: amount }),
      { selector: ({ kind }) => kind },
    );
    fc.assert(
      fc.property(amount, sums, amount, (before, kinds, restated) => {
        const now = minor(kinds.reduce<number>((whole, { difference }) => whole + difference, before));
        const steps = stepsOf(before, now, kinds, { reports: 1, difference: restated });
        const walked = steps.slice(0, -1).reduce<number>((level, { value }) => level + value, 0);
        expect(walked).toBe(now);
      }),
    );
  });
});

const report = (of: Partial<ValuedReport>): ValuedReport => ({
  reportId: 1,
  kpiId: 1,
  kpi: { fr: "Minutes" },
  unit: "min",
  quarter: Q3,
  actual: 8,
  realised: euros(100),
  direction: "down",
  baseline: 15,
  valuePerUnit: 100,
  attribution: 1,
  share: 10_000,
  note: null,
  ...of,
});

describe("Why a case moved", () => {
  const earlier = report({ reportId: 9, quarter: Q2, actual: 10, realised: euros(60) });

  test.each<[string, ValuedReport[], object | null]>([
    ["no report in money", [], null],
    ["the same value", [report({ quarter: Q2 }), report({})], null],
    ["a value that moved", [earlier, report({})], { from: 10, to: 8, otherTerms: false, others: 0, reportId: 1 }],
    ["a first value", [report({})], { from: null, to: 8, otherTerms: false }],
    ["a value that is gone", [earlier], { from: 10, to: null, reportId: 9, difference: euros(-60) }],
    [
      "other terms with the same value",
      [report({ quarter: Q2, realised: euros(50), attribution: 0.5 }), report({})],
      { from: 8, to: 8, otherTerms: true, difference: euros(50) },
    ],
    [
      "two KPIs, of which one fell by more than the other rose",
      [earlier, report({}), report({ kpiId: 2, quarter: Q2, realised: euros(90), actual: 3 })],
      { from: 3, to: null, others: 1, difference: euros(-90) },
    ],
    ["a note of the quarter before alone", [{ ...earlier, note: { fr: "Ancien" } }, report({})], { note: null }],
  ])("is told of %s", (_, reports, told) => {
    const why = whyOf(reports, Q3);
    if (told === null) expect(why).toBeNull();
    else expect(why).toMatchObject(told);
  });
});

describe("The account of a quarter", () => {
  const known = { realised: euros(115), provenShare: 0.6, cost: euros(50), forecast: euros(200), kept: 0.575 };
  const before = { realised: euros(100), provenShare: 0.5, cost: euros(40) };
  const moved = (id: number, amount: number): CaseChange => ({
    ...{ id, reference: `UC-000${id}`, title: { fr: "Cas" }, kind: "grown", before: null, now: null },
    ...{ difference: euros(amount), why: null, left: null },
  });

  test("speaks of how much, by which kinds, by which cases, how proven, at what cost and against which promise", () => {
    const sums = [sum("new", 1, 5), sum("grown", 4, 30), sum("shrunk", 2, -20), sum("back", 0, 0)];
    const largest = [moved(1, 20), moved(2, -15), moved(3, 9), moved(4, 1), moved(5, 0.5), moved(6, -5)];
    const said = sentencesOf({ now: known, before, sums, restated: { reports: 2, difference: euros(1) }, largest });
    expect(said.map((one) => ("kind" in one ? one.kind : "of" in one ? one.of.id : one.says))).toEqual([
      ...["value", "restated", "grown", "shrunk", "new"],
      ...[1, 3, 4, 2, 6],
      ...["proof", "cost", "promise"],
    ]);
  });

  test.each([
    ["nothing", { ...known, realised: null }, before],
    ["first", known, { ...before, realised: null }],
    ["value", known, before],
  ])("begins with «%s»", (says, now, past) => {
    const said = sentencesOf({ now, before: past, sums: [], restated: NOTHING_RESTATED, largest: [] });
    expect(said[0]?.says).toBe(says);
  });

  test("says nothing of what is not known", () => {
    const unknown = { realised: null, provenShare: null, cost: null, forecast: null, kept: null };
    const said = sentencesOf({ now: unknown, before, sums: [], restated: NOTHING_RESTATED, largest: [] });
    expect(said).toEqual([{ says: "nothing" }]);
  });
});
