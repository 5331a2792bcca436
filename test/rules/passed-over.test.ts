import { describe, expect, test } from "vitest";
import { goesAgainstRank, isLeftOpen, isSettled, passedOver, type Weighed } from "#app/committee/passed-over";
import type { Outcome } from "#app/committee/sessions";
import type { Stage } from "#app/use-cases/stages";

const OWN = 1_000;

const other = (rank: number | null, passes: boolean, outcome: Outcome | null, waits = outcome === null): Weighed => ({
  useCaseId: rank ?? 500,
  reference: `UC-${rank}`,
  title: { en: "A case" },
  rank,
  passes,
  outcome,
  waits,
  onTable: true,
});

const over = (outcome: Outcome, rank: number | null, passes: boolean, field: Weighed[], stage: Stage = "assessment") =>
  passedOver({ useCaseId: OWN, outcome, rank, passes, stage }, field).map((one) => one.rank);

describe("A decision passes over", () => {
  test.each<[string, Outcome, number | null, boolean, Weighed[], (number | null)[]]>([
    ["nothing, alone in the order", "approve", 3, true, [], []],
    ["what is placed before it and waits", "approve", 3, true, [other(2, true, null), other(1, true, null)], [1, 2]],
    ["nothing that is placed behind it", "approve", 1, true, [other(2, true, null)], []],
    ["nothing that the session approved too", "approve", 2, true, [other(1, true, "approve")], []],
    ["nothing that left assessment meanwhile", "approve", 2, true, [other(1, true, null, false)], []],
    ["what was put off", "approve", 2, true, [other(1, true, "not-now")], [1]],
    ["what was rejected", "approve", 2, true, [other(1, true, "reject")], [1]],
    ["what was asked about and waits", "approve", 2, true, [other(1, true, "ask", true)], [1]],
    ["no POC that was asked about", "approve", 2, true, [other(1, true, "ask", false)], []],
    ["nothing that fails the filters", "approve", 2, true, [other(1, false, "not-now"), other(1, false, null)], []],
    ["all that have a place, without one", "approve", null, true, [other(9, true, null)], [9]],
    ["nothing without a place", "approve", 9, true, [other(null, true, "not-now")], []],
    ["what it was preferred to, a no before it", "not-now", 1, true, [other(2, true, "approve")], [2]],
    ["what has no place and was approved", "reject", 1, true, [other(null, true, "approve")], [null]],
    ["nothing by a no behind", "reject", 2, true, [other(1, true, "approve")], []],
    ["nothing by a no to what fails the filters", "not-now", 1, false, [other(2, true, "approve")], []],
    ["nothing by a question", "ask", 1, true, [other(2, true, "approve")], []],
    ["nothing by a stop", "stop", 1, true, [other(2, true, "approve")], []],
    ["nothing by a scale", "scale", 2, true, [other(1, true, "not-now")], []],
  ])("%s", (_, outcome, rank, passes, field, expected) => {
    expect(over(outcome, rank, passes, field)).toEqual(expected);
  });

  test("back from hold, only what its session decided on", () => {
    const field = [other(1, true, null), other(2, true, "not-now")];
    expect(over("approve", null, true, field, "on-hold")).toEqual([2]);
  });

  test("never itself", () => {
    const itself = { ...other(1, true, "approve"), useCaseId: OWN };
    expect(over("not-now", 0, true, [itself])).toEqual([]);
  });
});

describe("A decision goes against the rank", () => {
  const weighed = { said: false, stage: "assessment", rank: 2, passes: true, count: 0 } as const;
  test.each<[string, Outcome, object, boolean]>([
    ["not where it passes over nothing", "approve", {}, false],
    ["where it passes over a case", "approve", { count: 1 }, true],
    ["where it approves what fails the filters", "approve", { passes: false }, true],
    ["not where it refuses what fails the filters", "reject", { passes: false }, false],
    ["where the chair says so", "scale", { said: true }, true],
  ])("%s", (_, outcome, more, expected) => {
    expect(goesAgainstRank(outcome, { ...weighed, ...more })).toBe(expected);
  });
});

test.each<[string, Weighed, boolean, boolean]>([
  ["on the table and undecided", other(1, true, null), false, true],
  ["not on the table", { ...other(1, true, null), onTable: false }, true, true],
  ["put off", other(1, true, "not-now"), true, false],
  ["asked about", other(1, true, "ask"), true, true],
])("What is %s", (_, one, settled, leftOpen) => {
  expect([isSettled(one), isLeftOpen(one)]).toEqual([settled, leftOpen]);
});
