import { describe, expect, it, test } from "vitest";
import { isKey } from "#app/locales/speech";
import type { Kept } from "#app/people/audit-changes";
import { idsIn, keysOfValue, namedBy } from "#app/people/audit-values";

describe("A kept value", () => {
  it.each([
    ["kind", "security", "delivery.sign-off.kind.security"],
    ["kind", "licence", "business-cases.kind.licence"],
    ["verdict", "scale", "delivery.verdict.scale"],
    ["verdict", "no", "desk.no"],
    ["outcome", "not-now", "committee.outcome.not-now"],
    ["overridden", "legal-sign-off", "safeguards.requirement.legal-sign-off"],
    ["evidence", 3, "portfolio.evidence.3"],
    ["side", "benefit", "business-cases.flow.benefit"],
    ["side", "technical", "delivery.poc.side.technical"],
    ["status", "planned", "committee.status.planned"],
    ["status", "in-review", "measurement.quarter.status.in-review"],
    ["status", "failed", "imports.status.failed"],
    ["axis", "complexity", "assessment.axis.complexity"],
    ["field", "paybackQuarters", "prioritise.field.paybackQuarters"],
    ["operator", "at-most", "prioritise.operator.at-most"],
    ["direction", "down", "measurement.direction.down"],
    ["overTime", "latest", "measurement.over-time.latest"],
    ["review", "sent-back", "measurement.review.sent-back"],
    ["aiActClass", "high", "safeguards.ai-act-class.high"],
    ["augmentOrReplace", "replace", "safeguards.augment.replace"],
    ["hosting", "third-country", "delivery.hosting.third-country"],
    ["type", "start-up", "delivery.vendor-type.start-up"],
    ["per", "working-day", "business-cases.per.working-day"],
    ["theme", "dark", "desk.theme.dark"],
    ["locale", "fr", "people.language.fr"],
    ["roles", "chair", "people.role.chair"],
    ["stage", "on-hold", "use-cases.stage.on-hold"],
    ["timesPer", "week", "use-cases.times-per.week"],
    ["aiType", "generative", "use-cases.ai-type.generative"],
    ["source", "hackathon", "use-cases.source.hackathon"],
  ])("%s %s is said by %s", (field, value, key) => {
    expect(keysOfValue(field, value).find(isKey)).toBe(key);
  });

  it("of no closed set is said as it is", () => {
    expect(keysOfValue("title", "stop")).toEqual([]);
    expect(keysOfValue("constructor", "stop")).toEqual([]);
    expect(keysOfValue("kind", "toString").find(isKey)).toBeUndefined();
  });
});

test("Ids are found by their field, also inside lists and records, on both sides of a change", () => {
  const change = (field: string, before: Kept | undefined, after: Kept | undefined) => ({ field, before, after });
  const found = idsIn([
    change("ownerId", 3, 4),
    change("departmentIds", [1], [1, 2]),
    change("scores", undefined, [{ criterionId: 8, score: 4 }]),
    change("score", 5, null),
    change("requestedBy", undefined, "not an id"),
  ]);
  expect([...found].map(([kind, ids]) => [kind, [...ids]])).toEqual([
    ["person", [3, 4]],
    ["department", [1, 2]],
    ["criterion", [8]],
  ]);
  expect(namedBy("toString")).toBeNull();
});
