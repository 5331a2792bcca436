import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkGate,
  crossesRedLine,
  GATES,
  type GateFacts,
  gateBetween,
  lacking,
  missingAt,
  NOTHING_KNOWN,
  type Requirement,
  unmet,
} from "#app/use-cases/gates";
import { STAGES, type Stage } from "#app/use-cases/stages";

const COMPLETE: GateFacts = {
  need: true,
  department: true,
  affected: true,
  owner: true,
  expectedBenefit: true,
  similarLookedAt: true,
  prohibitedPractice: false,
  customerFacing: false,
  humanInTheLoop: true,
  augmentOrReplace: "augment",
  redLineException: false,
  assessments: 2,
  assessmentsNeeded: 2,
  businessCase: true,
  filtersFailed: 0,
  decidedWithQuorum: true,
  poc: true,
  pocTeam: true,
  pocKpi: true,
  pocSealed: true,
  dataQuestions: true,
  modelOrVendor: true,
  businessOwner: true,
  technicalOwner: true,
  verdict: "scale",
  enteredLive: false,
  securitySignOff: true,
  legalSignOff: true,
  aiActClass: "minimal",
  humanReviewer: true,
  kpi: true,
  guardrail: true,
  reason: true,
  learning: true,
  conditionsOverdue: 0,
  lapsed: [],
  own: [],
  stoodAt: null,
  judged: false,
  paused: false,
};

describe("A gate", () => {
  test.each(STAGES.map((stage) => [stage]))("lets a complete case into %s", (stage) => {
    expect(missingAt(stage, COMPLETE)).toEqual([]);
  });

  test.each(STAGES.filter((stage) => GATES[stage]).map((stage) => [stage]))(
    "finds everything but red lines, filters and a needless verdict missing at %s of a case that said nothing",
    (stage) => {
      const expected = (GATES[stage] ?? []).filter(
        (one) => !["red-lines", "filters", "sign-off-conditions"].includes(one),
      );
      expect(missingAt(stage, NOTHING_KNOWN)).toEqual(expected);
      expect(missingAt(stage, {})).toEqual(expected);
    },
  );

  test.each<[Stage, Partial<GateFacts>, Requirement[]]>([
    ["submitted", { need: false }, ["need"]],
    ["submitted", { similarLookedAt: false, owner: false }, ["owner", "similar-looked-at"]],
    ["assessment", { customerFacing: null }, ["screened"]],
    ["assessment", { prohibitedPractice: null }, ["screened", "not-prohibited"]],
    ["assessment", { prohibitedPractice: true }, ["not-prohibited"]],
    ["assessment", { prohibitedPractice: true, redLineException: true }, ["not-prohibited"]],
    ["assessment", { customerFacing: true, humanInTheLoop: false }, ["red-lines"]],
    ["assessment", { augmentOrReplace: "replace" }, ["red-lines"]],
    ["assessment", { augmentOrReplace: "replace", redLineException: true }, []],
    ["approved", { assessments: 1 }, ["assessments"]],
    ["approved", { filtersFailed: 1, decidedWithQuorum: false }, ["filters", "decision"]],
    ["poc", { pocTeam: false, technicalOwner: false }, ["poc-team", "technical-owner"]],
    ["poc", { pocSealed: false }, ["poc-sealed"]],
    ["pilot", { verdict: "pivot" }, ["verdict"]],
    ["pilot", { verdict: null }, ["verdict"]],
    ["pilot", { verdict: null, enteredLive: true }, []],
    ["production", { aiActClass: "prohibited" }, ["ai-act-class"]],
    ["production", { aiActClass: null, legalSignOff: false }, ["legal-sign-off", "ai-act-class"]],
    ["production", { conditionsOverdue: 1 }, ["sign-off-conditions"]],
    ["production", { guardrail: false, kpi: false }, ["kpi", "guardrail"]],
    ["retired", { learning: false }, ["learning"]],
    ["stopped", { reason: false }, ["reason"]],
  ])("to %s with %o misses %o", (to, facts, missing) => {
    expect(missingAt(to, { ...COMPLETE, ...facts })).toEqual(missing);
  });

  test("names each requirement once, in the table's order", () => {
    for (const stage of STAGES) {
      const named = checkGate(stage, {}).map(({ requirement }) => requirement);
      expect(named).toEqual(GATES[stage] ?? []);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  test.each<[from: Stage | null, to: Stage, stoodAt: Stage | null, gates: Stage[]]>([
    ["submitted", "poc", null, ["assessment", "approved", "poc"]],
    ["submitted", "production", null, ["assessment", "approved", "poc", "pilot"]],
    ["approved", "production", null, ["poc", "pilot"]],
    ["on-hold", "poc", "assessment", ["approved", "poc"]],
    ["on-hold", "approved", "submitted", ["assessment", "approved"]],
    ["on-hold", "poc", "poc", ["poc"]],
    ["assessment", "approved", null, ["approved"]],
    ["submitted", "rejected", null, ["rejected"]],
    ["production", "retired", null, ["retired"]],
    [null, "production", null, ["production"]],
    ["production", "poc", null, []],
  ])("from %s to %s (stood at %o) asks what %o ask, each once", (from, to, stoodAt, gates) => {
    const asked = gateBetween(from, to, { stoodAt }).map(({ requirement }) => requirement);
    expect(asked).toEqual(gates.flatMap((gate) => GATES[gate] ?? []));
    expect(unmet(gateBetween(from, to, { ...COMPLETE, stoodAt }))).toEqual([]);
  });

  test("never asks for more when more is there", () => {
    const flags = Object.keys(COMPLETE) as (keyof GateFacts)[];
    const some = fc.subarray(flags);
    const any = fc.constantFrom(...STAGES);
    fc.assert(
      fc.property(any, some, some, (stage, first, second) => {
        const pick = (keys: readonly (keyof GateFacts)[]) =>
          Object.fromEntries(keys.map((key) => [key, COMPLETE[key]])) as Partial<GateFacts>;
        const fewer = pick(first);
        const more = { ...fewer, ...pick(second) };
        const before = missingAt(stage, fewer);
        for (const one of missingAt(stage, more)) expect(before).toContain(one);
      }),
    );
  });
});

describe("The red lines", () => {
  test.each([
    [true, false, "augment", true],
    [true, true, "augment", false],
    [false, false, "augment", false],
    [true, null, "augment", false],
    [false, true, "replace", true],
    [null, null, null, false],
  ] as const)(
    "customer-facing %s, human in the loop %s, %s: crossed %s",
    (customerFacing, humanInTheLoop, augmentOrReplace, crossed) => {
      expect(crossesRedLine({ customerFacing, humanInTheLoop, augmentOrReplace })).toBe(crossed);
    },
  );
});

describe("A closed gate", () => {
  test.each<[Requirement[], { missing: number; first: string }]>([
    [[], { missing: 0, first: "" }],
    [["decision"], { missing: 1, first: "decision" }],
    [["own:7"], { missing: 1, first: "own" }],
    [["ai-act-class", "kpi"], { missing: 2, first: "aiActClass" }],
  ])("lacking %j says %j", (missing, said) => {
    expect(lacking(missing)).toEqual(said);
  });
});
