import { describe, expect, test } from "vitest";
import { LEADS_TO, OUTCOMES, outcomesAt } from "#app/committee/sessions";
import { nextStages, STAGES } from "#app/use-cases/stages";

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
