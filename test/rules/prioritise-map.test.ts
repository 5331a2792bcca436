import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawLine, type Limits, mostWorth, NO_LIMITS, type Standing } from "#app/committee/line";
import { clustersOf, columnsFor, membersOf } from "#app/committee/map/clusters";
import { scaleOf, shareOn } from "#app/committee/map/scale";
import { mapSettingsFrom, USUAL_MAP } from "#app/committee/map/settings";
import { between } from "../support/numbers";

const share = between(0, 1);
const spots = fc.array(fc.record({ x: share, y: share }), { maxLength: 300 });

describe("Clusters of the map", () => {
  test("lose nobody: each case is in exactly one, and the address of its cell finds it again", () => {
    fc.assert(
      fc.property(spots, (given) => {
        const named = given.map((spot, id) => ({ ...spot, id }));
        const clusters = clustersOf(named);
        const ids = clusters.flatMap(({ members }) => members.map(({ id }) => id));
        expect(ids.toSorted((a, b) => a - b)).toEqual(named.map(({ id }) => id));
        for (const { cell, members } of clusters) expect(membersOf(named, cell)).toEqual(members);
      }),
    );
  });

  test("keep two thousand bubbles below four hundred marks, and twenty apart", () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({ x: (at * 0.618034) % 1, y: (at * 0.414214) % 1 }));
    expect(clustersOf(many).length).toBeLessThanOrEqual(392);
    expect(clustersOf(many.slice(0, 20))).toHaveLength(20);
    expect(columnsFor(2_000)).toBe(28);
  });

  test.each(["", "28", "0.0.0", "28.99.99", "<script>"])("the cell «%s» that is none opens nothing", (cell) => {
    expect(membersOf([{ x: 0.5, y: 0.5 }], cell)).toEqual([]);
  });
});

describe("An axis", () => {
  test.each([
    [[0, 100], { min: 0, max: 100, ticks: [0, 20, 40, 60, 80, 100] }],
    [[-30, 160], { min: -50, max: 200, ticks: [-50, 0, 50, 100, 150, 200] }],
    [[0.1, 0.3], { min: 0, max: 0.3, ticks: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3] }],
    [[], { min: 0, max: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }],
  ])("over %j counts in round steps", (values, scale) => {
    expect(scaleOf(values)).toEqual(scale);
  });

  test("holds every value between its ends", () => {
    const amounts = fc.array(fc.integer({ min: -1e14, max: 1e14 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amounts, (values) => {
        const scale = scaleOf(values);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(scale.min);
          expect(value).toBeLessThanOrEqual(scale.max);
          expect(shareOn(scale, value)).toBeCloseTo((value - scale.min) / (scale.max - scale.min), 9);
        }
        expect(scale.ticks.length).toBeLessThanOrEqual(11);
      }),
    );
  });
});

test("What an address says wrongly leaves the map as usual", () => {
  expect(mapSettingsFrom(new URLSearchParams("x=nothing&y=&size=huge&colour=pink&rows=-1"))).toEqual(USUAL_MAP);
  expect(mapSettingsFrom(new URLSearchParams("x=risk&y=roi&size=none&colour=class&rows=3"))).toMatchObject({
    ...{ x: "risk", y: "roi", size: "none", colour: "class", rows: 3 },
  });
});

const standing = (useCaseId: number, cost: number, people: number | null, worth: number, passes = true): Standing => ({
  ...{ useCaseId, cost, people, worth, passes },
});
const limits = (of: Partial<Limits>): Limits => ({ ...NO_LIMITS, ...of });
const sides = (rows: readonly Standing[], of: Partial<Limits>) =>
  drawLine(rows, limits(of)).rows.map(({ side }) => side);

describe("The line", () => {
  const rows = [
    standing(1, 40, 2, 90),
    standing(2, 50, 1, 60),
    standing(3, 30, 4, 50),
    standing(4, 10, null, 5),
    standing(5, 5, 1, 9, false),
  ];

  test.each([
    [{}, ["above", "above", "above", "above", "stopped"], null, null],
    [{ budget: 90 }, ["above", "above", "below", "below", "stopped"], 2, "budget"],
    [{ budget: 105 }, ["above", "above", "below", "fits", "stopped"], 2, "budget"],
    [{ people: 3 }, ["above", "above", "below", "unknown", "stopped"], 2, "people"],
    [{ people: 4, assumed: 1 }, ["above", "above", "below", "fits", "stopped"], 2, "people"],
    [{ budget: 60, people: 2, assumed: 0 }, ["above", "below", "below", "fits", "stopped"], 1, "both"],
    [{ budget: 0 }, ["below", "below", "below", "below", "stopped"], 0, "budget"],
  ] as const)("under %j", (of, expected, at, by) => {
    const line = drawLine(rows, limits(of));
    expect(line.rows.map(({ side }) => side)).toEqual(expected);
    expect([line.at, line.by]).toEqual([at, by]);
  });

  test("adds up what all down to a case would take, filters counted out", () => {
    const { rows: drawn, above, filled } = drawLine(rows, limits({ budget: 105 }));
    expect(drawn.map(({ cost }) => cost)).toEqual([40, 90, 120, 130, 130]);
    expect(above).toEqual({ count: 2, cost: 90, people: 3, worth: 150 });
    expect(filled).toEqual({ count: 3, cost: 100, people: 3, worth: 155 });
  });

  const any = fc.array(
    fc.record({
      cost: fc.nat(1_000),
      people: fc.option(fc.nat(8)),
      worth: fc.integer({ min: -500, max: 1_000 }),
      passes: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const numbered = any.map((list) => list.map((one, useCaseId) => ({ ...one, useCaseId })));

  test("goes down, never up, as the budget grows; and what is taken stays within it", () => {
    fc.assert(
      fc.property(numbered, fc.nat(4_000), fc.nat(1_000), (list, budget, more) => {
        const [less, greater] = [budget, budget + more].map((of) => drawLine(list, limits({ budget: of })));
        expect(greater?.above.count).toBeGreaterThanOrEqual(less?.above.count ?? 0);
        expect(less?.filled.cost).toBeLessThanOrEqual(budget);
        expect(sides(list, { budget })).toHaveLength(list.length);
      }),
    );
  });

  test("is never worth more than the bound, which no choice of all that there are passes", () => {
    fc.assert(
      fc.property(numbered, fc.nat(3_000), fc.nat(20), (list, budget, people) => {
        const under = limits({ budget, people, assumed: 1 });
        const bound = mostWorth(list, under)?.least ?? 0;
        expect(drawLine(list, under).filled.worth).toBeLessThanOrEqual(bound + 1e-6);
        const free = list.filter(({ passes }) => passes);
        for (let chosen = 0; chosen < 2 ** Math.min(free.length, 8); chosen++) {
          const taken = free.filter((_, at) => chosen & (1 << at));
          const sum = (of: (one: Standing) => number) => taken.reduce((all, one) => all + of(one), 0);
          if (sum(({ cost }) => cost) > budget || sum((one) => one.people ?? 1) > people) continue;
          expect(sum(({ worth }) => worth)).toBeLessThanOrEqual(bound + 1e-6);
        }
      }),
    );
  });
});
