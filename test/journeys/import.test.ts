import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { auditEvents, departments, importParts, imports, stageChanges, standings, useCases } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { importEnded, importPath, runImport, sent } from "../support/import-steps";
import { doJobs } from "../support/jobs";

const REGISTER = [
  "Réf.;Intitulé;Besoin;Direction métier;Étape;Depuis le;Commentaire",
  "A-1;Trier les courriels;Lire prend du temps;Service client;En production;31/10/2023;Équipe de six",
  "A-2;Prévoir les ventes;Les stocks débordent;Logistique;En pilote;;",
  "A-3;Relire les contrats;;Juridique;Pré-étude;;À revoir",
].join("\r\n");

const file = (text: string) => new File([text], "registre.csv");

async function importNow(person: Person, text: string | Buffer, name?: string): Promise<string> {
  const path = await importPath(person, text, name);
  await runImport(person, path);
  return path;
}

const chair = (app: App) => app.signedIn("Dominique Chair", { roles: ["chair"] });

async function cases(app: App) {
  return app.database.select().from(useCases).orderBy(useCases.id);
}

const events = async (app: App) => (await app.database.select({ id: auditEvents.id }).from(auditEvents)).length;

describe("Two years of one register", () => {
  const year = (stages: readonly string[]) =>
    ["Réf.;Intitulé;Étape", ...stages.map((stage, at) => `A-${at + 1};Cas ${at + 1};${stage}`)].join("\r\n");

  test("become dated moves where its files say the day as of which they tell", async () => {
    const app = await openApp();
    const person = await chair(app);
    const first = await importPath(person, year(["En pilote", "En production"]));
    await runImport(person, first, { asOf: "2024-12-31" });
    const second = await importPath(person, year(["En production", "En production"]));
    const tooLate = await person.post(`${second}/check`, {
      intent: "run",
      version: String(sent(await person.get(`${second}/check`), "form.form").version),
      asOf: "2026-11-21",
    });
    expect([tooLate.status, tooLate.text]).toEqual([400, expect.stringContaining("un jour à venir")]);
    expect(tooLate.find("[name=asOf]").getAttribute("value")).toBe("2026-11-21");
    await runImport(person, second, { asOf: "2025-12-31" });

    const moves = await app.database.select().from(stageChanges).orderBy(stageChanges.useCaseId, stageChanges.id);
    expect(moves.map(({ useCaseId, from, to, on }) => [useCaseId, from, to, on])).toEqual([
      [1, null, "pilot", "2024-12-31"],
      [1, "pilot", "production", "2025-12-31"],
      [2, null, "production", "2024-12-31"],
    ]);
    // Since when the first year's stage lasted, no file says; of what changed between two, the second does.
    expect((await cases(app)).map(({ stageSince }) => stageSince)).toEqual(["2025-12-31", null]);
    expect(await checkStages(app.database)).toEqual([]);
    // The same file again changes nothing.
    const third = await importPath(person, year(["En production", "En production"]));
    const dry = await person.get(`${third}/check`);
    expect(dry.text).toContain("Il n’y a rien à écrire");
  });

  test("know the days of the stages that a case has passed, and none to come", async () => {
    const app = await openApp();
    const person = await chair(app);
    const header = "Réf.;Intitulé;Étape;Soumis le;POC depuis le;Pilote depuis le;Production depuis le";
    const file = (rows: readonly string[]) => [header, ...rows].join("\r\n");
    const first = await importPath(
      person,
      file([
        "A-1;Trier les courriels;POC;05/01/2024;01/03/2024;;",
        "A-2;Prévoir les ventes;En production;;;;01/01/2099",
      ]),
    );
    const dry = await person.get(`${first}/check`);
    expect(dry.text).toMatch(/01\/01\/2099.+Production depuis le.+est encore à venir/);
    await runImport(person, first);
    expect((await cases(app)).map(({ stageSince }) => stageSince)).toEqual(["2024-03-01", null]);
    const second = await importPath(
      person,
      file(["A-1;Trier les courriels;En production;05/01/2024;01/03/2024;01/06/2024;01/09/2024"]),
    );
    await runImport(person, second);

    const moves = await app.database.select().from(stageChanges).orderBy(stageChanges.useCaseId, stageChanges.id);
    expect(moves.filter(({ useCaseId }) => useCaseId === 1).map(({ from, to, on }) => [from, to, on])).toEqual([
      [null, "submitted", "2024-01-05"],
      [null, "poc", "2024-03-01"],
      ["poc", "pilot", "2024-06-01"],
      ["pilot", "production", "2024-09-01"],
    ]);
    expect((await cases(app))[0]?.stageSince).toBe("2024-09-01");
    expect(await checkStages(app.database)).toEqual([]);
    expect((await person.get("/use-cases/UC-0001/activity")).text).toContain("1er mars 2024");
    const again = await importPath(
      person,
      file(["A-1;Trier les courriels;En production;05/01/2024;01/03/2024;01/06/2024;01/09/2024"]),
    );
    expect((await person.get(`${again}/check`)).text).toContain("Il n’y a rien à écrire");
  });
});

describe("Importing a file in the page", () => {
  test("goes from the file to its cases, step by step, and each step can be returned to", async () => {
    const app = await openApp();
    await app.department("CLIENT", "Service client");
    const person = await chair(app);
    const path = await importPath(person, REGISTER);

    const reading = await person.get(path);
    expect(reading.text).toContain("Point-virgule");
    expect(reading.text).toContain("Trier les courriels");

    const columns = await person.get(`${path}/columns`);
    expect(columns.find('[name="source"]').getAttribute("value")).toBe("registre");
    const values = await person.submit(`${path}/columns`, {
      ...sent(columns),
      source: "Registre interne",
      intent: "columns",
    });
    expect(values.text).toContain("Pré-étude");
    expect(values.text).toContain("Créer « Logistique »");
    const corrected = { ...sent(values) };
    corrected.stageTo = ((corrected.stageWord ?? []) as string[]).map((word, at) =>
      word.startsWith("pre") ? "assessment" : (corrected.stageTo?.[at] ?? ""),
    );
    const dry = await person.submit(`${path}/values`, { ...corrected, intent: "values" });
    expect(dry.all("main table tbody tr")).toHaveLength(3);
    expect(await cases(app)).toHaveLength(0);
    // Back and forth: what was said stays said.
    expect((await person.get(`${path}/columns`)).find('[name="source"]').getAttribute("value")).toBe(
      "Registre interne",
    );

    const done = await runImport(person, path);
    expect(done.text).toContain("Import terminé");
    expect(done.find('a[href^="/use-cases?source="]').getAttribute("href")).toBe("/use-cases?source=Registre+interne");

    const [first, second, third] = await cases(app);
    expect(first).toMatchObject({
      reference: "UC-0001",
      externalSource: "Registre interne",
      externalId: "A-1",
      title: { fr: "Trier les courriels" },
      need: { fr: "Lire prend du temps" },
      stage: "production",
      stageSince: "2023-10-31",
      authorId: null,
      extra: { Commentaire: "Équipe de six" },
    });
    expect([second?.stage, third?.stage]).toEqual(["pilot", "assessment"]);
    const names = await app.database.select().from(departments).orderBy(departments.id);
    expect(names.map(({ code }) => code)).toEqual(["CLIENT", "LOGIST", "JURIDI"]);
    expect(await app.database.select().from(standings)).toHaveLength(3);
    const [kept] = await app.database.select().from(imports);
    expect(await app.database.select().from(importParts)).toEqual([]);
    expect(kept).toMatchObject({ status: "done", counts: { create: 3, newDepartments: 2 } });
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
    expect(await checkLedger(app.database)).toEqual([]);
    expect(await checkStages(app.database)).toEqual([]);

    // Done is done: every step leads to the result.
    expect((await person.get(path)).location).toBe(`${path}/run`);
    const list = await person.get("/use-cases?source=Registre+interne&q=courriels");
    expect(list.text).toContain("Trier les courriels");
  });

  test("is open to the chair and the administrator alone", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Lou Bernard", { roles: ["champion", "finance"] });
    expect((await reader.get("/import")).status).toBe(403);
    const path = await importPath(await chair(app), REGISTER);
    for (const step of ["", "/columns", "/values", "/check", "/run", "/refused.csv"]) {
      expect((await reader.get(path + step)).status, step).toBe(403);
    }
    expect((await reader.post("/import", { intent: "upload", file: file(REGISTER) })).status).toBe(403);
    expect((await reader.post(`${path}/check`, { intent: "run", version: 1 })).status).toBe(403);
    expect((await reader.post(`${path}?index`, { intent: "discard" })).status).toBe(403);
    expect((await app.stranger().get(path)).location).toContain("/sign-in");
  });

  test.each([
    ["a PDF", "%PDF-1.7\n…", "document PDF"],
    ["nothing", "", "vide"],
  ])("refuses %s with a sentence and keeps nothing", async (_, text, sentence) => {
    const app = await openApp();
    const page = await (await chair(app)).post("/import", { intent: "upload", file: file(text) });
    expect(page.status).toBe(400);
    expect(page.text).toContain(sentence);
    expect(await app.database.select().from(imports)).toEqual([]);
  });

  test("asks for a file when none was chosen", async () => {
    const app = await openApp();
    const page = await (await chair(app)).post("/import", { intent: "upload" });
    expect(page.status).toBe(400);
    expect(page.text).toContain("Choisissez un fichier");
  });

  test("lets the reading be corrected: header line, separator, encoding", async () => {
    const app = await openApp();
    const person = await chair(app);
    const path = await importPath(person, "Title|x\nbad, bad\nTitle,Need\nOne,two\n");
    const page = await person.submit(`${path}?index`, {
      intent: "reading",
      version: 1,
      headerLine: 3,
      separator: "comma",
      encoding: "windows-1252",
    });
    expect(page.text).toContain("windows-1252");
    expect(page.find("thead").textContent).toContain("Need");
    const columns = await person.get(`${path}/columns`);
    expect(columns.find('[name="column.title"] option[selected]').textContent).toBe("Title");
    const wrong = await person.post(`${path}?index`, { intent: "reading", version: 2, headerLine: "x" });
    expect(wrong.status).toBe(400);
  });

  test("two people on one import: the second is told, and nothing of the first is lost", async () => {
    const app = await openApp();
    const person = await chair(app);
    const path = await importPath(person, REGISTER);
    const columns = sent(await person.get(`${path}/columns`));
    await person.submit(`${path}/columns`, { ...columns, intent: "columns", source: "first" });
    const late = await person.post(`${path}/columns`, { ...columns, intent: "columns", source: "second" });
    expect(late.status).toBe(409);
    const [row] = await app.database.select({ source: imports.source }).from(imports);
    expect(row?.source).toBe("first");
    // So is a run on a dry run that somebody has changed since.
    expect((await person.post(`${path}/check`, { intent: "run", version: 1 })).status).toBe(409);
  });

  test("a file that was abandoned is dropped after a week, with its row", async () => {
    const app = await openApp();
    const person = await chair(app);
    await importPath(person, REGISTER);
    const path = await importPath(person, REGISTER, "other.csv");
    const list = await person.submit(`${path}?index`, { intent: "discard" });
    expect(list.text).toContain("abandonné");
    expect(await app.database.select().from(imports)).toHaveLength(1);
    app.clock.at = new Date(app.clock.at.getTime() + 7.5 * 86_400_000);
    await doJobs(app);
    expect(await app.database.select().from(imports)).toHaveLength(0);
  });
});

test("An import that a process died on is taken up again, and written once", async () => {
  const app = await openApp();
  const person = await chair(app);
  const path = await importPath(person, REGISTER);
  await app.database.write((tx) =>
    tx.update(imports).set({ status: "running", progress: 40, startedAt: app.clock.at }),
  );
  const page = await person.get(`${path}/run`);
  expect(page.headers.get("Refresh")).toBe("2");
  expect(page.text).toContain("8 %");
  expect(page.text).toContain("Aucun signe de vie");
  expect((await person.get(`${path}/columns`)).location).toBe(`${path}/run`);
  await person.submit(`${path}/run`, { intent: "again" });
  expect((await importEnded(person, path)).text).toContain("Import terminé");
  expect(await cases(app)).toHaveLength(3);
  expect((await person.post(`${path}/run`, { intent: "again" })).status).toBe(409);
  expect(await cases(app)).toHaveLength(3);
});

describe("Presets", () => {
  test("are saved, know their file by its columns, and can be deleted", async () => {
    const app = await openApp();
    const person = await chair(app);
    const text = "Nummer,Naam,Waarom\n1,Een,omdat\n";
    const path = await importPath(person, text, "a.csv");
    const columns = await person.get(`${path}/columns`);
    const form = { ...sent(columns), source: "NL", "column.title": "1", "column.need": "2", "column.externalId": "0" };
    const saved = await person.submit(`${path}/columns`, { ...form, presetName: "Nederland", intent: "save-preset" });
    expect(saved.text).toContain("Le préréglage « Nederland » est enregistré.");
    const again = await importPath(person, "Waarom,Nummer,Naam,Extra\nomdat,2,Twee,x\n", "b.csv");
    const known = await person.get(`${again}/columns`);
    expect(known.text).toContain("les choix viennent de « Nederland »");
    expect(known.find('[name="source"]').getAttribute("value")).toBe("NL");
    expect(known.find('[name="column.title"] option[selected]').textContent).toBe("Naam");
    // Without a preset, and with it again.
    const { version = "" } = sent(known);
    const guessed = await person.submit(`${again}/columns`, { intent: "apply-preset", preset: "", version });
    expect(guessed.find('[name="source"]').getAttribute("value")).toBe("b");
    // Saved again under its name: the log keeps what it replaced.
    const anew = {
      ...sent(guessed),
      source: "NL-2",
      "column.title": "2",
      presetName: "Nederland",
      intent: "save-preset",
    };
    await person.submit(`${again}/columns`, anew);
    const kept = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "import-preset"));
    expect(kept.at(-1)?.before).toBe(kept[0]?.after);
    expect(kept.at(-1)?.after).toContain("NL-2");
    const list = await person.get("/import");
    const preset = list.find('[name="preset"]').getAttribute("value") ?? "";
    expect((await person.submit("/import", { intent: "delete-preset", preset })).text).toContain("supprimé");
  });

  test("say which columns another year's file lacks", async () => {
    const app = await openApp();
    const person = await chair(app);
    const path = await importPath(
      person,
      "publishing_body,tool_name,published\nNHS,Chat,x\nNHS,Scan,x\n"
        .replace("published", "published,url")
        .replaceAll(",x", ",x,http://x"),
    );
    const columns = await person.get(`${path}/columns`);
    expect(columns.text).toContain("UK: algorithmic transparency records");
    const next = await importPath(person, "publishing_body,tool_name,published,urls\nNHS,Chat,x,http://x\n", "uk.csv");
    const { version = "" } = sent(await person.get(`${next}/columns`));
    const applied = await person.submit(`${next}/columns`, {
      intent: "apply-preset",
      preset: "UK: algorithmic transparency records",
      version,
    });
    expect(applied.text).toContain("1 colonne attendue n’est pas dans ce fichier");
  });
});

describe("A second import", () => {
  test("of the same file finds everything unchanged and writes nothing", async () => {
    const app = await openApp();
    const person = await chair(app);
    await importNow(person, REGISTER);
    const before = await cases(app);
    const count = await events(app);
    const path = await importPath(person, REGISTER);
    const dry = await person.get(`${path}/check`);
    expect(dry.text).toContain("Il n’y a rien à écrire");
    const { version } = (await app.database.select().from(imports).where(eq(imports.status, "uploaded")))[0] ?? {};
    await person.submit(`${path}/check`, { intent: "run", version: version ?? 0 });
    expect((await importEnded(person, path)).text).toContain("Import terminé");
    expect(await cases(app)).toEqual(before);
    // The upload and the run leave their own events; no case does.
    expect((await events(app)) - count).toBe(2);
  });

  test("changes what the file changed, keeps what was edited here, and tells where both did", async () => {
    const app = await openApp();
    const person = await chair(app);
    await importNow(person, REGISTER);
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ need: { fr: "Écrit ici" }, title: { fr: "Notre titre" } })
        .where(eq(useCases.externalId, "A-2")),
    );
    const [, before] = await cases(app);
    app.clock.at = new Date(app.clock.at.getTime() + 86_400_000);
    const next = REGISTER.replace("Prévoir les ventes", "Leur titre")
      .replace("En pilote;", "En production;")
      .replace("Équipe de six", "Équipe de sept");
    const path = await importPath(person, next);
    const dry = await person.get(`${path}/check`);
    expect(dry.text).toContain("Étape : « Pilote » → « Production »");
    expect(dry.text).toContain("Commentaire : « Équipe de six » → « Équipe de sept »");
    expect(dry.text).toContain("Titre (français) : « Notre titre » → « Leur titre »");
    await runImport(person, path);
    const [first, second] = await cases(app);
    expect(first).toMatchObject({ version: 2, extra: { Commentaire: "Équipe de sept" } });
    expect(second).toMatchObject({
      title: { fr: "Notre titre" },
      need: { fr: "Écrit ici" },
      stage: "production",
      stageReason: { en: "Import of the register “registre”." },
      version: (before?.version ?? 0) + 1,
    });
    expect(await checkStages(app.database)).toEqual([]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
    // The disagreement is told again, and taken from the file when the person says so.
    const third = await importPath(person, next);
    expect((await person.get(`${third}/check`)).text).toContain("Changé ici et dans le fichier");
    const values = sent(await person.get(`${third}/values`));
    await person.submit(`${third}/values`, { ...values, conflicts: "file", intent: "values" });
    await runImport(person, third);
    expect((await cases(app))[1]).toMatchObject({ title: { fr: "Leur titre" }, need: { fr: "Écrit ici" } });
  });

  test("does not undo that a department was renamed here", async () => {
    const app = await openApp();
    const person = await chair(app);
    await importNow(person, REGISTER);
    await app.database.write((tx) =>
      tx
        .update(departments)
        .set({ name: { fr: "Chaîne logistique" }, code: "SUPPLY" })
        .where(eq(departments.code, "LOGIST")),
    );
    const path = await importPath(person, REGISTER);
    expect((await person.get(`${path}/check`)).text).toContain("Il n’y a rien à écrire");
  });
});

describe("A row that may not come in", () => {
  const LAME = `${REGISTER}\r\nA-4;;Sans titre;Logistique;;;\r\nA-1;Doublon;;;;;`;

  test("stops the whole import", async () => {
    const app = await openApp();
    const person = await chair(app);
    const path = await importPath(person, LAME);
    const failed = await runImport(person, path);
    expect(failed.text).toContain("2 lignes sont refusées (la première est la ligne 5)");
    expect(await cases(app)).toEqual([]);
    expect(await app.database.select().from(departments)).toEqual([]);
    // And the person goes on from where they were.
    expect((await person.get(`${path}/check?act=refuse`)).all("main table tbody tr")).toHaveLength(2);
  });

  test("is left out when the person says so, and comes back mended from its own file", async () => {
    const app = await openApp();
    const person = await chair(app);
    const path = await importPath(person, LAME);
    const before = await person.get(`${path}/refused.csv`);
    expect(before.headers.get("Content-Disposition")).toContain("lignes-refusees.csv");
    const done = await runImport(person, path, { leaveOut: "yes" });
    expect(done.text).toContain("Laissés de côté");
    expect(await cases(app)).toHaveLength(3);
    const rows = await person.get(`${path}/refused.csv`);
    expect(rows.html).toBe(before.html);
    expect(rows.html).toContain("Il manque un titre");
    const mended = rows.html.replace("A-4;;", "A-4;Enfin un titre;").replace(/A-1;Doublon[^\r]*\r\n/, "");
    await importNow(person, mended, "registre.csv");
    const all = await cases(app);
    expect(all.map(({ externalId }) => externalId)).toEqual(["A-1", "A-2", "A-3", "A-4"]);
    expect(all[3]?.extra).toEqual({ "Direction métier": "Logistique" });
  });
});

test("A fixture in two languages, with a byte order mark, keeps both", async () => {
  const app = await openApp();
  const person = await chair(app);
  await importNow(person, readFileSync("test/fixtures/import/bilingual_bom.csv"), "bilingual.csv");
  const all = await cases(app);
  expect(all.length).toBeGreaterThan(0);
  expect(all.every(({ title }) => title.fr && title.en)).toBe(true);
});
