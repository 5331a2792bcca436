/** Rows of one id are known by what they say: the order of a file is nobody's word. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { identify } from "#app/use-cases/import/identify";
import { mappingSchema } from "#app/use-cases/import/mapping";
import { namesakes, rowsByBase, settleNamesakes, unnumbered } from "#app/use-cases/import/namesakes";
import { type Existing, planner } from "#app/use-cases/import/plan";
import { rowReader } from "#app/use-cases/import/read-row";
import { readTable } from "#app/use-cases/import/read-table.server";
import { writeOf } from "#app/use-cases/import/write";

const known = {
  departments: [{ id: 1, code: "LOG", name: { fr: "Logistique" } }],
  peopleByEmail: new Map(),
  today: day("2026-03-02"),
};
const made = { title: "Title", department: "Department", need: "Need", stage: "Stage" };
const madeMapping = mappingSchema.parse({
  ...{ source: "register", language: "en", columns: made, idFrom: ["Department", "Title"], repeatedIds: "number" },
});
const ownMapping = mappingSchema.parse({
  ...{ source: "register", language: "en", columns: { ...made, externalId: "Id" }, repeatedIds: "number" },
});

const HEADER = "Id,Title,Department,Need,Stage";
const read = (rows: readonly string[]) => readTable(Buffer.from([HEADER, ...rows].join("\n")));

/** The register as an import of these rows into an empty one leaves it. */
async function brought(rows: readonly string[], mapping = madeMapping): Promise<Existing[]> {
  const table = await read(rows);
  const plan = [...planner(table, mapping, known).plan(0, rows.length, new Map())];
  return plan.flatMap((one, at) => {
    const write = writeOf(one);
    if (!write) return [];
    const { externalId, fields, imported } = write;
    return [
      { id: at + 1, reference: `UC-${at + 1}`, source: mapping.source, externalId, current: fields, last: imported },
    ];
  });
}

/** What a newer file would do to that register, by the case that each row means. */
async function planned(rows: readonly string[], cases: readonly Existing[], mapping = madeMapping) {
  const table = await read(rows);
  const identities = identify(table, mapping);
  const reader = rowReader(table, mapping, known);
  const fieldsOf = (at: number) => reader(table.rows[at] ?? { line: 0, cells: [] }).fields;
  const groups = namesakes(identities, rowsByBase(identities), cases, fieldsOf);
  const plan = planner(table, mapping, known, settleNamesakes(identities, groups, fieldsOf));
  const existing = new Map(cases.map((one) => [one.externalId, one]));
  return [...plan.plan(0, rows.length, existing)].map(({ row }) => row);
}

const USAGE = [
  ",Generative AI usage,LOG,Summaries of tenders,pilot",
  ",Generative AI usage,LOG,Answers to drivers,production",
  ",Generative AI usage,LOG,Labels in three languages,approved",
];
const acts = (rows: Awaited<ReturnType<typeof planned>>) => rows.map(({ act, useCase }) => [act, useCase?.reference]);

describe("Rows of one title and department", () => {
  test("change nothing when the file comes back in another order", async () => {
    const cases = await brought(USAGE);
    expect(cases.map(({ externalId }) => externalId)).toEqual([
      "log/generative-ai-usage",
      "log/generative-ai-usage-2",
      "log/generative-ai-usage-3",
    ]);
    expect(acts(await planned([...USAGE].reverse(), cases))).toEqual([
      ["unchanged", "UC-3"],
      ["unchanged", "UC-2"],
      ["unchanged", "UC-1"],
    ]);
  });

  test("the first of them gone, the others stay what they are", async () => {
    const rows = await planned(USAGE.slice(1), await brought(USAGE));
    expect(acts(rows)).toEqual([
      ["unchanged", "UC-2"],
      ["unchanged", "UC-3"],
    ]);
  });

  test("all but the last gone, it is still the last", async () => {
    const rows = await planned(USAGE.slice(2), await brought(USAGE));
    expect(acts(rows)).toEqual([["unchanged", "UC-3"]]);
  });

  test("a new one before them is the only new one, under a number that no case has", async () => {
    const rows = await planned([",Generative AI usage,LOG,Draft replies,pilot", ...USAGE], await brought(USAGE));
    expect(acts(rows)).toEqual([
      ["create", undefined],
      ["unchanged", "UC-1"],
      ["unchanged", "UC-2"],
      ["unchanged", "UC-3"],
    ]);
    expect(rows[0]?.externalId).toBe("log/generative-ai-usage-4");
  });

  test("one that changed is the one that agrees in most, and says no guess", async () => {
    const moved = ",Generative AI usage,LOG,Labels in three languages,production";
    const rows = await planned([moved, ...USAGE.slice(0, 2)], await brought(USAGE));
    expect(acts(rows)).toEqual([
      ["change", "UC-3"],
      ["unchanged", "UC-1"],
      ["unchanged", "UC-2"],
    ]);
    expect(rows[0]?.changes.map(({ field, before, after }) => [field, before, after])).toContainEqual([
      "stage",
      "approved",
      "production",
    ]);
    expect(rows[0]?.remarks).toEqual([]);
  });

  test("two of which nothing says who is who go by the file's order, and say so", async () => {
    const changed = [
      ",Generative AI usage,LOG,Something else altogether,retired",
      ",Generative AI usage,LOG,Another thing again,retired",
    ];
    const rows = await planned([...changed, USAGE[2] ?? ""], await brought(USAGE));
    expect(acts(rows)).toEqual([
      ["change", "UC-1"],
      ["change", "UC-2"],
      ["unchanged", "UC-3"],
    ]);
    expect(rows.map(({ remarks }) => remarks.map(({ key }) => key))).toEqual([
      ["imports.remark.namesakes"],
      ["imports.remark.namesakes"],
      [],
    ]);
  });

  test("so many of which none is as it was go by the file's order, and each says so", async () => {
    const many = (word: string) =>
      Array.from({ length: 201 }, (_, at) => `,Generative AI usage,LOG,${word} ${at},pilot`);
    const rows = await planned(many("after"), await brought(many("before")));
    expect(rows.every(({ act, remarks }) => act === "change" && remarks[0]?.key === "imports.remark.namesakes")).toBe(
      true,
    );
    expect(rows.map(({ useCase }) => useCase?.reference)).toEqual(rows.map((_, at) => `UC-${at + 1}`));
  });

  test("twenty thousand that say the same are each one case", async () => {
    const same = Array.from({ length: 20_000 }, () => ",Generative AI usage,LOG,Summaries of tenders,pilot");
    const rows = await planned(same, await brought(same));
    expect(new Set(rows.map(({ act, useCase }) => `${act} ${useCase?.reference}`)).size).toBe(same.length);
    expect(rows[0]?.act).toBe("unchanged");
    expect(rows.flatMap(({ remarks }) => remarks)).toEqual([]);
  });

  test("several that changed are each the one that they agree with in most, in whatever order", async () => {
    const moved = USAGE.map((row) => row.replace(/,[a-z]+$/, ",retired")).reverse();
    const rows = await planned(moved, await brought(USAGE));
    expect(acts(rows)).toEqual([
      ["change", "UC-3"],
      ["change", "UC-2"],
      ["change", "UC-1"],
    ]);
    expect(rows.flatMap(({ remarks }) => remarks)).toEqual([]);
  });

  test("a title without its number is another case, though only the one with the number is known", async () => {
    const cases = await brought([",Line 2,LOG,Second line,pilot"]);
    expect(acts(await planned([",Line,LOG,Second line,pilot"], cases))).toEqual([["create", undefined]]);
  });

  test("a number is not given to a row before the one whose title ends in it", async () => {
    const rows = [",Chat-2,LOG,a,pilot", ",Chat,LOG,b,pilot", ",Chat,LOG,c,pilot"];
    const cases = await brought(rows);
    expect(acts(await planned([...rows].reverse(), cases))).toEqual([
      ["unchanged", "UC-3"],
      ["unchanged", "UC-2"],
      ["unchanged", "UC-1"],
    ]);
  });

  test("a title that ends in a number is no number behind another title", async () => {
    const cases = await brought([
      ",Line 2,LOG,Second line,pilot",
      ",Line,LOG,The line,pilot",
      ",Line,LOG,Spare line,pilot",
    ]);
    const rows = await planned([",Line,LOG,Spare line,pilot", ",Line 2,LOG,Second line,pilot"], cases);
    expect(acts(rows)).toEqual([
      ["unchanged", "UC-3"],
      ["unchanged", "UC-1"],
    ]);
  });

  test("whatever the order, and whichever rows are left out, nothing changes, moves or is new", async () => {
    const row = fc.record({
      title: fc.constantFrom("Chat", "Chat 2", "Chat-2", "Search"),
      need: fc.constantFrom("a", "b", "c", "d"),
      stage: fc.constantFrom("pilot", "production", ""),
    });
    const register = fc
      .uniqueArray(row, { minLength: 1, maxLength: 9, selector: (one) => JSON.stringify(one) })
      .map((rows) => rows.map(({ title, need, stage }) => `,${title},LOG,${need},${stage}`));
    const shuffled = register.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: 1 })));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, some]) => {
        const after = await planned(some, await brought(rows));
        expect(after.map(({ act }) => act)).toEqual(some.map(() => "unchanged"));
        expect(new Set(after.map(({ useCase }) => useCase?.reference)).size).toBe(some.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Rows of one id that the register gives", () => {
  const OWN = ["7,Sort mail,LOG,Letters,pilot", "7,Sort mail,LOG,Parcels,production", "8,Count pallets,LOG,,pilot"];

  test("are told apart by what they say", async () => {
    const cases = await brought(OWN, ownMapping);
    expect(cases.map(({ externalId }) => externalId)).toEqual(["7", "7-2", "8"]);
    expect(acts(await planned([...OWN].reverse(), cases, ownMapping))).toEqual([
      ["unchanged", "UC-3"],
      ["unchanged", "UC-2"],
      ["unchanged", "UC-1"],
    ]);
  });

  test("one of two left is the one that it was", async () => {
    const rows = await planned(OWN.slice(1, 2), await brought(OWN, ownMapping), ownMapping);
    expect(acts(rows)).toEqual([["unchanged", "UC-2"]]);
  });

  test("an id that looks numbered is its own, and another title's case", async () => {
    const register = ["7,Sort mail,LOG,Letters,pilot", "7-2,Count pallets,LOG,Yard,production"];
    const rows = await planned(["7,Sort mail,LOG,Yard,production"], await brought(register, ownMapping), ownMapping);
    expect(acts(rows)).toEqual([["change", "UC-1"]]);
  });

  test("a single row of an id is the case of that id, however much it changed", async () => {
    const rows = await planned(
      ["7,Sort mail,LOG,Parcels,production"],
      await brought(OWN.slice(0, 1), ownMapping),
      ownMapping,
    );
    expect(acts(rows)).toEqual([["change", "UC-1"]]);
  });
});

test.each([
  ["x-2", "x"],
  ["x-31", "x"],
  ["x-1", null],
  ["x", null],
  ["-2", null],
  ["a/b-2-3", "a/b-2"],
])("%s is numbered behind %s", (id, base) => {
  expect(unnumbered(id)).toBe(base);
});
