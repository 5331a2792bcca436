import { describe, expect, test } from "vitest";
import {
  goesAgainstRank,
  LEADS_TO,
  OUTCOMES,
  type Outcome,
  outcomesAt,
  type RankedItem,
} from "#app/committee/sessions";
import { nextStages, STAGES } from "#app/use-cases/stages";

const item = (rank: number | null, passes: boolean, outcome: Outcome | null): RankedItem => ({ rank, passes, outcome });

describe("A decision goes against the rank", () => {
  test.each<[string, Outcome, number | null, boolean, RankedItem[], boolean]>([
    ["an approval alone on the table", "approve", 3, true, [], false],
    ["an approval of what fails the filters", "approve", 1, false, [], true],
    ["an approval below a case that was put off", "approve", 2, true, [item(1, true, "not-now")], true],
    ["an approval below a case that was rejected", "approve", 2, true, [item(1, true, "reject")], true],
    ["an approval above a case that was put off", "approve", 1, true, [item(2, true, "not-now")], false],
    ["an approval below one that was put off for failing", "approve", 2, true, [item(1, false, "not-now")], false],
    ["an approval below a case not decided yet", "approve", 2, true, [item(1, true, null)], false],
    ["an approval of an unranked case below one put off", "approve", null, true, [item(9, true, "not-now")], true],
    ["an approval beside an unranked case put off", "approve", 9, true, [item(null, true, "not-now")], false],
    ["a no above a case that was approved", "not-now", 1, true, [item(2, true, "approve")], true],
    ["a rejection above an unranked case approved", "reject", 1, true, [item(null, true, "approve")], true],
    ["a no below a case that was approved", "reject", 2, true, [item(1, true, "approve")], false],
    ["a no to what fails the filters", "not-now", 1, false, [item(2, true, "approve")], false],
    ["a stop, whatever was approved", "stop", 1, true, [item(2, true, "approve")], false],
    ["a scale, whatever was put off", "scale", 2, true, [item(1, true, "not-now")], false],
  ])("%s", (_, outcome, rank, passes, others, expected) => {
    expect(goesAgainstRank(outcome, { rank, passes }, others)).toBe(expected);
  });
});

describe("What can be decided", () => {
  test.each(STAGES.map((stage) => [stage]))("at %s leads only to stages that can follow", (stage) => {
    for (const outcome of outcomesAt(stage)) {
      const to = LEADS_TO[outcome];
      if (to && to !== stage) expect(nextStages(stage)).toContain(to);
    }
  });

  test("is nothing of a draft, of a case of unknown stage, or of one that is over", () => {
    for (const stage of [null, "draft", "merged", "rejected", "retired", "stopped"] as const) {
      expect(outcomesAt(stage)).toEqual([]);
    }
  });

  test("is an approval only where a case was assessed, and every outcome is possible somewhere", () => {
    expect(STAGES.filter((stage) => outcomesAt(stage).includes("approve"))).toEqual(["assessment", "on-hold"]);
    for (const outcome of OUTCOMES) {
      expect(STAGES.some((stage) => outcomesAt(stage).includes(outcome))).toBe(true);
    }
  });

  test("is a new date for what is on hold already", () => {
    expect(outcomesAt("on-hold")).toContain("not-now");
    expect(LEADS_TO["not-now"]).toBe("on-hold");
  });
});
