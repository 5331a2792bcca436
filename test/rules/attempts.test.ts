/** Attempts side by side, what a POC's evidence proposes, and what a live case runs on. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lacksToStart, type PocTerms } from "#app/delivery/poc";
import { bestOf, differs, findingOf, guardrailHeld, ranked, type Shown } from "#app/delivery/trying/compared";
import { type Component, componentsNow, costPerQuarter } from "#app/delivery/trying/component";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";

const BET = { direction: "down" as const, guardrailDirection: "down" as const, guardrailLimit: 2 };
const shown = (id: number, more: Partial<Shown> = {}): Shown => ({
  ...{ id, result: 10, guardrailValue: 1, guardrailMet: null, costPerUnit: null, volumePerQuarter: null },
  ...more,
});

describe("Attempts", () => {
  test.each<[string, Shown[], number[], number | null]>([
    ["none", [], [], null],
    ["the guardrail first", [shown(1, { result: 5, guardrailValue: 3 }), shown(2)], [2, 1], 2],
    [
      "what nobody knows of it in between",
      [shown(1, { guardrailValue: 3 }), shown(2, { guardrailValue: null, result: 1 }), shown(3)],
      [3, 2, 1],
      3,
    ],
    ["then the KPI", [shown(1), shown(2, { result: 9 })], [2, 1], 2],
    ["what was not measured comes after", [shown(1, { result: null }), shown(2)], [2, 1], 2],
    ["then the cost", [shown(1, { costPerUnit: 2 }), shown(2, { costPerUnit: 1 })], [2, 1], 2],
    ["a cost that is not known comes after", [shown(1), shown(2, { costPerUnit: 900 })], [2, 1], 2],
    ["equals keep their order", [shown(1), shown(2)], [1, 2], 1],
    ["nothing is best that broke its guardrail", [shown(1, { guardrailValue: 9 })], [1], null],
    ["nothing is best that was not measured", [shown(1, { result: null })], [1], null],
  ])("are ranked by %s", (_, attempts, order, best) => {
    expect(ranked(BET, attempts).map(({ id }) => id)).toEqual(order);
    expect(bestOf(BET, attempts)?.id ?? null).toBe(best);
  });

  test("are all there whatever they are, in one order however they come", () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 99 }),
        result: fc.option(fc.integer({ min: 0, max: 5 })),
        guardrailValue: fc.option(fc.integer({ min: 0, max: 4 })),
        guardrailMet: fc.option(fc.boolean()),
        costPerUnit: fc.option(fc.integer({ min: 0, max: 3 })),
        volumePerQuarter: fc.option(fc.integer({ min: 0, max: 3 })),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (attempts) => {
        const order = ranked(BET, attempts).map(({ id }) => id);
        expect([...order].sort()).toEqual(attempts.map(({ id }) => id).sort());
        expect(ranked(BET, [...attempts].reverse()).map(({ id }) => id)).toEqual(order);
      }),
    );
  });

  test.each([
    [{ guardrailDirection: "down", guardrailLimit: 2 }, { guardrailValue: 2, guardrailMet: null }, true],
    [{ guardrailDirection: "down", guardrailLimit: 2 }, { guardrailValue: 2.1, guardrailMet: true }, false],
    [{ guardrailDirection: "up", guardrailLimit: 90 }, { guardrailValue: 89, guardrailMet: null }, false],
    [{ guardrailDirection: null, guardrailLimit: null }, { guardrailValue: 5, guardrailMet: true }, true],
    [{ guardrailDirection: "down", guardrailLimit: 2 }, { guardrailValue: null, guardrailMet: false }, false],
    [{ guardrailDirection: "down", guardrailLimit: 2 }, { guardrailValue: null, guardrailMet: null }, null],
  ] as const)("under %o, %o held: %s", (limit, said, held) => {
    expect(guardrailHeld(limit, said)).toBe(held);
  });

  test.each([
    [0.4, 30_000, 12_000],
    [0.333, 3, 1],
    [null, 3, null],
    [1, null, null],
    [0, 5, 0],
    [1e12, 1e9, null],
  ])("at %s a unit, %s a quarter cost %s", (price, volume, cost) => {
    expect(costPerQuarter(price, volume)).toBe(cost);
  });
});

describe("The evidence", () => {
  test.each([
    [9, true, "reached", ["pivot", "stop"]],
    [9, null, "reached", ["pivot", "stop"]],
    [9, false, "guardrail-broken", ["scale"]],
    [11, true, "not-reached", ["scale"]],
    [null, null, "unknown", ["scale"]],
  ] as const)("of %s, with a guardrail that held: %s, is %s; %o differ from it", (result, held, finding, differing) => {
    expect(findingOf({ direction: "down", threshold: 10 }, result, held)).toBe(finding);
    expect((["scale", "pivot", "stop"] as const).filter((verdict) => differs(finding, verdict))).toEqual(differing);
  });
});

describe("A live case", () => {
  const part = (name: string, modelId: number | null, more: Partial<Component> = {}): Component => ({
    ...{ kind: "model", name, modelId, vendorId: null, licence: null, hosting: null, role: null },
    ...more,
  });
  const came = () => ({ vendorId: 7, licence: null, hosting: "eu" as const });

  test("runs on its kept attempt's components, with each switch in their place", () => {
    const chosen = [part("A", 1, { role: { fr: "Lit" } }), part("Aiguillage", null, { kind: "orchestration" })];
    const [first, second] = componentsNow(
      chosen,
      [
        { fromName: "A", fromModelId: 1, toName: "B", toModelId: 2 },
        { fromName: "B", fromModelId: 2, toName: "Maison", toModelId: null },
      ],
      came,
    );
    expect(first).toMatchObject({ name: "Maison", modelId: null, role: { fr: "Lit" }, vendorId: 7 });
    expect(second?.name).toBe("Aiguillage");
  });

  test("that never said what it ran on says it with its first switch", () => {
    const now = componentsNow([], [{ fromName: "Ancien", fromModelId: null, toName: "B", toModelId: 2 }], came);
    expect(now.map(({ name }) => name)).toEqual(["B"]);
  });
});

describe("A bet", () => {
  const terms: PocTerms = {
    ...{ hypothesis: { fr: "Trier suffit" }, startsOn: day("2026-10-01"), endsOn: day("2026-11-26"), peopleCap: 3 },
    ...{ budgetCapMinor: minor(1), personDaysCap: null, dataOwner: "Ada", oneFunctionReason: null },
    team: [
      { name: "Lou", role: {}, side: "business" },
      { name: "Max", role: {}, side: "data" },
    ],
    ...{ kpiName: { fr: "Minutes" }, kpiUnit: "min", direction: "down", baseline: 15, threshold: 10 },
    ...{ guardrailName: null, guardrailUnit: null, guardrailDirection: null, guardrailLimit: null },
    ...{ vendorId: null, modelId: null },
  };
  const owners = { ownerId: 1, technicalOwnerId: 2 };

  test.each<[string, Partial<PocTerms>, { ownerId: number | null; technicalOwnerId: number | null }, string[]]>([
    ["nothing", {}, owners, []],
    ["a second owner", {}, { ownerId: 1, technicalOwnerId: 1 }, ["one-owner"]],
    ["both owners", {}, { ownerId: null, technicalOwnerId: null }, ["business-owner", "technical-owner"]],
    ["who answers for the data", { dataOwner: null }, owners, ["data-owner"]],
    ["a second function", { team: [{ name: "Lou", role: {}, side: "business" }] }, owners, ["one-function"]],
    ["no function where it says why", { team: [], oneFunctionReason: { en: "Alone" } }, owners, []],
    ["a bet that can be lost", { threshold: 15 }, owners, ["no-bet"]],
  ])("lacks %s", (_, more, parties, lacks) => {
    expect(lacksToStart({ ...terms, ...more }, parties)).toEqual(lacks);
  });
});
