import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DEFAULT_MODEL } from "#app/assessment/default-model";
import { AXES, axisScore, type CriterionScores, resultOf, type Weighed } from "#app/assessment/score";
import { between } from "../support/numbers";

const value = (weight: number, score: number): Weighed => ({ axis: "value", weight, score });

describe("The score of an axis", () => {
  test.each<[string, Weighed[], number | null]>([
    ["is 0 when every score is 1", [value(4, 1), value(2, 1)], 0],
    ["is 100 when every score is 5", [value(4, 5), value(2, 5)], 100],
    ["is 50 in the middle", [value(1, 3)], 50],
    ["weighs: 4 × 4/4 and 2 × 1/4 of 6", [value(4, 5), value(2, 2)], 75],
    ["leaves the other axis alone", [value(1, 5), { axis: "complexity", weight: 9, score: 1 }], 100],
    ["leaves out what weighs nothing", [value(1, 5), value(0, 1)], 100],
    ["is not known without a scored criterion", [], null],
    ["is not known where nothing weighs", [value(0, 4)], null],
  ])("%s", (_, scored, expected) => {
    const score = axisScore("value", scored);
    if (expected === null) expect(score).toBeNull();
    else expect(score).toBeCloseTo(expected, 10);
  });
});

const criterion = (scores: number[], given: Partial<CriterionScores> = {}): CriterionScores => ({
  criterionId: 1,
  axis: "value",
  weight: 1,
  scores,
  ...given,
});

describe("Across assessors", () => {
  test.each<[string, number[], { mean: number | null; spread: number; contested: boolean }]>([
    ["one score is its own mean", [4], { mean: 4, spread: 0, contested: false }],
    ["a point apart is agreement", [3, 4], { mean: 3.5, spread: 1, contested: false }],
    ["two points apart is contested", [2, 4], { mean: 3, spread: 2, contested: true }],
    ["the extremes count, whoever stands between them", [1, 3, 5], { mean: 3, spread: 4, contested: true }],
    ["nobody scored it", [], { mean: null, spread: 0, contested: false }],
  ])("%s", (_, scores, expected) => {
    expect(resultOf([criterion(scores)]).criteria[0]).toMatchObject(expected);
  });

  test("the axis is that of the means, and contested criteria are counted", () => {
    const result = resultOf([
      criterion([5, 5], { criterionId: 1, weight: 3 }),
      criterion([1, 3], { criterionId: 2, weight: 1 }),
      criterion([2], { criterionId: 3, axis: "complexity" }),
    ]);
    expect(result.value).toBeCloseTo(((3 * 1 + 1 * 0.25) / 4) * 100);
    expect(result.complexity).toBeCloseTo(25);
    expect(result.contested).toBe(1);
  });
});

const anyCase = fc.array(
  fc.record({
    criterionId: fc.nat(),
    axis: fc.constantFrom(...AXES),
    weight: between(0, 100),
    scores: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 }),
  }),
  { maxLength: 12 },
);

describe("Whatever is scored", () => {
  it("stays between 0 and 100, or unknown", () => {
    fc.assert(
      fc.property(anyCase, (criteria) => {
        const result = resultOf(criteria);
        for (const axis of AXES) {
          const score = result[axis];
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });

  it("is absolute: another case never moves it, and the order of the assessors neither", () => {
    fc.assert(
      fc.property(anyCase, anyCase, (own, other) => {
        const before = resultOf(own);
        resultOf(other);
        expect(resultOf(own)).toEqual(before);
        const turned = resultOf(own.map((each) => ({ ...each, scores: [...each.scores].reverse() })));
        for (const axis of AXES) expect(turned[axis] ?? -1).toBeCloseTo(before[axis] ?? -1, 9);
      }),
    );
  });

  it("does not fall when one score of an axis rises", () => {
    const scored = fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 9 }), score: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(scored, fc.nat(), (scores, at) => {
        const weighed = scores.map(({ weight, score }) => value(weight, score));
        const raised = weighed.map((each, index) =>
          index === at % weighed.length ? { ...each, score: each.score + 1 } : each,
        );
        expect(axisScore("value", raised) ?? 0).toBeGreaterThan(axisScore("value", weighed) ?? 0);
      }),
    );
  });
});

test("the model that ships has both axes, five anchors a criterion, and every word in both languages", () => {
  for (const axis of ["value", "complexity"])
    expect(DEFAULT_MODEL.criteria.some((each) => each.axis === axis)).toBe(true);
  expect(new Set(DEFAULT_MODEL.criteria.map(({ key }) => key)).size).toBe(DEFAULT_MODEL.criteria.length);
  for (const { name, question, anchors, weight } of DEFAULT_MODEL.criteria) {
    expect(weight).toBeGreaterThan(0);
    expect(anchors).toHaveLength(5);
    for (const told of [name, question, ...anchors]) expect(told.fr && told.en).toBeTruthy();
  }
});
