import { expect, test } from "vitest";
import type { CriterionDraft } from "#app/assessment/model";
import { changesOfModel, changesOfWhole } from "#app/assessment/model-changes";

const one = (key: string, of: Partial<CriterionDraft> = {}): CriterionDraft => ({
  ...{ key, axis: "value", weight: 2, name: { fr: key }, question: {}, anchors: [{}, {}, {}, {}, {}], values: null },
  ...of,
});

test.each<[string, CriterionDraft[], CriterionDraft[], string[]]>([
  ["nothing", [one("a"), one("b")], [one("a"), one("b", { question: { fr: "", en: "" } })], []],
  ["a weight and a word", [one("a")], [one("a", { weight: 3, name: { fr: "A" } })], ["a name", "a weight"]],
  ["an anchor in one language", [one("a")], [one("a", { anchors: [{}, { en: "More" }, {}, {}, {}] })], ["a anchors"]],
  [
    "the quantities of a ratio",
    [one("a", { values: [1, 2, 3, 5, 8] })],
    [one("a", { values: [1, 2, 3, 5, 13] })],
    ["a values"],
  ],
  ["the axis", [one("a")], [one("a", { axis: "complexity" })], ["a axis"]],
  ["one more and one less", [one("a"), one("b")], [one("c"), one("b")], ["c added", "a removed"]],
  ["two that change places", [one("a"), one("b"), one("c")], [one("b"), one("a"), one("c")], ["b moved", "a moved"]],
  ["none moved where one left", [one("a"), one("b"), one("c")], [one("b"), one("c")], ["a removed"]],
])("Between two versions %s is told", (_title, before, after, said) => {
  const found = changesOfModel({ criteria: before }, { criteria: after });
  expect(
    found.map((change) => `${change.criterion.key} ${change.what === "changed" ? change.part : change.what}`),
  ).toEqual(said);
});

const whole = { name: { fr: "Valeur" }, scheme: "weighted" as const, departmentIds: [1, 2], aiTypes: ["chat"] };

test.each<[string, Partial<Parameters<typeof changesOfWhole>[0]>, string[]]>([
  ["nothing", { departmentIds: [2, 1] }, []],
  ["its name", { name: { fr: "Valeur", en: "Value" } }, ["name"]],
  ["how it counts", { scheme: "product-ratio" }, ["scheme"]],
  ["another department", { departmentIds: [1, 3] }, ["scope"]],
  ["one department less", { departmentIds: [1] }, ["scope"]],
  ["every case instead of a kind", { aiTypes: [] }, ["scope"]],
])("Of the whole model %s is told", (_title, after, said) => {
  expect(changesOfWhole(whole, { ...whole, ...after })).toEqual(said);
});
