import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { alikeOf, likenessesOf } from "#app/use-cases/import/alike";
import { sourceAmong } from "#app/use-cases/import/file-source";
import { mappingSchema } from "#app/use-cases/import/mapping";
import { type Existing, planner } from "#app/use-cases/import/plan";
import { toPreset } from "#app/use-cases/import/presets";
import type { ImportedFields } from "#app/use-cases/import/read-row";
import { readTable } from "#app/use-cases/import/read-table.server";
import { writeOf } from "#app/use-cases/import/write";

const LOGISTICS = 1;
const LEGAL = 2;
const known = {
  departments: [
    { id: LOGISTICS, code: "LOG", name: { fr: "Logistique" } },
    { id: LEGAL, code: "JUR", name: { fr: "Juridique" } },
  ],
  peopleByEmail: new Map<string, number>(),
  today: day("2026-03-02"),
};
const columns = { externalId: "Id", title: "Title", department: "Department", need: "Need" };

function held(id: number, title: string, departmentId: number | null, more: Partial<ImportedFields> = {}): Existing {
  const department = departmentId === null ? {} : { department: { id: departmentId } };
  const fields = { title: { en: title }, ...department, extra: { Department: "Logistique" }, ...more };
  return { id, reference: `UC-${id}`, source: "register", externalId: `old-${id}`, current: fields, last: fields };
}

/** Plans rows of which none is known by its id, against cases that the file does not name. */
async function plan(
  rows: string[],
  cases: Existing[],
  others: string[] = [],
  { outside = [], ...said }: { outside?: Existing[]; elsewhere?: "ask" | "same" | "new"; same?: string[] } = {},
) {
  const table = await readTable(Buffer.from(["Id,Title,Department,Need", ...rows].join("\n")));
  const mapping = mappingSchema.parse({ source: "register", language: "en", columns, others, ...said });
  const made = planner(table, mapping, known);
  const byLikeness = (known: Existing[]) => {
    const among = new Map<string, Existing[]>();
    for (const one of known) {
      for (const key of likenessesOf(one.current)) among.set(key, [...(among.get(key) ?? []), one]);
    }
    return among;
  };
  const counted = new Map<string, number>();
  made.countLikenesses(0, made.size, counted);
  return [
    ...made.plan(0, made.size, new Map(), { cases: byLikeness(cases), outside: byLikeness(outside), rows: counted }),
  ];
}

describe("A row under an unknown id", () => {
  test.each([
    ["the same title and department", ["n-1,Sort mail,Logistique,"], [held(7, "Sort mail", LOGISTICS)], "UC-7"],
    ["another case, other accents", ["n-1,SORT  mâil,LOG,"], [held(7, "Sort mail", LOGISTICS)], "UC-7"],
    ["neither says a department", ["n-1,Sort mail,,"], [held(7, "Sort mail", null)], "UC-7"],
    ["another department", ["n-1,Sort mail,Juridique,"], [held(7, "Sort mail", LOGISTICS)], null],
    ["a department that is new here", ["n-1,Sort mail,Finance,"], [held(7, "Sort mail", null)], null],
    ["only the case has a department", ["n-1,Sort mail,,"], [held(7, "Sort mail", LOGISTICS)], null],
    [
      "the title of the other language",
      ["n-1,Sort mail,Logistique,"],
      [held(7, "Sort mail", LOGISTICS, { title: { fr: "Trier le courrier", en: "Sort mail" } })],
      "UC-7",
    ],
    ["another title", ["n-1,Sort letters,Logistique,"], [held(7, "Sort mail", LOGISTICS)], null],
    [
      "the title of two cases",
      ["n-1,Sort mail,Logistique,"],
      [held(7, "Sort mail", LOGISTICS), held(8, "Sort mail", LOGISTICS)],
      null,
    ],
    [
      "a title that the file says twice",
      ["n-1,Sort mail,Logistique,", "n-2,Sort mail,LOG,"],
      [held(7, "Sort mail", LOGISTICS)],
      null,
    ],
    [
      "a title that the file says of two departments",
      ["n-1,Sort mail,Logistique,", "n-2,Sort mail,Juridique,"],
      [held(7, "Sort mail", LOGISTICS)],
      "UC-7",
    ],
  ])("%s", async (_, rows, cases, reference) => {
    const [first] = await plan(rows, cases);
    expect(first?.row.useCase?.reference ?? null).toBe(reference);
    expect(first?.row.act).toBe(reference ? "change" : "create");
  });

  test("takes its case over with the id and what else the file says anew", async () => {
    const before = held(7, "Sort mail", LOGISTICS, { need: { en: "Old need" } });
    const [first] = await plan(["n-1,Sort mail,Logistique,New need"], [before]);
    expect(first?.row.alike).toEqual({
      reference: "UC-7",
      taken: true,
      asked: false,
      joinable: true,
      enteredHere: false,
    });
    expect(first?.row.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["externalId", "old-7", "n-1"],
      ["need.en", "Old need", "New need"],
    ]);
    const write = first && writeOf(first);
    expect(write).toMatchObject({ act: "change", externalId: "n-1", existing: { id: 7 } });
    expect(write?.fields).toMatchObject({ need: { en: "New need" } });
  });

  test("writes its id even where nothing else changed", async () => {
    const [first] = await plan(["n-1,Sort mail,Logistique,"], [held(7, "Sort mail", LOGISTICS)]);
    expect(first?.row).toMatchObject({ act: "change", changes: [{ field: "externalId", after: "n-1" }] });
  });

  test("is a new case where the person has said so, and the question stays open", async () => {
    const [first] = await plan(["n-1,Sort mail,Logistique,"], [held(7, "Sort mail", LOGISTICS)], ["n-1"]);
    expect(first?.row).toMatchObject({ act: "create", useCase: null, alike: { reference: "UC-7", taken: false } });
  });

  test("is told why nothing was guessed", async () => {
    const twice = ["n-1,Sort mail,Logistique,", "n-2,Sort mail,LOG,"];
    const [first] = await plan(twice, [held(7, "Sort mail", LOGISTICS)]);
    expect(first?.row.remarks).toEqual([
      { key: "imports.remark.several-alike", values: { rows: 2, count: 1, references: "UC-7" } },
    ]);
    const [free] = await plan(["n-1,Sort letters,Logistique,", "n-2,Sort letters,LOG,"], []);
    expect(free?.row.remarks).toEqual([]);
  });

  test("is refused before it is anything's likeness", async () => {
    const [first] = await plan([",Sort mail,Logistique,"], [held(7, "Sort mail", LOGISTICS)]);
    expect(first?.row).toMatchObject({ act: "refuse", useCase: null, alike: null });
  });
});

describe("A row with the title and department of a case outside the register", () => {
  const row = "n-1,Sort mail,Logistique,";
  const here = { ...held(7, "Sort mail", LOGISTICS), source: null, externalId: "", enteredHere: true };
  const elsewhere = { ...held(8, "Sort mail", LOGISTICS), source: "another register" };

  test.each([
    ["waits for a word", {}, here, "refuse", true],
    ["waits whichever register the case is of", {}, elsewhere, "refuse", true],
    ["is that case where the person says so", { same: ["n-1"] }, here, "change", false],
    ["is that case where the person says so of the whole file", { elsewhere: "same" as const }, here, "change", false],
    ["is never that of another register", { elsewhere: "same" as const, same: ["n-1"] }, elsewhere, "refuse", true],
    ["is new where the person says so", { others: ["n-1"] }, here, "create", false],
    ["is new before it is the same", { others: ["n-1"], elsewhere: "same" as const }, here, "create", false],
    ["is new where the person says so of the whole file", { elsewhere: "new" as const }, here, "create", undefined],
  ])(
    "%s",
    async (_, { others = [], ...said }: Parameters<typeof plan>[3] & { others?: string[] }, known, act, asked) => {
      const [only] = await plan([row], [], others, { ...said, outside: [known] });
      expect([only?.row.act, only?.row.alike?.asked]).toEqual([act, asked]);
    },
  );

  test("waits, and cannot be said to be that case, where two rows or two cases go by it", async () => {
    const both = { elsewhere: "same" as const };
    const [one] = await plan([row], [], [], { ...both, outside: [here, { ...here, id: 9, reference: "UC-9" }] });
    const [two] = await plan([row, "n-2,Sort mail,LOG,"], [], [], { ...both, outside: [here] });
    for (const planned of [one, two]) expect(planned?.row.alike).toMatchObject({ asked: true, joinable: false });
  });

  test("is first the case of its own register", async () => {
    const [only] = await plan([row], [held(5, "Sort mail", LOGISTICS)], [], { outside: [here] });
    expect(only?.row.useCase?.reference).toBe("UC-5");
  });
});

test("Punctuation alone is no likeness", () => {
  expect(likenessesOf({ title: { en: "  " } })).toEqual([]);
  expect(
    alikeOf({ title: { en: " " }, extra: {} }, { cases: new Map([["", [held(1, "x", 1)]]]), rows: new Map() }),
  ).toBeNull();
});

test("The next file of a preset has its own new cases", () => {
  const mapping = mappingSchema.parse({ source: "r", language: "en", columns, others: ["n-1"], alike: "new" });
  expect(toPreset("R", mapping).mapping).toMatchObject({ others: [], alike: "new" });
});

describe("The register that a file's name tells of", () => {
  test.each([
    [["ministry-2024"], "ministry-2025", "ministry-2024"],
    [["ministry 2024-05"], "Ministry 2025-06-30", "ministry 2024-05"],
    [["ministry"], "ministry_20250630", "ministry"],
    [["ministry-2024", "ministry-2025"], "ministry-2025", "ministry-2025"],
    [["ministry-2023", "ministry-2024"], "ministry-2025", "ministry-2025"],
    [["site-1"], "site-2", "site-2"],
    [["2024"], "2025", "2025"],
    [["part-120245"], "part-120255", "part-120255"],
    [[], "ministry-2025", "ministry-2025"],
  ])("of %j, %s belongs to %s", (registers, file, source) => {
    expect(sourceAmong(registers, file)).toBe(source);
  });
});
