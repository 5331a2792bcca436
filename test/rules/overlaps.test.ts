import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minor } from "#app/kernel/money";
import { type Quarter, quarter } from "#app/kernel/quarter";
import { type CasePair, type Counting, findOverlaps, kindOf, unresolved } from "#app/measurement/overlap";
import { overlapInput } from "#app/measurement/overlap-input";
import { realisedValue } from "#app/measurement/realised";
import {
  holdingIn,
  type Sharing,
  sharedValue,
  sharesIn,
  sharingWith,
  WHOLE_SHARE,
  whyNotShares,
} from "#app/measurement/shares";
import { between } from "../support/numbers";

/** As shares and minor units are: whole. */
const whole = (min: number, max: number) => between(min, max).map((value) => Math.round(value) + 0);

const QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(quarter);
const [Q1, Q2, Q3, Q4] = QUARTERS as [Quarter, Quarter, Quarter, Quarter];

let made = 0;
const kpi = (told: Partial<Counting>): Counting => {
  made += 1;
  return { kpiId: made, useCaseId: made, departmentId: 1, name: { fr: `Indicateur ${made}` }, unit: "h", ...told };
};
const pairOf = (one: Counting, other: Counting, sign: CasePair["sign"]): CasePair => ({
  ...{ oneId: one.useCaseId, otherId: other.useCaseId, sign },
});

describe("Two KPIs may count the same benefit", () => {
  test.each<[string, Partial<Counting>, Partial<Counting>, CasePair["sign"] | null, string[]]>([
    ["of linked cases of one department, in hours and minutes", { unit: "h" }, { unit: "min" }, "linked", ["linked"]],
    ["of cases about the same need, in euros and thousands", { unit: "€" }, { unit: "k€" }, "alike", ["alike"]],
    ["of one case", { useCaseId: 7 }, { useCaseId: 7 }, null, ["same-case"]],
    [
      "of one case that has no department",
      { useCaseId: 7, departmentId: null },
      { useCaseId: 7, departmentId: null },
      null,
      ["same-case"],
    ],
    [
      "of the same name, whatever its accents and capitals",
      { name: { fr: "Délai évité" } },
      { name: { en: "delai EVITE" } },
      null,
      ["same-name"],
    ],
    ["in the same unit of its own", { unit: "Litiges" }, { unit: "litiges " }, "linked", ["linked"]],
    ["not of another kind", { unit: "h" }, { unit: "€" }, "linked", []],
    ["not of another department: other users", {}, { departmentId: 2 }, "linked", []],
    ["not where the department is not known", { departmentId: null }, { departmentId: null }, "alike", []],
    ["not without a sign of the same process", {}, {}, null, []],
    [
      "not of the same name in another department",
      { name: { fr: "Délai" } },
      { name: { fr: "Délai" }, departmentId: 2 },
      null,
      [],
    ],
  ])("%s", (_, one, other, sign, signs) => {
    const [a, b] = [kpi(one), kpi(other)];
    const pairs = sign ? [pairOf(b, a, sign)] : [];
    expect(findOverlaps([b, a], pairs)).toEqual(signs.length ? [{ one: a.kpiId, other: b.kpiId, signs }] : []);
  });

  test("says every sign once, and says nothing of a name that everybody has", () => {
    const [a, b] = [kpi({ name: { fr: "Temps" } }), kpi({ name: { fr: "Temps", en: "Time" } })];
    const twice = [pairOf(a, b, "linked"), pairOf(b, a, "linked"), pairOf(a, b, "alike")];
    expect(findOverlaps([a, b], twice)[0]?.signs).toEqual(["linked", "alike", "same-name"]);
    const common = Array.from({ length: 5 }, () => kpi({ name: { fr: "Heures rendues" } }));
    expect(findOverlaps(common, [])).toEqual([]);
    expect(findOverlaps(common.slice(1), [])).toHaveLength(6);
  });

  test.each([
    ["Minutes", "time"],
    [" j ", "time"],
    ["K€", "money"],
    ["EUR", "money"],
    ["Tonnes", "tonnes"],
    ["%", "%"],
  ])("the kind of %s is %s", (unit, kind) => expect(kindOf(unit)).toBe(kind));
});

describe("What is not decided", () => {
  const found = [{ one: 1, other: 2, signs: ["linked" as const] }];
  test.each([
    ["is what was found", [], [[1, 2, false]]],
    ["is not what is shared", [{ verdict: "shared" as const, kpiIds: [2, 1] }], []],
    ["is not what is different", [{ verdict: "different" as const, kpiIds: [1, 2] }], []],
    ["stays what is shared with a third alone", [{ verdict: "shared" as const, kpiIds: [1, 3] }], [[1, 2, false]]],
    [
      "is what was declared by hand, found or not",
      [{ verdict: "declared" as const, kpiIds: [5, 1, 2] }],
      [
        [1, 2, true],
        [1, 5, true],
        [2, 5, true],
      ],
    ],
    [
      "is what was declared after it was decided",
      [
        { verdict: "different" as const, kpiIds: [1, 2] },
        { verdict: "declared" as const, kpiIds: [1, 2] },
      ],
      [[1, 2, true]],
    ],
    [
      "is not what was decided after it was declared",
      [
        { verdict: "declared" as const, kpiIds: [1, 2] },
        { verdict: "shared" as const, kpiIds: [1, 2, 4] },
      ],
      [],
    ],
  ])("%s", (_, said, open) => {
    expect(unresolved(found, said).map(({ one, other, declared }) => [one, other, declared])).toEqual(open);
  });
});

describe("A share of a value", () => {
  test.each([
    [100_00, 10_000, 100_00],
    [100_01, 5_000, 50_00],
    [-100_01, 5_000, -50_00],
    [100, 3_333, 33],
    [-1, 5_000, 0],
    [7, 0, 0],
    [1e13, 9_999, 9_999e9],
    [9_999_999_999_999, 3_333, 3_332_999_999_999],
  ])("of %d minor units, %d hundredths of a percent are %d", (value, share, counted) => {
    expect(sharedValue(minor(value), share)).toBe(counted);
  });

  test("is taken of the value that is rounded already, as it is shown in full", () => {
    const terms = { direction: "up" as const, baseline: 0, valuePerUnitMinor: 0.5, attribution: 1 };
    expect(realisedValue(3, { ...terms, share: WHOLE_SHARE })).toBe(2);
    expect(realisedValue(3, { ...terms, share: 5_000 })).toBe(1);
  });

  test("never counts more than the whole with the others, gain or loss, to the last cent", () => {
    const cuts = fc.array(whole(0, WHOLE_SHARE), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(whole(-1e13, 1e13), cuts, (value, places) => {
        const at = [0, ...places.sort((a, b) => a - b), WHOLE_SHARE];
        const shares = at.slice(1).map((end, index) => end - (at[index] ?? 0));
        const counted = shares.map((share) => sharedValue(minor(value), share));
        const sum = counted.reduce((total, part) => total + BigInt(part), 0n);
        const exact = shares.map((share) => (BigInt(value) * BigInt(share)) / BigInt(WHOLE_SHARE));
        expect(counted.map(BigInt)).toEqual(exact);
        const left = value < 0 ? sum - BigInt(value) : BigInt(value) - sum;
        expect(left >= 0n && left < BigInt(shares.length)).toBe(true);
      }),
    );
  });
});

describe("Shares that may be decided", () => {
  const sharing = (shares: Record<number, number>, from = Q3, shared = true): Sharing => ({
    ...{ id: 0, shared, from },
    shares: new Map(Object.entries(shares).map(([id, share]) => [Number(id), share])),
  });
  const running = [sharing({ 1: 5_000, 2: 5_000 }, Q3)];
  test.each([
    ["exactly the whole", [], sharing({ 1: 3_333, 2: 3_333, 3: 3_334 }), null],
    ["less than the whole", [], sharing({ 1: 0, 2: 1 }), null],
    ["more than the whole", [], sharing({ 1: 5_000, 2: 5_001 }), "beyond-whole"],
    ["from a closed quarter", [], sharing({ 1: 5_000, 2: 5_000 }, Q1), "outside-quarters"],
    ["with one of two that share already", running, sharing({ 2: 10_000, 3: 0 }), "left-out"],
    ["with both that share already", running, sharing({ 1: 0, 2: 10_000, 3: 0 }), null],
    ["the end for one of two that share", running, sharing({ 1: 10_000 }, Q4, false), "left-out"],
    ["the end for both", running, sharing({ 1: 10_000, 2: 10_000 }, Q4, false), null],
    [
      "with one whose sharing ends only later",
      [...running, sharing({ 1: 10_000, 2: 10_000 }, Q4, false)],
      sharing({ 2: 10_000, 3: 0 }, Q3),
      "left-out",
    ],
    [
      "with one whose sharing has ended",
      [...running, sharing({ 1: 10_000, 2: 10_000 }, Q4, false)],
      sharing({ 2: 10_000, 3: 0 }, Q4),
      null,
    ],
  ])("%s", (_, decided, wanted, why) => {
    expect(whyNotShares(decided, wanted, [Q3, Q4])?.why ?? null).toBe(why);
  });

  test("hold in the newest decision that has begun", () => {
    const decided = [...running, sharing({ 1: 2_000, 2: 3_000 }, Q4)];
    expect([Q2, Q3, Q4].map((at) => [...sharesIn(decided, at).values()])).toEqual([[], [5_000, 5_000], [2_000, 3_000]]);
    expect([...sharingWith(decided, [1], Q4)].sort()).toEqual([1, 2]);
    expect([...sharingWith(decided, [9], Q4)]).toEqual([9]);
  });

  test("never let those that share count more than the whole in any quarter, whatever was decided before", () => {
    const wanted = fc.record({
      shared: fc.boolean(),
      from: fc.constantFrom(...QUARTERS),
      kpis: fc.uniqueArray(fc.tuple(whole(1, 6), whole(0, 6_000)), { selector: ([id]) => id, minLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 25 }), (asked) => {
        const decided: Sharing[] = [];
        for (const [id, { shared, from, kpis }] of asked.entries()) {
          const shares = new Map(kpis.map(([kpiId, share]) => [kpiId, shared ? share : WHOLE_SHARE]));
          if (!whyNotShares(decided, { shared, from, shares }, QUARTERS)) decided.push({ id, shared, from, shares });
        }
        for (const at of QUARTERS) {
          const shares = sharesIn(decided, at);
          // By pairs, as they were last decided: who shares with whom, however the decisions followed each other.
          const word = new Map<string, boolean>();
          for (const { shared, from, shares: of } of decided)
            if (from <= at)
              for (const a of of.keys()) for (const b of of.keys()) if (a < b) word.set(`${a}-${b}`, shared);
          for (const sharing of new Set(holdingIn(decided, at).values())) {
            const held = [...sharing.shares.keys()].filter((kpiId) => holdingIn(decided, at).get(kpiId) === sharing);
            const sum = held.reduce((total, kpiId) => total + (shares.get(kpiId) ?? 0), 0);
            if (sharing.shared) expect(sum).toBeLessThanOrEqual(WHOLE_SHARE);
          }
          for (const [pair, shared] of word) {
            const [a = 0, b = 0] = pair.split("-").map(Number);
            if (shared)
              expect((shares.get(a) ?? WHOLE_SHARE) + (shares.get(b) ?? WHOLE_SHARE)).toBeLessThanOrEqual(WHOLE_SHARE);
          }
        }
      }),
    );
  });
});

describe("What is typed", () => {
  const form = (shares: [string, string], verdict = "shared") => ({
    ...{ verdict, seen: "0", from: "2026-Q3", reason: "Les mêmes heures" },
    kpis: shares.map((share, at) => ({ id: String(at + 1), share })),
  });
  test.each([
    [
      ["33,33", "66.67 %"],
      [3_333, 6_667],
    ],
    [
      ["0", "100"],
      [0, 10_000],
    ],
    [
      ["0,07", "28,57"],
      [7, 2_857],
    ],
  ] as [[string, string], number[]][])("%s is exact", (typed, shares) => {
    expect(overlapInput.parse(form(typed)).kpis.map(({ share }) => share)).toEqual(shares);
  });
  test.each([["33,333"], ["101"], ["-1"], ["beaucoup"], [""]])("«%s» is refused at its field", (typed) => {
    expect(overlapInput.safeParse(form([typed, "50"])).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "kpis.0.share",
    ]);
    expect(overlapInput.parse(form([typed, "50"], "different")).kpis[0]).toEqual({ kpiId: 1, share: null });
  });
});
