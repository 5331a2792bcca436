/** What the commit of an import decides without a database: codes, memory of the last import, what can be stored. */
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { compare, remember } from "#app/use-cases/import/compare";
import { departmentCode } from "#app/use-cases/import/department-code";
import { sourceOf } from "#app/use-cases/import/file-source";
import { readRowsShown } from "#app/use-cases/import/import-input";
import { FILE_STAGES, mapStage } from "#app/use-cases/import/map-stage";
import { type Mapping, mappingSchema } from "#app/use-cases/import/mapping";
import { type Existing, planImport } from "#app/use-cases/import/plan";
import type { ImportedFields } from "#app/use-cases/import/read-row";
import { readTable } from "#app/use-cases/import/read-table.server";
import { apart, recordOf } from "#app/use-cases/import/record-of";
import { writesOf } from "#app/use-cases/import/write";

const csv = (text: string) => readTable(Buffer.from(text));
const mapped = (mapping: Partial<Mapping> & Pick<Mapping, "columns">) =>
  mappingSchema.parse({ source: "test", language: "en", ...mapping });
const nobody = {
  departments: [],
  peopleByEmail: new Map<string, number>(),
  today: day("2026-03-02"),
  existing: new Map<string, Existing>(),
};

describe("a department's code", () => {
  test.each([
    ["Ressources humaines", "rh", [], "RH"],
    ["Ressources humaines", null, [], "RH"],
    ["Logistique", null, [], "LOGIST"],
    ["Department of Homeland Security", "DHS / HQ", [], "DHS-HQ"],
    ["Agriculture and Agri-Food Canada", null, [], "AAFC"],
    ["Ressources humaines", null, ["RH", "RH2"], "RH3"],
    ["Ressources humaines", "un code bien trop long pour une colonne", [], "UN-CODE-BIEN-TROP-LO"],
    ["x", "un code bien trop long pour une colonne", ["UN-CODE-BIEN-TROP-LO"], "UN-CODE-BIEN-TROP-L2"],
    ["日本", null, [], "日本"],
    ["—", "–", [], "D"],
  ])("of %s, said %s, beside %j is %s", (name, said, taken: string[], code) => {
    expect(departmentCode(name, said, (one) => taken.includes(one))).toBe(code);
  });
});

test.each([
  ["Inventaire IA 2026.csv", "Inventaire IA 2026"],
  ["a.tar.XLSX", "a.tar"],
  [".csv", "import"],
  [`${"x".repeat(200)}.csv`, "x".repeat(80)],
])("the register of %s is called %s", (file, source) => expect(sourceOf(file)).toBe(source));

test.each([
  ["", { act: null, page: 1 }],
  ["act=refuse&page=3", { act: "refuse", page: 3 }],
  ["act=destroy&page=-1", { act: null, page: 1 }],
  ["page=1e9", { act: null, page: 100_000 }],
])("a dry run's address «%s» asks for %j", (search, shown) => {
  expect(readRowsShown(new URLSearchParams(search))).toEqual(shown);
});

describe("stages that a file can say", () => {
  test("are neither drafts, which are their author's alone, nor merged ones", () => {
    expect(FILE_STAGES).not.toContain("draft");
    expect(FILE_STAGES).not.toContain("merged");
    expect(mapStage("Ideation", {})).toEqual({ stage: "submitted", certainty: "nearest" });
    const stages = (to: string) =>
      mappingSchema.safeParse({ source: "x", language: "en", columns: {}, stages: { a: to } });
    expect([stages("draft").success, stages("merged").success, stages("poc").success]).toEqual([false, false, true]);
  });

  test("leave a case alone that was merged here", async () => {
    const fields: ImportedFields = { title: { en: "x" }, stage: "pilot", extra: {} };
    const current: ImportedFields = { ...fields, stage: "merged" };
    const existing = new Map([
      ["1", { id: 9, reference: "UC-9", source: "x", externalId: "1", current, last: fields }],
    ]);
    const mapping = mapped({ columns: { externalId: "Id", title: "Title", stage: "Stage" }, conflicts: "file" });
    const plan = planImport(await csv("Id,Title,Stage\n1,x,In production\n"), mapping, { ...nobody, existing });
    expect(plan.rows[0]?.changes.map(({ field }) => field)).toEqual(["extra"]);
  });
});

describe("what the next import compares with", () => {
  const last: ImportedFields = { title: { fr: "T" }, need: { fr: "N" }, extra: { A: "1" } };
  const file: ImportedFields = { title: { fr: "T2" }, extra: { A: "2", B: "3" } };

  test("is this file's word over the last one's: what it no longer says is not forgotten", () => {
    expect(remember(last, file, [])).toEqual({ title: { fr: "T2" }, need: { fr: "N" }, extra: { A: "2", B: "3" } });
  });

  test("except where ours was kept against it, so that the disagreement is told again", () => {
    const current: ImportedFields = { ...last, title: { fr: "Ours" } };
    const { conflicts } = compare(file, current, last);
    expect(conflicts.map(({ field }) => field)).toEqual(["title.fr"]);
    const kept = remember(last, file, conflicts);
    expect(kept.title).toEqual({ fr: "T" });
    expect(compare(file, { ...current, extra: file.extra }, kept).conflicts).toEqual(conflicts);
  });

  test("a new stage never keeps the old one's day", async () => {
    const before: ImportedFields = {
      title: { en: "x" },
      stage: "poc",
      stageSince: "2024-01-01" as never,
      extra: { Stage: "POC" },
    };
    const existing = new Map([
      ["1", { id: 9, reference: "UC-9", source: "x", externalId: "1", current: before, last: before }],
    ]);
    const mapping = mapped({ columns: { externalId: "Id", title: "Title", stage: "Stage" } });
    const [write] = writesOf(await csv("Id,Title,Stage\n1,x,Pilot\n"), mapping, { ...nobody, existing });
    expect(write?.fields).toMatchObject({ stage: "pilot", stageSince: undefined });
  });
});

test("the audit of a change holds the fields that are apart, and of the kept cells those that are", () => {
  const before = recordOf({ title: { fr: "T" }, department: { id: 1 }, extra: { A: "1", B: "2" } });
  const after = recordOf({ title: { fr: "T" }, department: { id: 2 }, extra: { A: "1", B: "3", C: "4" } });
  expect(apart(before, after)).toEqual({
    before: { departmentId: 1, B: "2", C: null },
    after: { departmentId: 2, B: "3", C: "4" },
  });
});

describe("what cannot be stored", () => {
  test("a NUL, which PostgreSQL refuses, is left out", async () => {
    const table = await csv(`Title,Need\n${"x,y\n".repeat(200)}a\0b,c\n`);
    expect(table.rows.at(-1)?.cells).toEqual(["ab", "c"]);
  });

  test.each([
    ["an id of 301 characters", `${"i".repeat(301)},x,y,z`, "imports.row.text-too-long"],
    ["a department of 201", `1,x,${"d".repeat(201)},z`, "imports.row.text-too-long"],
  ])("%s refuses its row", async (_, row, key) => {
    const mapping = mapped({ columns: { externalId: "Id", title: "Title", department: "Department", aiType: "Type" } });
    const plan = planImport(await csv(`Id,Title,Department,Type\n${row}\n2,a,b,c\n`), mapping, nobody);
    expect(plan.rows[0]?.problems[0]?.key).toBe(key);
    expect(plan.counts).toMatchObject({ refuse: 1, create: 1 });
  });

  test("a type of AI told in a whole sentence is kept as it is, and counted as unknown", async () => {
    const mapping = mapped({ columns: { externalId: "Id", title: "Title", aiType: "Type" } });
    const [write] = writesOf(await csv(`Id,Title,Type\n1,x,${"t".repeat(81)}\n`), mapping, nobody);
    expect(write?.fields.aiType).toBeUndefined();
    expect(write?.fields.extra).toEqual({ Type: "t".repeat(81) });
  });
});

test("a department that was once created on the person's word is found by its name the next time", async () => {
  const mapping = mapped({
    columns: { externalId: "Id", title: "Title", department: "Department" },
    departments: { hr: "create" },
  });
  const table = await csv("Id,Title,Department\n1,x,HR\n");
  const byCode = [{ id: 1, code: "HR", name: { en: "Human resources" } }];
  expect(planImport(table, mapping, { ...nobody, departments: byCode }).newDepartments).toHaveLength(1);
  const made = [...byCode, { id: 2, code: "HR2", name: { en: "HR" } }];
  const plan = planImport(table, mapping, { ...nobody, departments: made });
  expect(plan.newDepartments).toEqual([]);
});
