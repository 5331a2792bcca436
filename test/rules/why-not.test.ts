import { describe, expect, test } from "vitest";
import { nextStages, STAGES, type Stage, whyNot } from "#app/use-cases/stages";

describe("A move that cannot be made", () => {
  test.each<[Stage | null, Stage, string]>([
    ["poc", "rejected", "has-a-result"],
    ["pilot", "rejected", "has-a-result"],
    ["production", "rejected", "has-a-result"],
    ["retired", "rejected", "has-a-result"],
    ["submitted", "stopped", "nothing-to-stop"],
    ["approved", "stopped", "nothing-to-stop"],
    ["production", "stopped", "nothing-to-stop"],
    ["merged", "stopped", "cannot-follow"],
    ["merged", "rejected", "cannot-follow"],
    ["stopped", "stopped", "cannot-follow"],
    ["draft", "production", "cannot-follow"],
  ])("from %s to %s is refused as «%s»", (from, to, why) => {
    expect(nextStages(from)).not.toContain(to);
    expect(whyNot(from, to)).toBe(why);
  });

  test("is never said of an approved case that it has a result while it may be refused", () => {
    for (const from of STAGES) {
      if (nextStages(from).includes("rejected")) continue;
      expect(["has-a-result", "cannot-follow"]).toContain(whyNot(from, "rejected"));
    }
  });
});
