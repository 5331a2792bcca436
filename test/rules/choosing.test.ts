import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "#app/committee/choosing/choose";
import { decimalsOf, scaled, unscaled } from "#app/committee/choosing/exact";
import { type Constraints, faultsIn, UNCONSTRAINED } from "#app/committee/choosing/problem";
import type { Solver } from "#app/committee/choosing/solve";
import { Cancelled } from "#app/committee/choosing/solver.server";
import { byBruteForce, candidate, EVERYTHING, ONLY_THE_BEST, problem, solved } from "../support/choosing";
import { sharedData, sharedText } from "../support/shared-data";

describe("Amounts as whole numbers", () => {
  test.each([
    [600.1, 1, 6001n],
    [-0.25, 2, -25n],
    [1e-7, 7, 1n],
    [1e21, 0, 10n ** 21n],
    [12, 0, 12n],
    [0, 0, 0n],
  ])("%d has %i decimals", (value, digits, whole) => {
    expect(decimalsOf(value)).toBe(digits);
    expect(scaled(value, digits)).toBe(whole);
    expect(unscaled(whole, digits)).toBe(value);
  });

  test("come back as they went, whatever they are", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        fc.pre(decimalsOf(value) <= 30);
        expect(unscaled(scaled(value, 30), 30)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

interface Instance {
  name: string;
  profits: number[];
  weights: number[][];
  capacities: number[];
  optimal_value: number;
}

const instances = sharedData
  ? (JSON.parse(sharedText("knapsack_instances.json")) as { instances: Instance[] }).instances
  : [];

describe.runIf(sharedData)("Known optima of project selection (OR-Library)", () => {
  test.each(instances)("$name", async ({ profits, weights, capacities, optimal_value }) => {
    const name = (row: number) => `resource ${row}`;
    const uses = (at: number) => Object.fromEntries(weights.map((row, index) => [name(index), row[at] ?? 0]));
    const candidates = profits.map((profit, at) => candidate(`P${at}`, profit, null, { uses: uses(at) }));
    const resources = capacities.map((capacity, row) => ({ name: name(row), capacity }));
    const found = await solved(problem(candidates, { resources }));
    expect(found).toMatchObject({ status: "optimal", value: optimal_value, bound: optimal_value });
    const chosen = new Set(found.selection);
    weights.forEach((row, index) => {
      const used = row.reduce((sum, weight, at) => (chosen.has(`P${at}`) ? sum + weight : sum), 0);
      expect(used).toBeLessThanOrEqual(capacities[index] ?? 0);
    });
  });
});

const FIVE = [
  candidate("A", 60, 50, { people: 2, department: "hr", riskClass: "high" }),
  candidate("B", 50, 40, { people: 1, department: "hr", riskClass: "minimal" }),
  candidate("C", 40, 30, { people: 3, department: "it", riskClass: "high" }),
  candidate("D", 10, 30, { people: 1, department: "legal", riskClass: "minimal" }),
  candidate("E", -5, 10, { people: 0, department: "legal", riskClass: "minimal" }),
];

const CASES: [says: string, constraints: Partial<Constraints>, selection: string[], value: number][] = [
  ["takes what is worth something where nothing constrains", {}, ["A", "B", "C", "D"], 160],
  ["keeps to the budget", { budget: 90 }, ["A", "B"], 110],
  ["keeps to the people", { people: 3 }, ["A", "B"], 110],
  ["keeps to both", { budget: 90, people: 2 }, ["A"], 60],
  [
    "gives a department its least number",
    { budget: 90, departments: [{ department: "legal", count: 1, cost: null }] },
    ["A", "C", "E"],
    95,
  ],
  [
    "gives a department its least money",
    { budget: 120, departments: [{ department: "legal", count: null, cost: 40 }] },
    ["A", "C", "D", "E"],
    105,
  ],
  [
    "caps a risk class by number",
    { budget: 120, riskClasses: [{ riskClass: "high", count: 1, cost: null, share: null }] },
    ["A", "B", "D"],
    120,
  ],
  [
    "caps a risk class by money",
    { riskClasses: [{ riskClass: "high", count: null, cost: 30, share: null }] },
    ["B", "C", "D"],
    100,
  ],
  [
    "caps a risk class by its share of the cost",
    { riskClasses: [{ riskClass: "high", count: null, cost: null, share: 0.5 }] },
    ["A", "B", "C", "D", "E"],
    155,
  ],
  ["takes what is forced in", { budget: 50, include: ["E"] }, ["B", "E"], 45],
  ["leaves what is forced out", { budget: 90, exclude: ["A"] }, ["B", "C"], 90],
  ["takes one of those that exclude each other", { budget: 90, exclusive: [["A", "B"]] }, ["A", "C"], 100],
  [
    "takes nothing without what it builds on",
    { budget: 90, requires: [{ candidate: "A", needs: "E" }] },
    ["A", "C", "E"],
    95,
  ],
];

describe("A choice", () => {
  test.each(CASES)("%s", async (_, constraints, selection, value) => {
    const of = problem(FIVE, constraints);
    const found = await solved(of);
    expect(found.status).toBe("optimal");
    expect(found.value).toBe(value);
    expect(byBruteForce(of)).toBe(value);
    expect(found.selection).toEqual(selection);
  });

  test("answers where nothing is left to choose from: nothing chosen, or the constraint that then cannot hold", async () => {
    const nobody = [candidate("a", null, 10)];
    const free = await solved(problem(nobody), EVERYTHING);
    expect(free).toMatchObject({ status: "optimal", value: 0, selection: [], aside: [{ id: "a" }] });
    const forced = await solved(problem(nobody, { include: ["a"] }), EVERYTHING);
    expect(forced).toMatchObject({ status: "infeasible", selection: [], conflict: { rules: [{ kind: "include" }] } });
  });

  test("leaves aside who lacks a figure that is needed, and never takes it for nothing", async () => {
    const some = [...FIVE, candidate("X", null, 1), candidate("Y", 500, null, { people: 0 })];
    const found = await solved(problem(some, { budget: 90, people: 20 }));
    expect(found.value).toBe(110);
    expect(found.aside).toEqual([
      { id: "X", missing: ["value", "people"] },
      { id: "Y", missing: ["cost"] },
    ]);
    const free = await solved(problem(some));
    expect(free).toMatchObject({ value: 660, cost: null });
    expect(free.aside).toEqual([{ id: "X", missing: ["value"] }]);
  });

  test("is impossible where it is so by a hair that floating-point numbers do not show", async () => {
    const a = (cost: number, riskClass: string) => ({ department: "a", cost, riskClass });
    const rows = [
      a(0, "high"),
      { department: "c", cost: 7, riskClass: "high" },
      { department: "c", cost: 32, riskClass: "high" },
      { department: "c", cost: 0, riskClass: "high" },
      { department: "b", cost: 30, riskClass: "high" },
      { department: "b", cost: 49, riskClass: "limited" },
      a(40, "high"),
      a(10, "limited"),
      a(9, "high"),
    ];
    const of = problem(
      rows.map(({ cost, ...rest }, at) => candidate(`C${at}`, 1, cost, rest)),
      {
        departments: [
          { department: "a", count: 3, cost: null },
          { department: "b", count: null, cost: 31 },
        ],
        // 59 of 177: a third, which is more than the number nearest to a third.
        riskClasses: [{ riskClass: "limited", count: null, cost: null, share: 1 / 3 }],
        exclusive: [["C0", "C8"]],
      },
    );
    expect(byBruteForce(of)).toBeNull();
    expect(await solved(of)).toMatchObject({
      status: "infeasible",
      conflict: { smallest: true, rules: { length: 4 } },
    });
  });

  test("is as good as looking at every selection, whatever the constraints", { timeout: 300_000 }, async () => {
    const ids = Array.from({ length: 12 }, (_, at) => `C${at}`);
    const someIds = fc.subarray(ids, { maxLength: 3 });
    const limit = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { freq: 2 });
    const sizes = fc.constantFrom(1, 100, 1_000_003, 40_000_000_000);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          size: sizes,
          rows: fc.array(
            fc.tuple(
              fc.integer({ min: -20, max: 100 }),
              fc.integer({ min: 0, max: 50 }),
              fc.constantFrom(0, 0.5, 1, 2, 3.25),
              fc.constantFrom("a", "b", "c"),
              fc.constantFrom("high", "limited"),
            ),
            { minLength: 1, maxLength: 12 },
          ),
          budget: limit(300),
          people: limit(12),
          departments: fc.uniqueArray(
            fc.record({ department: fc.constantFrom("a", "b", "c"), count: limit(3), cost: limit(60) }),
            { selector: ({ department }) => department, maxLength: 2 },
          ),
          caps: fc.array(
            fc.record({
              riskClass: fc.constantFrom("high", "limited"),
              count: limit(4),
              cost: limit(100),
              share: fc.option(fc.constantFrom(0, 0.125, 1 / 3, 0.5)),
            }),
            { maxLength: 1 },
          ),
          include: fc.subarray(ids, { maxLength: 1 }),
          exclude: someIds,
          exclusive: fc.array(someIds, { maxLength: 2 }),
          requires: fc.array(fc.record({ candidate: fc.constantFrom(...ids), needs: fc.constantFrom(...ids) }), {
            maxLength: 2,
          }),
        }),
        async ({ size, rows, budget, departments, caps, ...rest }) => {
          const known = new Set(ids.slice(0, rows.length));
          const among = (some: string[]) => some.filter((id) => known.has(id));
          const times = (amount: number | null) => (amount === null ? null : amount * size);
          const of = problem(
            rows.map(([value, cost, people, department, riskClass], at) =>
              candidate(`C${at}`, value * size, cost * size, { people, department, riskClass }),
            ),
            {
              people: rest.people,
              budget: times(budget),
              departments: departments.map((one) => ({ ...one, cost: times(one.cost) })),
              riskClasses: caps.map((one) => ({ ...one, cost: times(one.cost) })),
              include: among(rest.include).filter((id) => !rest.exclude.includes(id)),
              exclude: among(rest.exclude),
              exclusive: rest.exclusive.map(among),
              requires: rest.requires.filter(({ candidate, needs }) => known.has(candidate) && known.has(needs)),
            },
          );
          expect(faultsIn(of)).toEqual([]);
          const best = byBruteForce(of);
          const found = await solved(of);
          expect(found.status).toBe(best === null ? "infeasible" : "optimal");
          expect(found.value).toBe(best);
          if (best !== null) return;
          // Each constraint that is named is needed: without any one of them there is a selection.
          expect(found.conflict?.smallest).toBe(true);
          expect(found.conflict?.rules.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("What a choice says of itself", () => {
  test("what each constraint costs: without it, and a step further", async () => {
    const { constraints } = await solved(problem(FIVE, { budget: 90, people: 9 }), EVERYTHING);
    expect(constraints).toMatchObject([
      { rule: { kind: "budget" }, used: 90, limit: 90, binding: true, without: { amount: 50, says: "exact" } },
      { rule: { kind: "people" }, used: 3, limit: 9, binding: false, without: { amount: 0, says: "exact" } },
    ]);
    const tight = await solved(problem(FIVE, { budget: 90, people: 2 }), EVERYTHING);
    expect(tight.constraints[1]?.step).toEqual({ by: 1, gain: { amount: 50, says: "exact" } });
  });

  test("for each candidate what its place is worth, and who would be there instead", async () => {
    const { candidates } = await solved(problem(FIVE, { budget: 90 }), EVERYTHING);
    expect(candidates).toEqual([
      { id: "A", chosen: true, loss: { amount: 20, says: "exact" }, instead: { comes: ["C"], goes: [] } },
      { id: "B", chosen: true, loss: { amount: 10, says: "exact" }, instead: { comes: ["C"], goes: [] } },
      { id: "C", chosen: false, loss: { amount: 10, says: "exact" }, instead: { comes: [], goes: ["B"] } },
      { id: "D", chosen: false, loss: { amount: 40, says: "exact" }, instead: { comes: [], goes: ["B"] } },
      { id: "E", chosen: false, loss: { amount: 15, says: "exact" }, instead: { comes: ["C"], goes: ["B"] } },
    ]);
  });

  test("that a place is impossible", async () => {
    const { candidates } = await solved(problem(FIVE, { budget: 45 }), EVERYTHING);
    expect(candidates[0]).toEqual({ id: "A", chosen: false, loss: "impossible", instead: null });
  });

  test("the frontier: the most that each budget can have, its own budget among them", async () => {
    const { frontier } = await solved(problem(FIVE, { budget: 80 }), EVERYTHING);
    expect(frontier.map(({ budget, value }) => [budget, value])).toEqual([
      [20, 0],
      [40, 50],
      [60, 60],
      [80, 100],
      [100, 110],
      [120, 150],
    ]);
    const open = await solved(problem(FIVE), EVERYTHING);
    expect(open.frontier.at(-1)).toEqual({ budget: 160, value: 160, cost: 150, count: 4, status: "optimal" });
    const kept = await solved(problem(FIVE, { budget: 60, include: ["C"] }), EVERYTHING);
    expect(kept.frontier.map(({ status }) => status).slice(0, 3)).toEqual(["infeasible", "optimal", "optimal"]);
  });

  test("which constraints conflict, and no others", async () => {
    const { status, conflict, value } = await solved(
      problem(FIVE, { budget: 75, people: 6, include: ["A", "D"], exclude: ["B"], exclusive: [["B", "C"]] }),
    );
    expect({ status, value }).toEqual({ status: "infeasible", value: null });
    expect(conflict).toEqual({
      rules: [{ kind: "budget" }, { kind: "include", ids: ["A"] }, { kind: "include", ids: ["D"] }],
      smallest: true,
      others: [],
    });
  });

  test("every conflict, where two have nothing in common", async () => {
    const { conflict } = await solved(problem(FIVE, { budget: 5, include: ["A", "B"], exclude: ["B"] }));
    const sets = [conflict, ...(conflict?.others ?? [])].map((each) => each?.rules.map(({ kind }) => kind).sort());
    expect(sets).toHaveLength(2);
    expect(sets).toEqual(
      expect.arrayContaining([
        ["exclude", "include"],
        ["budget", "include"],
      ]),
    );
  });

  test("that one cannot be forced in whose figures nobody knows", async () => {
    const { conflict } = await solved(problem([...FIVE, candidate("X", null, 1)], { include: ["X"] }));
    expect(conflict?.rules).toEqual([{ kind: "include", ids: ["X"] }]);
  });
});

describe("The solver's thread", () => {
  test("can be stopped in the middle, and serves whoever comes next", async () => {
    const hard = Array.from({ length: 400 }, (_, at) =>
      candidate(`H${at}`, 1_000_000 + ((at * 7_919) % 1_009), 1_000_000 + ((at * 104_729) % 1_013), {
        uses: { a: 900_000 + ((at * 15_485_863) % 100_003), b: 900_000 + ((at * 32_452_843) % 100_019) },
      }),
    );
    const resources = [
      { name: "a", capacity: 180_000_001 },
      { name: "b", capacity: 180_000_003 },
    ];
    const stop = new AbortController();
    const running = solved(problem(hard, { budget: 190_000_007, resources }), undefined, stop.signal);
    setTimeout(() => stop.abort(), 300);
    const began = performance.now();
    await expect(running).rejects.toThrow(Cancelled);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect((await solved(problem(FIVE, { budget: 90 }))).value).toBe(110);
  });

  test("says what it knows when time runs out", async () => {
    const found = await solved(problem(FIVE, { budget: 90 }), { ...EVERYTHING, seconds: 0 });
    expect(found.status).toBe("feasible");
  });
});

describe("A choice that makes no sense", () => {
  const ABSURD: [
    says: string,
    candidates: Parameters<typeof problem>[0],
    constraints: Partial<Constraints>,
    key: string,
  ][] = [
    ["nobody", [], {}, "choice.fault.nobody"],
    [
      "a hundred thousand",
      Array.from({ length: 100_000 }, (_, at) => candidate(`${at}`, 1, 1)),
      {},
      "choice.fault.too-many",
    ],
    ["the same twice", [candidate("A", 1, 1), candidate("A", 2, 2)], {}, "choice.fault.twice"],
    ["a negative budget", FIVE, { budget: -1 }, "choice.fault.negative-limit"],
    ["no number", FIVE, { budget: Number.NaN }, "choice.fault.not-finite"],
    ["a value of a billion billions", [candidate("A", 1e18, 1)], {}, "choice.fault.too-large"],
    [
      "values that add up to too much",
      [candidate("A", 9e14, 1), candidate("B", 9e14, 1)],
      {},
      "choice.fault.sum-too-large",
    ],
    ["a negative cost", [candidate("A", 1, -1)], {}, "choice.fault.negative"],
    ["decimals without end", [candidate("A", 5e-324, 1)], {}, "choice.fault.too-fine"],
    ["forced in and out", FIVE, { include: ["A"], exclude: ["A"] }, "choice.fault.both"],
    ["somebody unknown", FIVE, { exclude: ["Z"] }, "choice.fault.unknown"],
    ["an unknown in a group", FIVE, { exclusive: [["A", "Z"]] }, "choice.fault.unknown"],
    ["a resource without a capacity", [candidate("A", 1, 1, { uses: { gpu: 1 } })], {}, "choice.fault.no-resource"],
    [
      "a share of two",
      FIVE,
      { riskClasses: [{ riskClass: "high", count: null, cost: null, share: 2 }] },
      "choice.fault.share",
    ],
  ];
  test.each(ABSURD)("%s is told", (_, candidates, constraints, key) => {
    expect(faultsIn(problem(candidates, constraints)).map((fault) => fault.key)).toContain(key);
  });

  test("nothing is told of one that does", () => {
    expect(faultsIn(problem(FIVE, { budget: 0, people: 0 }))).toEqual([]);
    expect(UNCONSTRAINED.budget).toBeNull();
  });
});

describe("Without time to look for the best", () => {
  const outOfTime: Solver = {
    load: async () => undefined,
    ask: async () => ({ status: "time", chosen: null, bound: null }),
    bounds: async ({ flips }) => flips.map(() => undefined),
    spent: () => 0,
  };

  test("a selection that keeps the constraints is answered, and said not to be proven", async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      candidate(`P${at}`, 100 + ((at * 37) % 50), 10 + ((at * 13) % 9), { department: at % 3 === 0 ? "HR" : "IT" }),
    );
    const departments = [{ department: "HR", count: 2, cost: null }];
    const asked = problem(many, {
      budget: 60,
      departments,
      exclude: ["P1"],
      include: ["P2"],
      exclusive: [["P3", "P4"]],
    });
    const found = await choose(asked, EVERYTHING, outOfTime);
    expect(found.status).toBe("feasible");
    expect(found.bound).toBeNull();
    expect(found.cost).toBeLessThanOrEqual(60);
    expect(found.selection).toContain("P2");
    expect(found.selection).not.toContain("P1");
    expect(found.selection.filter((id) => Number(id.slice(1)) % 3 === 0).length).toBeGreaterThanOrEqual(2);
    const best = byBruteForce(asked) ?? 0;
    expect(found.value).toBeLessThanOrEqual(best);
    expect(found.value).toBeGreaterThan(best * 0.8);
  });

  test("what is refused by every selection stays unknown", async () => {
    const asked = problem([candidate("A", 5, 10)], { budget: 5, include: ["A"] });
    expect((await choose(asked, ONLY_THE_BEST, outOfTime)).status).toBe("unknown");
  });
});
