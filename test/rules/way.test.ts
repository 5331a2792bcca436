import { expect, test } from "vitest";
import type { Stage } from "#app/use-cases/stages";
import { wayOf } from "#app/use-cases/way";

const SIGNS = { done: "x", current: "o", left: "<", ahead: ".", skipped: "-" } as const;

// submitted assessment approved poc pilot production
test.each<[Stage, Stage | null, string]>([
  ["submitted", "draft", "o....."],
  ["poc", "approved", "xxxo.."],
  ["poc", "production", "xxxo.."],
  ["on-hold", "submitted", "<....."],
  ["on-hold", "approved", "xx<..."],
  ["rejected", "assessment", "x<----"],
  ["withdrawn", "submitted", "<-----"],
  ["merged", "submitted", "<-----"],
  ["merged", "draft", "------"],
  ["stopped", "poc", "xxx<--"],
  ["retired", "production", "xxxxx<"],
  ["retired", "submitted", "<-----"],
  ["retired", null, "xxxxx<"],
  ["on-hold", null, "......"],
])("the way of a case that is %s and came from %s is %s", (stage, cameFrom, way) => {
  expect(
    wayOf(stage, cameFrom)
      .map(({ state }) => SIGNS[state])
      .join(""),
  ).toBe(way);
});
