/** What leaves in the shape of a register, and what comes back changed. */
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { writeCsv } from "#app/kernel/csv";
import { whenAt } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { verifyAudit } from "#app/people/audit.server";
import { CASEBOOK } from "#app/people/roles";
import type { ExportShape } from "#app/portfolio/shapes/shape";
import { sheetIn } from "#app/portfolio/shapes/sheet.server";
import { US_FEDERAL_COLUMNS } from "#app/portfolio/shapes/us-federal-columns";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import { readTable } from "#app/use-cases/import/read-table.server";
import { importWhole } from "#app/use-cases/import/run.server";
import { cellOf, type Table } from "#app/use-cases/import/table";
import { firstMapping } from "#app/use-cases/import/upload.server";
import { type Format, fileOf } from "#app/use-cases/list/export.server";
import { openList } from "#app/use-cases/list/list.server";
import { readQuery } from "#app/use-cases/list/query";
import type { Database } from "#db/client.server";
import { auditEvents, stageChanges, useCases } from "#db/schema.server";
import { type App, openApp, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { newDatabase } from "../support/database";
import { hostileStrings } from "../support/hostile";
import { importPath, runImport } from "../support/import-steps";
import { sharedBytes, sharedData } from "../support/shared-data";
import { workbook } from "../support/xlsx";

const when = whenAt(TODAY, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });

/** All cases as somebody without drafts exports them. */
async function exported(
  database: Database,
  shape: ExportShape,
  format: Format,
  { locale = "fr", view = "sort=reference-ascending" }: { locale?: "fr" | "en"; view?: string } = {},
): Promise<Buffer> {
  const speech = speechFor(locale, "EUR", "Europe/Paris");
  const reader = { personId: 0, hidden: NOTHING_HIDDEN, today: when.today, tell: speech.tell };
  const list = await openList(database, reader);
  const query = readQuery(new URLSearchParams(view));
  return buffer(fileOf(sheetIn(database, query, list, speech, shape), format));
}

async function bringIn(database: Database, bytes: Buffer, fileName = "retour.csv") {
  const table = await readTable(bytes);
  const first = await firstMapping(database, table, fileName, "fr");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const whole = { fileName, sha256, size: bytes.length, table, reading: {}, dryRun: false, leaveOut: false } as const;
  const job = { ...whole, ...first, reader: "fr" } as const;
  return importWhole(
    database,
    CASEBOOK,
    job,
    when,
    () => TODAY,
    () => undefined,
  );
}

const cellsOf = (table: Table) => [
  table.columns.map(({ name }) => name),
  ...table.rows.map((row) => table.columns.map((column) => cellOf(row, column))),
];

/** The file with some cells changed: by reference and header. */
async function changed(
  bytes: Buffer,
  format: "csv" | "xlsx",
  cells: [reference: string, header: string, to: string][],
) {
  const rows = cellsOf(await readTable(bytes));
  const [header = [], ...lines] = rows;
  for (const [reference, name, to] of cells) {
    const line = lines.find(([first]) => first === reference);
    const at = header.indexOf(name);
    if (!line || at < 0) throw new Error(`${reference} or ${name} is not in the file`);
    line[at] = to;
  }
  return format === "csv" ? Buffer.from(writeCsv(rows, ";")) : workbook({ Cas: rows });
}

const versions = async (database: Database) =>
  new Map(
    (await database.select({ reference: useCases.reference, version: useCases.version }).from(useCases)).map(
      ({ reference, version }) => [reference, version],
    ),
  );

async function some(app: App, count: number) {
  const departmentId = await app.department("LOG", "Logistique");
  const made: string[] = [];
  for (let at = 1; at <= count; at++) {
    made.push((await aCase(app, { title: `Cas ${at}`, departmentId, minutesPerTime: at / 2 })).reference);
  }
  return made;
}

describe("Our own file", () => {
  test.each([
    ["csv", "fr"],
    ["csv", "en"],
    ["xlsx", "fr"],
    ["xlsx", "en"],
  ] as const)("comes back as %s in %s with exactly what was changed", async (format, locale) => {
    const app = await openApp();
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"], locale });
    await app.department("RH", "Ressources humaines");
    const [one = "", two = "", three = "", four = ""] = await some(app, 6);
    const before = await app.database.select().from(useCases).orderBy(asc(useCases.id));
    const bytes = await exported(app.database, "casebook", format, { locale });
    const words = locale === "fr" ? ["Titre (français)", "Département"] : ["Title (French)", "Department"];
    const [title = "", department = ""] = words;
    const numbers = locale === "fr" ? "Minutes à chaque fois" : "Minutes each time";
    const file = await changed(bytes, format, [
      [one, title, "Cas un, relu"],
      [two, department, "Ressources humaines"],
      [three, numbers, locale === "fr" ? "12,5" : "12.5"],
    ]);

    const path = await importPath(admin, file, `casebook.${format}`);
    expect(path).toMatch(/\/check$/);
    const check = await admin.get(path);
    expect(check.text).toContain(
      locale === "fr" ? `3 cas changent : ${one}, ${two} et ${three}.` : `3 cases change: ${one}, ${two} and ${three}.`,
    );
    expect(check.text).toContain("Cas un, relu");
    await runImport(admin, path.replace(/\/check$/, ""));

    const after = await app.database.select().from(useCases).orderBy(asc(useCases.id));
    const [cas1, cas2, cas3] = after;
    expect(cas1).toEqual({ ...before[0], title: { fr: "Cas un, relu" }, titleFolded: "cas un, relu", version: 2 });
    expect(cas2).toMatchObject({ version: 2, title: before[1]?.title });
    expect(cas2?.departmentId).not.toBe(before[1]?.departmentId);
    expect(cas3).toEqual({ ...before[2], minutesPerTime: 12.5, version: 2 });
    // Untouched ones have no new version, and nothing was said of them.
    expect(after.slice(3)).toEqual(before.slice(3));
    const said = await app.database
      .select({ of: auditEvents.useCaseId, before: auditEvents.before })
      .from(auditEvents)
      .where(sql`${auditEvents.act} = 'use-case.import' and ${auditEvents.useCaseId} is not null`);
    expect(said.map(({ of }) => of)).toEqual([cas1?.id, cas2?.id, cas3?.id]);
    expect(said[0]?.before).toContain("Cas 1");
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
    expect(await checkLedger(app.database)).toEqual([]);

    // Brought back once more, it is behind what it has changed itself, and says the same: nothing happens.
    const again = await admin.get(await importPath(admin, file, `casebook.${format}`));
    expect(again.text).toContain(locale === "fr" ? "Il n’y a rien à écrire" : "There is nothing to write");
    expect((await versions(app.database)).get(four)).toBe(1);
  });

  test("changes nothing where nobody changed anything, whatever the texts hold", async () => {
    const app = await openApp();
    const departmentId = await app.department("LOG", "=Logistique");
    for (const text of ["  blancs  ", "-5 %", "'=1+1", "’", "une\r\nautre\n ligne", "\t=2", ...hostileStrings()]) {
      const { id } = await aCase(app, { departmentId });
      const bare = text.replaceAll("\0", "").toWellFormed();
      await app.database.write((tx) =>
        tx
          .update(useCases)
          .set({ need: { fr: bare, en: `-${bare}` }, toolInMind: bare.slice(0, 200), country: bare.slice(0, 80) })
          .where(eq(useCases.id, id)),
      );
    }
    for (const format of ["csv", "xlsx"] as const) {
      const { counts } = await bringIn(app.database, await exported(app.database, "casebook", format));
      expect(counts, format).toMatchObject({ change: 0, refuse: 0, conflicts: 0, create: 0 });
      expect(counts.unchanged).toBeGreaterThan(15);
    }
    expect(new Set((await versions(app.database)).values())).toEqual(new Set([1]));
  });

  test("shows what changed here meanwhile as a conflict, and does not overwrite it", async () => {
    const app = await openApp();
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const [one = "", two = "", three = ""] = await some(app, 3);
    const bytes = await exported(app.database, "casebook", "csv");
    // Two of them change here after the file has left: only one of these was changed in the file as well.
    for (const reference of [one, two]) {
      await app.database.write((tx) =>
        tx
          .update(useCases)
          .set({ title: { fr: `Changé ici ${reference}` }, version: 2 })
          .where(eq(useCases.reference, reference)),
      );
    }
    const file = await changed(bytes, "csv", [
      [one, "Titre (français)", "Changé dans le fichier"],
      [three, "Titre (français)", "Repris du fichier"],
    ]);
    const path = await importPath(admin, file);
    const check = await admin.get(path);
    expect(check.text).toContain(`Un cas change : ${three}.`);
    const conflict = await admin.get(`${path}?act=conflict`);
    expect(conflict.text).toContain(`« Changé ici ${one} » → « Changé dans le fichier »`);
    expect(conflict.text).toContain("rien de cette ligne n’est repris");
    expect(conflict.all("tbody tr")).toHaveLength(1);
    await runImport(admin, path.replace(/\/check$/, ""));
    const titles = (await app.database.select({ title: useCases.title }).from(useCases)).map(({ title }) => title.fr);
    expect(titles.sort()).toEqual([`Changé ici ${one}`, `Changé ici ${two}`, "Repris du fichier"]);
    expect([...(await versions(app.database)).values()]).toEqual([2, 2, 2]);
  });

  test("refuses, with its reason, what a file may not do", async () => {
    const app = await openApp();
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const author = await app.signedIn("Aline Autrice", { roles: ["champion"] });
    const references = await some(app, 6);
    const [stage = "", hollow = "", nobody = "", nowhere = "", number = "", draft = ""] = references;
    const bytes = await exported(app.database, "casebook", "csv");
    await app.database.write((tx) =>
      tx.update(useCases).set({ stage: "draft", authorId: author.id }).where(eq(useCases.reference, draft)),
    );
    const file = await changed(bytes, "csv", [
      [stage, "Étape", "Production"],
      [hollow, "Besoin (français)", ""],
      [hollow, "Besoin (anglais)", ""],
      [nobody, "Responsable métier (courriel)", "personne@nulle.part"],
      [nowhere, "Département", "Nulle part"],
      [number, "Nombre de personnes concernées", "environ 20"],
      [draft, "Titre (français)", "Le brouillon d’une autre"],
    ]);
    const path = await importPath(admin, file);
    const { text } = await admin.get(`${path}?act=refuse`);
    expect(text).toContain("L’étape de ce cas ne change pas par un fichier");
    expect(text).toContain("« personne@nulle.part », dans « Responsable métier (courriel) »");
    expect(text).toContain("Il n’y a pas de département « Nulle part »");
    expect(text).toContain("« environ 20 » n’est pas un nombre possible");
    // Of the one that was emptied, and not of those whose words mean nobody or nowhere.
    expect(text.match(/demande a été vidée/g)).toHaveLength(1);
    expect(text).toContain(`Il n’y a pas de cas ${draft} que vous puissiez voir.`);
    expect((await admin.get(path)).find("main").textContent).toContain("Il n’y a rien à écrire");

    const lost = (await readTable(bytes)).columns.findIndex(({ name }) => name === "Version Casebook");
    const rows = cellsOf(await readTable(bytes)).map((cells) => cells.filter((_, at) => at !== lost));
    await expect(importPath(admin, writeCsv(rows))).rejects.toThrow("sa colonne « Version Casebook » manque");
  });

  test("may move a case that came from a register, as that register's own next file could", async () => {
    const database = await newDatabase();
    await bringIn(database, Buffer.from("Identifiant,Titre,Étape\nA-1,Un outil,Pilote\n"), "registre.csv");
    const bytes = await exported(database, "casebook", "csv");
    const [row] = await database.select().from(useCases);
    const reference = row?.reference ?? "";
    const { counts } = await bringIn(database, await changed(bytes, "csv", [[reference, "Étape", "En production"]]));
    expect(counts).toMatchObject({ change: 1, moved: 1 });
    const [after] = await database.select().from(useCases);
    expect([after?.stage, after?.stageSince, after?.imported]).toEqual(["production", when.today, row?.imported]);
    const moves = await database.select({ to: stageChanges.to }).from(stageChanges).orderBy(asc(stageChanges.id));
    expect(moves.map(({ to }) => to)).toEqual(["pilot", "production"]);
  });
});

const US_FIXTURE = (() => {
  const cells: Record<string, string> = {
    "Use Case Name": "Reading claims, first",
    Agency: "Department of Examples",
    "Agency Abbreviation": "DOE-X",
    Bureau: "Office of Tests",
    "Use Case Topic Area": "Government Services",
    "What is the intended purpose and expected benefits of the AI?": "Reads claims.\nSaves an hour a day.",
    "Describe the AI system’s outputs.": "=A sorted list",
    "Stage of Development": "Operation and Maintenance",
    "Date Initiated": "7/1/2023",
    "If Other, please explain.": "-because",
  };
  const row = (over: Record<string, string>) =>
    US_FEDERAL_COLUMNS.map((header) => ({ ...cells, ...over })[header] ?? "");
  return Buffer.from(
    writeCsv([
      [...US_FEDERAL_COLUMNS],
      row({}),
      row({ "Use Case Name": "Planning routes", "Stage of Development": "Ideation", "Date Initiated": "" }),
      row({ "Use Case Name": "No stage", "Stage of Development": "", Agency: "", "Agency Abbreviation": "" }),
    ]),
  );
})();

const tidy = (cell: string) => cell.replace(/\r\n?/g, "\n").trim();

async function givesBack(bytes: Buffer) {
  const database = await newDatabase();
  await bringIn(database, bytes, "us.csv");
  const back = cellsOf(await readTable(await exported(database, "us-federal-2024", "csv")));
  const came = cellsOf(await readTable(bytes));
  expect(back[0]).toEqual(came[0]);
  expect(back.length).toBe(came.length);
  const apart = back.flatMap((cells, line) =>
    cells.flatMap((cell, at) => {
      const was = came[line]?.[at] ?? "";
      // A title is one line.
      const same = at === 0 ? tidy(was).replace(/\s+/g, " ") === cell : tidy(was) === tidy(cell);
      return same ? [] : [`line ${line}, ${came[0]?.[at]}: «${was}» → «${cell}»`];
    }),
  );
  return { database, apart: apart.slice(0, 5) };
}

describe("The federal inventory of the United States", () => {
  test("comes in and leaves with its columns as they were", async () => {
    const { database, apart } = await givesBack(US_FIXTURE);
    expect(apart).toEqual([]);
    // What somebody says here since then goes before what the file said.
    await database.write((tx) =>
      tx
        .update(useCases)
        .set({ stage: "retired", title: { en: "Told anew" } })
        .where(eq(useCases.id, 1)),
    );
    const [, first = []] = cellsOf(await readTable(await exported(database, "us-federal-2024", "csv")));
    expect([first[0], first[9], first[11]]).toEqual(["Told anew", "Retired", "7/1/2023"]);
  });

  test.skipIf(!sharedData)(
    "comes in and leaves whole, 2,133 cases of the real one (skipped where ../shared/data is not here)",
    async () => {
      const { apart } = await givesBack(sharedBytes("inventories/us-2024_cp1252.csv"));
      expect(apart).toEqual([]);
    },
  );

  test("says of our own cases what is known, and leaves the rest empty, in every format", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Camille Martin", { locale: "en" });
    await aCase(app, { title: "=1+1", stage: "production", stageSince: "2026-03-09" });
    const csv = await reader.get("/use-cases/export.csv?shape=us-federal-2024");
    expect(csv.headers.get("Content-Disposition")).toContain("us-federal-2024-2026-11-20.csv");
    expect(csv.html).toContain(`"'=1+1"`);
    const [one] = JSON.parse((await reader.get("/use-cases/export.json?shape=us-federal-2024")).html);
    expect(Object.keys(one)).toHaveLength(62);
    expect(one).toMatchObject({
      "Use Case Name": "=1+1",
      "Stage of Development": "Operation and Maintenance",
      "Date Implemented": "3/9/2026",
      Bureau: null,
      "If Other, please explain. (6)": null,
    });
    const book = await readTable(await exported(app.database, "us-federal-2024", "xlsx"));
    expect(cellsOf(book)[1]?.[0]).toBe("=1+1");
    expect((await reader.get("/use-cases/export.csv?shape=of-water")).status).toBe(400);
  });
});

describe("Our own cases in the shape of a register", () => {
  test("come back as what they are: each row waits for a word, and none doubles its case", async () => {
    const app = await openApp();
    for (const title of ["Trier", "Classer", "Ranger"]) await aCase(app, { title, stage: "pilot" });
    const bilingual = { title: { fr: "Trier", en: "Sort" } };
    await app.database.write((tx) => tx.update(useCases).set(bilingual).where(eq(useCases.reference, "UC-0001")));
    const before = await app.database.select().from(useCases);
    const bytes = await exported(app.database, "us-federal-2024", "csv");
    const { counts } = await bringIn(app.database, bytes, "us-federal-2024.csv");
    expect(counts).toMatchObject({ create: 0, refuse: 3, asked: 3 });
    expect(await app.database.select().from(useCases)).toEqual(before);
  });
});

describe("A case entered here, in our own file", () => {
  test("changes for those who may edit it, and for nobody else who may import", async () => {
    const app = await openApp();
    await aCase(app, { title: "Trier" });
    const bytes = await exported(app.database, "casebook", "csv");
    const changed = Buffer.from(bytes.toString().replace("Trier", "Trier mieux"));
    const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
    const dry = await chair.get(await importPath(chair, changed));
    expect(dry.text).toContain("n’est pas à vous");
    const admin = await app.signedIn("Sami Rekik", { roles: ["admin"] });
    await runImport(admin, (await importPath(admin, changed)).replace(/\/check$/, ""));
    const [one] = await app.database.select({ title: useCases.title }).from(useCases);
    expect(one?.title.fr).toBe("Trier mieux");
  });
});

describe("The list as it is shown", () => {
  test("is not read as somebody else's register, which would double each case: it leads to the export that comes back", async () => {
    const app = await openApp();
    for (const title of ["Trier", "Classer", "Ranger"]) await aCase(app, { title });
    const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
    const bring = (bytes: Buffer, name: string) =>
      chair.post("/import", { intent: "upload", file: new File([new Uint8Array(bytes)], name) });
    for (const locale of ["fr", "en"] as const) {
      for (const [format, view] of [
        ["csv", "sort=reference"],
        ["xlsx", "group=department&columns=tags,owner"],
      ] as const) {
        const refused = await bring(await exported(app.database, "view", format, { locale, view }), `liste.${format}`);
        expect([locale, format, refused.status]).toEqual([locale, format, 400]);
        expect(refused.text).toContain("Ce fichier est la liste comme l’écran la montre");
        expect(refused.find('main a[href="/use-cases/export"]').text).toBe("Exporter les cas d’usage");
      }
    }
    const foreign = "Reference;Title;Department\nUC-9001;Sort mail;Post\nUC-9002;Read mail;Post\n";
    expect((await bring(Buffer.from(foreign), "autre.csv")).status).toBe(303);
    expect(await app.database.select({ id: useCases.id }).from(useCases)).toHaveLength(3);
  });
});

describe("The transparency records of the United Kingdom", () => {
  test("leave in tiers, and come in again as the list that is published", async () => {
    const database = await newDatabase();
    const file =
      "publishing_body,tool_name,published,url\nHMRC,Ask us,2025-06-26T07:39:09Z,https://www.example.org/ask-us\n";
    await bringIn(database, Buffer.from(file), "uk.csv");
    await database.write((tx) =>
      tx.update(useCases).set({ need: { en: "Answers questions" }, times: 3, timesPer: "week", minutesPerTime: 10 }),
    );
    const [record] = JSON.parse((await exported(database, "uk-atrs", "json")).toString());
    expect(record).toMatchObject({
      publishing_body: "HMRC",
      published: "2025-06-26T07:39:09Z",
      url: "https://www.example.org/ask-us",
      "Tier 1: 1 - Name": "Ask us",
      "Tier 1: 2 - Description": "Answers questions",
      "Tier 1: 4 - Contact email": null,
      "Tier 2: 2.3 - Previous process": "3 times a week, 10 minutes each time",
    });
    const again = await bringIn(database, await exported(database, "uk-atrs", "csv"), "uk.csv");
    expect(again.counts).toMatchObject({ create: 0, refuse: 0 });
  });
});

test("The page of exports says what each shape fills and what it leaves empty", async () => {
  const app = await openApp();
  const reader = await app.signedIn("Camille Martin");
  await some(app, 2);
  const list = await reader.get("/use-cases?stage=submitted");
  const page = await reader.get(list.find('a[href^="/use-cases/export?"]').getAttribute("href") ?? "");
  expect(page.text).toContain("Les 2 cas de cette vue");
  expect(page.text).toContain("62 colonnes, dans l’ordre et les mots du registre");
  const links = page.all('main a[href*="/use-cases/export."]').map((link) => link.getAttribute("href"));
  expect(links).toContain("/use-cases/export.xlsx?stage=submitted&shape=casebook");
  expect(links).toContain("/use-cases/export.json?stage=submitted&shape=uk-atrs");
  for (const href of links) expect((await reader.get(href ?? "")).status, href ?? "").toBe(200);
});

describe("Next year's file of a register", () => {
  test("says what changed, what moved and what is no longer there, before and after it is written", async () => {
    const app = await openApp();
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const first = await importPath(
      admin,
      "Identifiant,Titre,Étape\nA-1,Un outil,Pilote\nA-2,Un autre,Pilote\nA-3,Un troisième,Production\n",
      "registre.csv",
    );
    await runImport(admin, first);
    const next = await importPath(
      admin,
      "Identifiant,Titre,Étape\nA-1,Un outil,Production\nA-2,Un autre outil,Pilote\nA-4,Un nouveau,Pilote\n",
      "registre.csv",
    );
    const check = await admin.get(`${next}/check`);
    expect(check.text).toMatch(/2 cas changent : UC-\d+ et UC-\d+\./);
    expect(check.text).toMatch(/Changent d’étape\s*1/);
    expect(check.text).toContain("Ce cas n’est plus dans le fichier");
    expect(check.text).toContain("Un troisième");
    const done = await runImport(admin, next);
    expect(done.text).toMatch(/Ont changé d’étape\s*1/);
    expect(done.text).toMatch(/Plus dans le fichier\s*1/);
    const kept = await app.database
      .select({ stage: useCases.stage })
      .from(useCases)
      .where(eq(useCases.externalId, "A-3"));
    expect(kept).toEqual([{ stage: "production" }]);
  });
});

test.each(["us-federal-2024", "uk-atrs"] as const)(
  "A merged case is no record of its own in the shape %s",
  async (shape) => {
    const app = await openApp();
    const { id } = await aCase(app, { title: "Le cas qui porte" });
    const gone = await aCase(app, { title: "Le cas fondu" });
    await app.database.write((tx) =>
      tx.update(useCases).set({ stage: "merged", mergedIntoId: id }).where(eq(useCases.id, gone.id)),
    );
    const file = (await exported(app.database, shape, "csv")).toString();
    expect(file).toContain("Le cas qui porte");
    expect(file).not.toContain("Le cas fondu");
  },
);
