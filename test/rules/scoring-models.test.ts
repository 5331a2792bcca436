import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DEFAULT_MODEL } from "#app/assessment/default-model";
import { covers, type InForce, type ModelContent, modelFor, problemsOf } from "#app/assessment/model";
import { bounds, position } from "#app/assessment/ratio";
import { type CriterionScores, resultOf } from "#app/assessment/score";
import { SHIPPED_LINES, SHIPPED_MODELS } from "#app/assessment/shipped-models";

const { rice, wsjf } = SHIPPED_MODELS;

/** The criteria of a model, each with these scores, in their order. */
const scored = (model: ModelContent, ...scores: number[][]): CriterionScores[] =>
  model.criteria.map(({ axis, weight, values }, at) => ({
    ...{ criterionId: at, axis, weight, values: values ?? null },
    scores: scores.map((row) => row[at] ?? 0),
  }));

describe("RICE", () => {
  test("is reach × impact × confidence ÷ effort, with the quantities of its anchors", () => {
    // 250 people × 1 × 80 % ÷ 3 person-months.
    const { native } = resultOf(scored(rice, [3, 3, 4, 3]), rice.scheme);
    expect(native).toEqual({ numerator: 200, denominator: 3, score: 200 / 3 });
  });

  test("takes the mean of what the assessors estimate, in its unit", () => {
    // Reach (250 + 1,000) ÷ 2; the rest alike.
    const { native, criteria } = resultOf(scored(rice, [3, 3, 5, 2], [4, 3, 5, 2]), rice.scheme);
    expect(native?.score).toBe(625);
    expect(criteria[0]).toMatchObject({ mean: 3.5, quantity: 625, spread: 1, contested: false });
  });

  test("stands on the map between the least and the most that it can say, by ratio", () => {
    expect(resultOf(scored(rice, [1, 1, 1, 1]), rice.scheme)).toMatchObject({ value: 0, complexity: 0 });
    expect(resultOf(scored(rice, [5, 5, 5, 5]), rice.scheme)).toMatchObject({ value: 100, complexity: 100 });
    // Effort from 0.5 to 12: a person-month is ln 2 ÷ ln 24 of the way.
    expect(resultOf(scored(rice, [1, 1, 1, 2]), rice.scheme).complexity).toBeCloseTo(
      (Math.log(2) / Math.log(24)) * 100,
    );
  });

  test("has no score while a criterion has none, rather than a wrong one", () => {
    const [first, ...rest] = scored(rice, [3, 3, 3, 3]);
    const without = [{ ...first, scores: [] } as CriterionScores, ...rest];
    expect(resultOf(without, rice.scheme)).toMatchObject({ value: null, native: null });
    expect(resultOf(without, rice.scheme).complexity).not.toBeNull();
  });
});

describe("WSJF", () => {
  test("is the cost of delay ÷ the job’s size, on steps of the modified Fibonacci scale", () => {
    // 13 + 8 + 3 over 5.
    const { native } = resultOf(scored(wsjf, [5, 4, 2, 3]), wsjf.scheme);
    expect(native).toEqual({ numerator: 24, denominator: 5, score: 4.8 });
    const steps = [1, 2, 3, 5, 8, 13, 20, 40, 100];
    for (const { values } of wsjf.criteria) expect(values?.every((value) => steps.includes(value))).toBe(true);
  });

  test("heeds weights above the line", () => {
    const heavy = wsjf.criteria.map((criterion) => ({ ...criterion, weight: criterion.key === "wsjf-time" ? 2 : 1 }));
    expect(resultOf(scored({ ...wsjf, criteria: heavy }, [1, 5, 1, 1]), "sum-ratio").native?.score).toBe(28);
  });

  test("puts cases of one ratio on one slanting line of the map", () => {
    const at = (cost: number, size: number) => ({
      value: position(cost, { least: 3, most: 39 }) ?? 0,
      complexity: position(size, { least: 1, most: 13 }) ?? 0,
    });
    // Both axes run over a thirteenfold: equal steps of either are equal ratios.
    const [one, other] = [at(12, 2), at(24, 4)];
    expect(one.value - one.complexity).toBeCloseTo(other.value - other.complexity, 9);
  });
});

describe("A third axis", () => {
  test("of risk is a weighted mean, whatever the scheme, and unknown where no criterion is on it", () => {
    const risk: CriterionScores = { criterionId: 99, axis: "risk", weight: 1, scores: [4] };
    expect(resultOf(scored(rice, [3, 3, 3, 3]), rice.scheme).risk).toBeNull();
    expect(resultOf([...scored(rice, [3, 3, 3, 3]), risk], rice.scheme).risk).toBe(75);
    expect(resultOf([...scored(DEFAULT_MODEL, [3]), risk]).risk).toBe(75);
  });
});

describe("Whatever is scored with a ratio", () => {
  it("stays on the map, rises above the line with each score, and its native score falls with each below", () => {
    const scores = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(rice, wsjf), scores, fc.integer({ min: 0, max: 3 }), (model, row, at) => {
        const before = resultOf(scored(model, row), model.scheme);
        const raised = row.map((score, place) => (place === at ? score + 1 : score));
        const after = resultOf(scored(model, raised), model.scheme);
        for (const { value, complexity } of [before, after]) {
          for (const axis of [value, complexity]) {
            expect(axis).toBeGreaterThanOrEqual(0);
            expect(axis).toBeLessThanOrEqual(100);
          }
        }
        const above = model.criteria[at]?.axis === "value";
        const [old, next] = [before.native?.score ?? 0, after.native?.score ?? 0];
        if (above) expect(next).toBeGreaterThan(old);
        else expect(next).toBeLessThan(old);
        expect((above ? after.value : after.complexity) ?? 0).toBeGreaterThan(
          (above ? before.value : before.complexity) ?? 0,
        );
      }),
    );
  });

  test("outside what the model can say, it stays at the edge; where the model says nothing, it is unknown", () => {
    expect(position(1e9, { least: 1, most: 10 })).toBe(100);
    expect(position(0.1, { least: 1, most: 10 })).toBe(0);
    expect(position(5, { least: 3, most: 3 })).toBeNull();
    expect(position(0, { least: 1, most: 10 })).toBeNull();
    expect(bounds("product-ratio", [])).toEqual({ least: 1, most: 1 });
  });
});

describe("A model that ships", () => {
  test.each(SHIPPED_LINES)("%s can be published as it is, and says everything in both languages", (line) => {
    const model = SHIPPED_MODELS[line];
    expect(problemsOf(model)).toEqual([]);
    for (const { name, question, anchors } of model.criteria) {
      for (const told of [model.name, name, question, ...anchors]) expect(told.fr && told.en).toBeTruthy();
    }
  });
});

describe("What keeps a draft from being published", () => {
  const good = rice.criteria;
  const [first] = good;
  if (!first) throw new Error("RICE has no criterion");
  test.each<[string, Partial<ModelContent>, { problem: string; at: number | null }[]]>([
    ["nothing on value", { criteria: good.slice(3) }, [{ problem: "no-value", at: null }]],
    ["nothing on complexity", { criteria: good.slice(0, 3) }, [{ problem: "no-complexity", at: null }]],
    [
      "an axis that weighs nothing",
      { criteria: good.map((one) => ({ ...one, weight: one.axis === "complexity" ? 0 : 1 })) },
      [{ problem: "no-weight", at: 3 }],
    ],
    ["one key twice", { criteria: [...good, first] }, [{ problem: "same-key", at: 4 }]],
    [
      "no name",
      { criteria: good.map((one, at) => (at ? one : { ...one, name: {} })) },
      [{ problem: "nameless", at: 0 }],
    ],
    [
      "an anchor without words",
      {
        criteria: good.map((one, at) =>
          at ? one : { ...one, anchors: one.anchors.map((told, score) => (score ? told : {})) },
        ),
      },
      [{ problem: "anchors-missing", at: 0 }],
    ],
    [
      "no quantities in a ratio",
      { criteria: good.map((one, at) => (at ? one : { ...one, values: null })) },
      [{ problem: "values-missing", at: 0 }],
    ],
    [
      "quantities that do not rise",
      { criteria: good.map((one, at) => (at ? one : { ...one, values: [1, 2, 2, 3, 4] })) },
      [{ problem: "values-not-rising", at: 0 }],
    ],
    [
      "a quantity of nothing",
      { criteria: good.map((one, at) => (at ? one : { ...one, values: [0, 1, 2, 3, 4] })) },
      [{ problem: "values-not-rising", at: 0 }],
    ],
  ])("%s", (_, changes, expected) => {
    expect(problemsOf({ ...rice, ...changes })).toEqual(expected);
  });

  test("a weighted model needs no quantities", () => {
    expect(problemsOf({ ...DEFAULT_MODEL, criteria: good.map((one) => ({ ...one, values: null })) })).toEqual([]);
  });
});

describe("Which model a case is scored with", () => {
  const model = (id: number, more: Partial<InForce> = {}): InForce => ({
    id,
    active: true,
    departmentIds: null,
    aiTypes: null,
    ...more,
  });
  const useCase = { departmentId: 3, aiType: "vision" };
  test.each<[string, InForce[], number | null]>([
    ["the newest for all", [model(1), model(2)], 2],
    ["none that is withdrawn", [model(1), model(2, { active: false })], 1],
    ["its department’s before that for all, however old", [model(1, { departmentIds: [3] }), model(2)], 1],
    ["its type’s before that for all", [model(1, { aiTypes: ["vision"] }), model(2)], 1],
    ["its department’s before its type’s", [model(1, { departmentIds: [3] }), model(2, { aiTypes: ["vision"] })], 1],
    ["both before one", [model(1, { departmentIds: [3], aiTypes: ["vision"] }), model(2, { departmentIds: [3] })], 1],
    ["none of another department’s", [model(1), model(2, { departmentIds: [4] })], 1],
    ["none of another type’s", [model(1), model(2, { aiTypes: ["rpa"] })], 1],
    ["none at all", [model(2, { departmentIds: [4] })], null],
  ])("is %s", (_, models, expected) => {
    expect(modelFor(models, useCase)?.id ?? null).toBe(expected);
  });

  test("a case without department or type is covered by what is for all alone", () => {
    const nowhere = { departmentId: null, aiType: null };
    expect(covers(model(1), nowhere)).toBe(true);
    expect(covers(model(1, { departmentIds: [3] }), nowhere)).toBe(false);
    expect(covers(model(1, { aiTypes: ["rpa"] }), nowhere)).toBe(false);
  });
});
