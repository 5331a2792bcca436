import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { errorRows } from "#app/use-cases/import/error-rows";
import { guessMapping } from "#app/use-cases/import/guess-mapping";
import { fieldOfHeader, meaningOf } from "#app/use-cases/import/header-words";
import { makeId } from "#app/use-cases/import/make-id";
import { guessNameOrder } from "#app/use-cases/import/map-department";
import { mapStage } from "#app/use-cases/import/map-stage";
import { type Mapping, mappingSchema, missingColumns, presetSchema } from "#app/use-cases/import/mapping";
import { mappingFromForm } from "#app/use-cases/import/mapping-form";
import { guessDayOrder, parseDay } from "#app/use-cases/import/parse-day";
import { type Existing, type PlanKnown, planImport } from "#app/use-cases/import/plan";
import { applyPreset, BUILT_IN_PRESETS, choosePreset, toPreset } from "#app/use-cases/import/presets";
import { readTable } from "#app/use-cases/import/read-table.server";
import { cellOf, type Table } from "#app/use-cases/import/table";
import { departmentSpellings, stageSpellings } from "#app/use-cases/import/value-counts";
import { writesOf } from "#app/use-cases/import/write";
import { sharedBytes, sharedData } from "../support/shared-data";

const fixture = (name: string) => readTable(readFileSync(`test/fixtures/import/${name}`));
const csv = (text: string) => readTable(Buffer.from(text));
const nobody: PlanKnown = { departments: [], peopleByEmail: new Map(), today: day("2026-03-02"), existing: new Map() };

/** What we would know after a first import was written. */
function afterImport(table: Table, mapping: Mapping, remembers = true): PlanKnown {
  const existing = new Map<string, Existing>();
  for (const { externalId, fields } of writesOf(table, mapping, nobody)) {
    const id = existing.size + 1;
    existing.set(externalId, {
      id,
      reference: `UC-${id}`,
      source: mapping.source,
      externalId,
      current: fields,
      last: remembers ? fields : null,
    });
  }
  return { ...nobody, existing };
}

function edit(known: PlanKnown, externalId: string, fields: Partial<Existing["current"]>): PlanKnown {
  const before = known.existing.get(externalId);
  if (!before) throw new Error(`no ${externalId}`);
  const edited = { ...before, current: { ...before.current, ...fields } };
  return { ...known, existing: new Map(known.existing).set(externalId, edited) };
}

function mapped(mapping: Partial<Mapping> & Pick<Mapping, "columns">): Mapping {
  return mappingSchema.parse({ source: "test", language: "en", ...mapping });
}

describe("headers", () => {
  test.each([
    ["Use Case Name", "title", null],
    ["ai_system_status_en", "stage", null],
    ["name_ai_system_fr", "title", "fr"],
    ["Titre (FR)", "title", "fr"],
    ["Titre (EN) (2)", "title", "en"],
    ["Intitulé", "title", null],
    ["developmentStage", "stage", null],
    ["Bénéfices attendus", "expectedBenefit", null],
    ["Réf.", "externalId", null],
    ["N°", "externalId", null],
    ["Direction métier", "department", null],
    ["Courriel", "ownerEmail", null],
  ])("%s means %s (%s)", (header, field, language) => {
    const meaning = meaningOf(header);
    expect(meaning?.field).toBe(field);
    if (field !== "stage") expect(meaning?.language).toBe(language);
  });

  test.each(["No", "Yes", "Lorem", ""])("%j means nothing", (header) => expect(fieldOfHeader(header)).toBeNull());
});

describe("stages", () => {
  test.each([
    ["In production", "production", "same"],
    ["in production ", "production", "same"],
    ["In production: less than 6 months", "production", "same"],
    ["Operation and Maintenance", "production", "nearest"],
    ["Acquisition and/or Development", "poc", "nearest"],
    ["Development and Acquisition", "poc", "nearest"],
    ["Initiated", "assessment", "nearest"],
    ["Mis hors service", "retired", "same"],
    ["En cours de développement", "poc", "nearest"],
    ["in_gebruik", "production", "same"],
    ["PRÉ-PILOTE", null, null],
    ["", null, null],
    ["Deployment", null, null],
    ["Successfully tested but not in production.", null, null],
    ["User Acceptance Testing to begin early spring '22", null, null],
    ["constructor", null, null],
    ["__proto__", null, null],
  ])("%j is %s (%s)", (word, stage, certainty) => {
    const found = mapStage(word, {});
    expect([found?.stage ?? null, found?.certainty ?? null]).toEqual([stage, certainty]);
  });

  test("the person's word is above ours", () => {
    expect(mapStage("Initiated", { initiated: "submitted" })).toEqual({ stage: "submitted", certainty: "said" });
    expect(mapStage("In production", { "in production": "unknown" })).toBeNull();
  });
});

describe("days", () => {
  test.each([
    ["2024-05-01", null, "2024-05-01"],
    ["2024-05-01 09:30", null, "2024-05-01"],
    ["2024-05-01T09:30:00Z", null, "2024-05-01"],
    ["10/31/2023", "mdy", "2023-10-31"],
    ["31/10/2023", "dmy", "2023-10-31"],
    ["03/04/2024", null, null],
    ["04/04/2024", null, "2024-04-04"],
    ["31/10/2023", "mdy", null],
    ["2 janvier 2024", null, "2024-01-02"],
    ["1er août 2024", null, "2024-08-01"],
    ["January 2, 2024", null, "2024-01-02"],
    ["2-Jan-2024", null, "2024-01-02"],
    ["2025", null, null],
    ["Q1FY24", null, null],
    ["24-Nov", null, null],
    ["31/02/2024", "dmy", null],
    ["N/A", "mdy", null],
  ] as const)("%s read as %s is %s", (text, order, day) => {
    expect(parseDay(text, order)).toBe(day);
  });

  test.each([
    [["1/2/2024", "10/31/2023"], "mdy"],
    [["31/10/2023"], "dmy"],
    [["1/2/2024"], null],
    [["13/1/2024", "1/13/2024"], null],
  ])("%j is written %s", (values, order) => expect(guessDayOrder(values)).toBe(order));
});

describe("ids that we make", () => {
  test("accents, case, spaces and punctuation do not make another case", () => {
    expect(makeId(["DOT", "", " Chat-bot, v2 "])).toBe("dot/chat-bot-v2");
    expect(makeId(["dot", "Chàt  bot v2"])).toBe("dot/chat-bot-v2");
  });

  test("long ones that begin alike stay apart, and blank ones are none", () => {
    expect(makeId([`${"x".repeat(300)}1`])).not.toBe(makeId([`${"x".repeat(300)}2`]));
    expect(makeId([" ", ""])).toBe("");
    expect(makeId(["!!!"])).not.toBe("");
  });
});

describe("guessing a mapping", () => {
  test("a French house spreadsheet", async () => {
    const mapping = guessMapping(await fixture("recensement_cp1252.csv"), "maison");
    expect(mapping).toMatchObject({
      language: "fr",
      columns: {
        externalId: "Réf.",
        title: "Intitulé",
        need: "Besoin",
        department: "Département",
        stage: "Étape",
      },
      repeatedIds: "refuse",
    });
  });

  test("contents speak where headers do not", async () => {
    const table = await csv(
      "A,B,C,D\nhttps://x.test/1,Sorting the mail,In production,a@x.test\nhttps://x.test/2,Planning leave,Pilot,b@x.test\n",
    );
    expect(guessMapping(table, "x").columns).toEqual({ externalId: "A", title: "B", stage: "C", ownerEmail: "D" });
  });

  test.each([
    [["Post / La Poste", "Treasury / Le Trésor"], "en/fr"],
    [["La Poste / Post", "Le Trésor / Treasury"], "fr/en"],
    [["Post", "Treasury"], "one"],
    [["IT / HR", "R&D / QA"], "one"],
  ])("departments %j are named %s", (names, order) => expect(guessNameOrder(names)).toBe(order));
});

describe("presets", () => {
  test("each built-in one is a valid preset with columns of its own", () => {
    for (const preset of BUILT_IN_PRESETS) expect(presetSchema.parse(preset)).toEqual(preset);
  });

  test("a file is known by its headers, whatever their order and case; another is not", async () => {
    const table = await fixture("no-ids_utf16.csv");
    expect(choosePreset(table, BUILT_IN_PRESETS)?.name).toBe("US federal inventory 2024");
    expect(choosePreset(await fixture("ragged.csv"), BUILT_IN_PRESETS)).toBeNull();
  });

  test("one that is saved finds its columns in next year's file, and tells those that are gone", async () => {
    const table = await csv("Title,Phase,Unit\nx,Pilot,Sales\n");
    const preset = toPreset("Ours", guessMapping(table, "ours"));
    const next = await csv("UNIT,title,New\nSales,y,z\n");
    expect(missingColumns(next, preset.mapping)).toContain("Phase");
    expect(applyPreset(next, presetSchema.parse(JSON.parse(JSON.stringify(preset)))).columns).toEqual({
      title: "title",
    });
  });
});

describe("a dry run", () => {
  test("tells each row's fate, with its line and its reasons", async () => {
    const table = await fixture("ragged.csv");
    const mapping = mapped({ columns: { externalId: "Id", title: "Title", department: "Department" } });
    const { rows, counts } = planImport(table, mapping, nobody);
    expect(counts).toEqual({ create: 1, change: 0, unchanged: 0, refuse: 5 });
    expect(rows.map(({ line, act, problems }) => [line, act, ...problems.map(({ key }) => key)])).toEqual([
      [2, "create"],
      [3, "refuse", "imports.row.too-many-cells"],
      [4, "refuse", "imports.row.no-id"],
      [5, "refuse", "imports.row.repeated-id"],
      [6, "refuse", "imports.row.no-title"],
      [7, "refuse", "imports.row.no-title"],
    ]);
    expect(rows[3]?.problems[0]?.values).toEqual({ id: "1", column: "Id", line: 2 });
  });

  test("ids are made and numbered where the mapping says so", async () => {
    const table = await fixture("ragged.csv");
    const columns = { externalId: "Id", title: "Title", department: "Department" };
    const { rows } = planImport(table, mapped({ columns, idFrom: ["Title"], repeatedIds: "number" }), nobody);
    expect(rows.map(({ externalId }) => externalId)).toEqual(["1", "2", "three", "1-2", "5", "6"]);
  });

  test("a number is never given that a later row has of itself", async () => {
    const table = await csv("Id,Title\na,x\na,y\na-2,z\n");
    const { rows } = planImport(
      table,
      mapped({ columns: { externalId: "Id", title: "Title" }, repeatedIds: "number" }),
      nobody,
    );
    expect(rows.map(({ externalId }) => externalId)).toEqual(["a", "a-3", "a-2"]);
  });

  test("all of a row is kept, and what is not understood is told and stays unknown", async () => {
    const table = await fixture("recensement_cp1252.csv");
    const mapping = guessMapping(table, "maison");
    const plan = planImport(table, mapping, nobody);
    const writes = [...writesOf(table, mapping, nobody)];
    expect(plan.counts.create).toBe(4);
    expect(plan.unknownStages).toBe(2);
    expect(plan.rows[3]?.remarks).toEqual([{ key: "imports.remark.stage", values: { word: "Peut-être un jour" } }]);
    expect(writes[3]?.fields.extra).toMatchObject({ Étape: "Peut-être un jour" });
    expect(writes[0]?.fields).toMatchObject({
      title: { fr: "Réponse aux avis clients" },
      stage: "production",
      department: { key: "relation client" },
      extra: { Commentaire: "déjà utile", "Commentaire (2)": "- à suivre" },
    });
    expect(plan.newDepartments.map(({ name, count }) => [name.fr, count])).toEqual([
      ["Relation client", 1],
      ["Supply chain", 1],
      ["RH", 1],
      ["Juridique", 1],
    ]);
  });

  test("both languages of a text and of a department are kept", async () => {
    const table = await fixture("bilingual_bom.csv");
    const preset = BUILT_IN_PRESETS.find(({ name }) => name.startsWith("Canada"));
    if (!preset) throw new Error("no preset");
    const mapping = applyPreset(table, preset);
    const [first, second] = writesOf(table, mapping, nobody);
    expect(first?.fields).toMatchObject({
      title: { en: "Mail sorting", fr: "Tri du courrier" },
      need: { en: "Sorts mail", fr: "Trie le courrier" },
      stage: "production",
      extra: { status_date: "2025" },
    });
    expect(first?.fields.stageSince).toBeUndefined();
    expect(second?.fields).toMatchObject({ stageSince: "2024-05-01" });
    expect(second?.fields.stage).toBeUndefined();
    expect(planImport(table, mapping, nobody).newDepartments[0]?.name).toEqual({ en: "Post Office", fr: "La Poste" });
  });

  test("departments are found by code or name, in either language, however they are spelled", async () => {
    const table = await csv("Title,Department\na,RELATION  CLIENT\nb,cust\nc,Customer care\nd,Other\ne,\n");
    const departments = [{ id: 7, code: "CUST", name: { fr: "Relation client", en: "Customer care" } }];
    const columns = { title: "Title", department: "Department" };
    const fate = (mapping: Partial<Mapping>) => {
      const rules = mapped({ columns, idFrom: ["Title"], ...mapping });
      return [...writesOf(table, rules, { ...nobody, departments })].map(({ fields: { department } }) =>
        department && "id" in department ? { id: department.id } : department,
      );
    };
    const ours = { id: 7 };
    expect(fate({})).toEqual([ours, ours, ours, { key: "other" }, undefined]);
    expect(fate({ newDepartments: "leave" })).toEqual([ours, ours, ours, undefined, undefined]);
    expect(fate({ newDepartments: "refuse" })).toEqual([ours, ours, ours, undefined]);
    expect(fate({ departments: { other: 7, cust: "leave" } })).toEqual([ours, undefined, ours, ours, undefined]);
  });

  test("people counts, owners and countries", async () => {
    const table = await csv("Title,Users,Email,Country\na,1 200,Ann@x.test,FR\nb,about 20,nobody@x.test,BE\n");
    const columns = { title: "Title", peopleAffected: "Users", ownerEmail: "Email", country: "Country" };
    const known = { ...nobody, peopleByEmail: new Map([["ann@x.test", 3]]) };
    const mapping = mapped({ columns, idFrom: ["Title"] });
    const [first, second] = writesOf(table, mapping, known);
    expect(first?.fields).toEqual({ title: { en: "a" }, peopleAffected: 1200, ownerId: 3, country: "FR", extra: {} });
    expect(second?.fields.extra).toEqual({ Users: "about 20", Email: "nobody@x.test" });
    expect(planImport(table, mapping, known).rows[1]?.remarks.map(({ key }) => key)).toEqual([
      "imports.remark.count",
      "imports.remark.owner",
    ]);
  });
});

describe("a second import", () => {
  const columns = { externalId: "Id", title: "Title", need: "Need", stage: "Stage" };
  const first = "Id,Title,Need,Stage,More\n1,One,Because,Pilot,x\n2,Two,Why,,y\n";

  test("of the same file changes nothing", async () => {
    for (const remembers of [true, false]) {
      const table = await csv(first);
      const plan = planImport(table, mapped({ columns }), afterImport(table, mapped({ columns }), remembers));
      expect(plan.counts).toEqual({ create: 0, change: 0, unchanged: 2, refuse: 0 });
    }
  });

  test("shows field by field what the file changes, and a blank cell erases nothing", async () => {
    const known = afterImport(await csv(first), mapped({ columns }));
    const next = await csv("Id,Title,Need,Stage,More\n1,One,,In production,z\n3,Three,,,\n");
    const plan = planImport(next, mapped({ columns }), known);
    expect(plan.counts).toEqual({ create: 1, change: 1, unchanged: 0, refuse: 0 });
    expect(plan.rows[0]).toMatchObject({ useCase: { id: 1, reference: "UC-1" } });
    expect(plan.rows[0]?.changes).toEqual([
      { field: "stage", header: null, before: "pilot", after: "production" },
      { field: "extra", header: "Stage", before: "Pilot", after: "In production" },
      { field: "extra", header: "More", before: "x", after: "z" },
    ]);
    const [write] = writesOf(next, mapped({ columns }), known);
    expect(write).toMatchObject({
      act: "change",
      existing: { id: 1 },
      fields: { title: { en: "One" }, need: { en: "Because" }, stage: "production", extra: { More: "z" } },
    });
  });

  test("leaves what was edited here since, when the file has nothing new to say", async () => {
    const table = await csv(first);
    const known = edit(afterImport(table, mapped({ columns })), "1", { stage: "production", title: { en: "Better" } });
    expect(planImport(table, mapped({ columns }), known).counts.unchanged).toBe(2);
  });

  test("tells a conflict, and takes the file's word only where the mapping says so", async () => {
    const known = edit(afterImport(await csv(first), mapped({ columns })), "1", {
      title: { en: "Ours", fr: "Le nôtre" },
    });
    const next = await csv(first.replace("One", "Theirs"));
    const plan = planImport(next, mapped({ columns }), known);
    expect(plan.conflicts).toBe(1);
    expect(plan.rows[0]).toMatchObject({ act: "unchanged", conflicts: [{ before: "Ours", after: "Theirs" }] });
    const [write] = writesOf(next, mapped({ columns, conflicts: "file" }), known);
    expect(write?.fields.title).toEqual({ en: "Theirs", fr: "Le nôtre" });
  });

  test("names departments and owners in a change as people do", async () => {
    const departments = [
      { id: 1, code: "A", name: { en: "Alpha" } },
      { id: 2, code: "B", name: { en: "Beta" } },
    ];
    const mapping = mapped({ columns: { externalId: "Id", title: "Title", department: "Department" } });
    const current = { title: { en: "x" }, department: { id: 1 }, extra: {} };
    const existing = new Map([["1", { id: 9, reference: "UC-9", source: "x", externalId: "1", current, last: null }]]);
    const plan = planImport(await csv("Id,Title,Department\n1,x,B\n"), mapping, { ...nobody, departments, existing });
    expect(plan.rows[0]?.changes[0]).toMatchObject({ field: "department", before: "Alpha", after: "Beta" });
  });
});

describe("refused rows", () => {
  test("leave as a file that comes back, its texts unharmed", async () => {
    const cell = fc.string({ unit: fc.constantFrom("=", "'", "-", '"', ",", ";", "\n", "a", "é"), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (needs) => {
        const lines = needs.map((need) => `,"x${need.replaceAll('"', '""')}"`);
        const table = await csv(`Title,Need\n${lines.join("\n")}\n`);
        const plan = planImport(table, mapped({ columns: { title: "Title" }, idFrom: ["Need"] }), nobody);
        expect(plan.counts.refuse).toBe(needs.length);
        const file = [...errorRows(table, plan.rows, ({ key }) => `=${key}`)].join("");
        expect(file).toContain("'=imports.row");
        const again = await readTable(Buffer.from(file));
        expect(again.columns).toEqual(table.columns);
        const [, need] = table.columns;
        expect(again.rows.map((row) => cellOf(row, need))).toEqual(table.rows.map((row) => cellOf(row, need)));
      }),
      { numRuns: 50 },
    );
  });
});

describe("the mapping's form", () => {
  const before = mapped({ columns: { title: "Title", stage: "Stage" }, idFrom: ["Title"] });
  const table = { columns: ["Title", "Stage", "Id"].map((name, index) => ({ index, name })) };
  const filled = (entries: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of entries) form.append(name, value);
    return mappingFromForm(form, table, before);
  };

  test("columns by their place, words by pairs", () => {
    const result = filled([
      ["column.externalId", "2"],
      ["column.stage", ""],
      ["idFromShown", "1"],
      ["dayOrder", "mdy"],
      ["stageWord", "Initié"],
      ["stageTo", "submitted"],
      ["departmentWord", "rh"],
      ["departmentTo", "12"],
      ["departmentWord", "it"],
      ["departmentTo", ""],
    ]);
    expect(result).toMatchObject({
      mapping: {
        columns: { title: "Title", externalId: "Id" },
        idFrom: [],
        dayOrder: "mdy",
        stages: { initie: "submitted" },
        departments: { rh: 12 },
      },
    });
    expect("mapping" in result && result.mapping.columns.stage).toBeUndefined();
  });

  test("what it leaves out stays; what it says wrongly is told by field", () => {
    expect(filled([])).toEqual({ mapping: before });
    expect(filled([["source", " "]])).toMatchObject({ errors: [{ field: "source" }] });
    expect(
      filled([
        ["stageWord", "x"],
        ["stageTo", "heaven"],
      ]),
    ).toMatchObject({ errors: [{ field: "stages.x" }] });
  });
});

describe.runIf(sharedData)("public registers come in whole", () => {
  test.each([
    ["us-2024_cp1252.csv", 2133, 62, 9, 41],
    ["us-2024_sample_cp1252.csv", 159, 62, 4, 31],
    ["canada_2025-11.csv", 409, 24, 42, 42],
    ["canada_sample_bom_fr-en.csv", 103, 24, 10, 36],
    ["uk-atrs_records.csv", 136, 4, 136, 73],
    ["us-2023.csv", 710, 10, 328, 21],
  ])(
    "%s: %i cases, %i columns, %i without a known stage, %i departments",
    async (file, cases, width, unknown, departments) => {
      const table = await readTable(sharedBytes(`inventories/${file}`));
      expect([table.rows.length, table.columns.length]).toEqual([cases, width]);
      const preset = choosePreset(table, BUILT_IN_PRESETS);
      if (!preset) throw new Error("no preset knows it");
      for (const mapping of [applyPreset(table, preset), guessMapping(table, file)]) {
        const plan = planImport(table, mapping, nobody);
        expect(plan.counts).toEqual({ create: cases, change: 0, unchanged: 0, refuse: 0 });
        expect([plan.unknownStages, plan.newDepartments.length]).toEqual([unknown, departments]);
        expect(new Set(plan.rows.map(({ externalId }) => externalId)).size).toBe(cases);
        const again = planImport(table, mapping, afterImport(table, mapping));
        expect(again.counts.unchanged).toBe(cases);
      }
    },
  );

  test("the 2024 inventory's apostrophes, stages and blanks are read as published", async () => {
    const table = await readTable(sharedBytes("inventories/us-2024_cp1252.csv"));
    const preset = choosePreset(table, BUILT_IN_PRESETS);
    if (!preset) throw new Error("no preset knows it");
    const mapping = applyPreset(table, preset);
    expect(table.encoding).toBe("windows-1252");
    expect(table.columns.map(({ name }) => name)).toContain("Describe the AI system’s outputs.");
    const { spellings, blank } = stageSpellings(table, mapping);
    expect(blank).toBe(4);
    expect(spellings.slice(0, 3).map(({ text, count }) => [text, count])).toEqual([
      ["Operation and Maintenance", 874],
      ["Acquisition and/or Development", 404],
      ["Initiated", 370],
    ]);
    expect(departmentSpellings(table, mapping, []).spellings).toHaveLength(41);
  });

  test("Canada keeps both languages of every title and description", async () => {
    const table = await readTable(sharedBytes("inventories/canada_2025-11.csv"));
    const writes = [...writesOf(table, guessMapping(table, "canada"), nobody)];
    expect(writes.filter(({ fields }) => fields.title?.fr && fields.title.en)).toHaveLength(409);
    expect(writes.filter(({ fields }) => fields.need?.fr && fields.need.en)).toHaveLength(409);
  });
});

describe("a cell", () => {
  test("is kept without what nobody types, as a form would: direction turned, letters unseen, controls", async () => {
    const table = await csv(
      'Id,Title,Need\nA-1,"Pay \u202Efdp.exe\u202C\u200B","Two\uFEFF\r\nlines\u2066 here\u2069"\n',
    );
    const [written] = writesOf(table, mapped({ columns: { externalId: "Id", title: "Title", need: "Need" } }), nobody);
    expect(written?.fields).toMatchObject({ title: { en: "Pay fdp.exe" }, need: { en: "Two\nlines here" } });
  });
});
