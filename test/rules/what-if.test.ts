import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_MODEL } from "#app/assessment/default-model";
import { resultOf } from "#app/assessment/score";
import { SHIPPED_MODELS } from "#app/assessment/shipped-models";
import { movedAxes, newWeights, type ScoreSheet } from "#app/assessment/weights";
import { quadrantOf } from "#app/committee/ranking";
import { changesBetween, type Place } from "#app/committee/what-if/changes";
import { thresholdsIn, weightIn } from "#app/committee/what-if/wish";

const line = "value-complexity";
const model = { line, ...DEFAULT_MODEL };
const sheetOf = (scores: readonly (readonly number[])[], of = DEFAULT_MODEL): ScoreSheet => ({
  ...{ line, scheme: of.scheme },
  criteria: of.criteria.map(({ key, axis, weight, values }, at) => ({
    ...{ criterionId: at, key, axis, weight, values, scores: scores[at] ?? [] },
  })),
});
const any = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), {
  minLength: DEFAULT_MODEL.criteria.length,
  maxLength: DEFAULT_MODEL.criteria.length,
});

describe("Other weights", () => {
  test("move nothing while they are today's, whatever the scores", () => {
    fc.assert(
      fc.property(any, (scores) => {
        const { weights } = newWeights(
          [model],
          (_, key) => model.criteria.find((one) => one.key === key)?.weight ?? null,
        );
        expect(weights.size).toBe(0);
        expect(movedAxes(sheetOf(scores), weights)).toEqual({});
      }),
    );
  });

  test("give what the model itself would give with them", () => {
    const asked = fc.array(fc.integer({ min: 0, max: 10 }), {
      minLength: model.criteria.length,
      maxLength: model.criteria.length,
    });
    fc.assert(
      fc.property(any, asked, (scores, now) => {
        const { weights } = newWeights(
          [model],
          (_, key) => now[model.criteria.findIndex((one) => one.key === key)] ?? null,
        );
        const sheet = sheetOf(scores);
        const published = {
          ...DEFAULT_MODEL,
          criteria: DEFAULT_MODEL.criteria.map((one) => ({
            ...one,
            weight: weights.get(line)?.get(one.key) ?? one.weight,
          })),
        };
        const anew = resultOf(sheetOf(scores, published).criteria);
        const before = resultOf(sheet.criteria);
        const moved = movedAxes(sheet, weights);
        for (const axis of ["value", "complexity"] as const) {
          expect(moved[axis] ?? before[axis]).toBeCloseTo(anew[axis] ?? Number.NaN, 9);
        }
      }),
    );
  });

  test("leave alone an axis of which nothing is left, a product, and a model that they do not name", () => {
    const none = newWeights([model], (_, key) =>
      key === "benefit" || model.criteria.some((one) => one.key === key && one.axis === "value") ? 0 : null,
    );
    expect(none.weightless).toEqual([{ line, axis: "value" }]);
    expect(none.weights.size).toBe(0);
    expect(newWeights([{ line: "rice", ...SHIPPED_MODELS.rice }], () => 3).weights.size).toBe(0);
    const { weights } = newWeights([{ line: "wsjf", ...SHIPPED_MODELS.wsjf }], () => 3);
    expect(movedAxes(sheetOf([[1], [2]]), weights)).toEqual({});
  });

  test("are read from an address, where they are weights", () => {
    const search = new URLSearchParams("weight.a.one=2,5&weight.a.two=-1&weight.a.three=x&value=60&complexity=900");
    const said = weightIn(search);
    expect(["one", "two", "three", "four"].map((key) => said("a", key))).toEqual([2.5, null, null, null]);
    expect(thresholdsIn(search)).toEqual({ value: 60, complexity: 50 });
    expect(quadrantOf(55, 40, thresholdsIn(search))).toBe("fill-in");
  });
});

const place = (useCaseId: number, rank: number, of: Partial<Place> = {}): Place => ({
  ...{ useCaseId, rank, quadrant: "quick-win" as const, side: "above" as const, value: 1, complexity: 1 },
  ...of,
});

describe("Changes", () => {
  test("come with those that cross the line first, then those that change quadrant, then the widest", () => {
    const today = [place(1, 1), place(2, 2), place(3, 3, { side: "below" }), place(4, 4), place(5, 5)];
    const after = [
      place(4, 1),
      place(1, 2, { quadrant: "fill-in" }),
      place(3, 3, { side: "fits" }),
      place(2, 4),
      place(5, 5),
    ];
    const found = changesBetween(today, after);
    expect(found.map(({ useCaseId, up, crosses, movesQuadrant }) => [useCaseId, up, crosses, movesQuadrant])).toEqual([
      [3, 0, "in", false],
      [1, -1, null, true],
      [4, 3, null, false],
      [2, -2, null, false],
    ]);
    expect(changesBetween(today, today)).toEqual([]);
  });
});
