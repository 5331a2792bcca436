import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { auditEvents, useCases } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { importPath, runImport, sent } from "../support/import-steps";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const file = (rows: readonly string[]) => ["Réf.;Intitulé;Direction métier;Étape", ...rows].join("\r\n");
const LAST_YEAR = file([
  "A-1;Trier les courriels;Service client;En pilote",
  "A-2;Prévoir les ventes;Logistique;En pilote",
  "A-3;Relire les contrats;Juridique;En pilote",
]);
const THIS_YEAR = file([
  "26/01;TRIER les courriels;Service client;En production",
  "26/02;Prévoir les ventes;Logistique;En pilote",
  "26/03;Compter les palettes;Logistique;En pilote",
]);

const cases = (app: App) => app.database.select().from(useCases).orderBy(useCases.id);

async function withLastYear() {
  const app = await openApp();
  const person = await app.signedIn("Dominique Chair", { roles: ["chair"] });
  await runImport(person, await importPath(person, LAST_YEAR, "registre-2025.csv"));
  return { app, person };
}

describe("Next year's file, whose ids are all others", () => {
  test("carries its cases on, names those that are gone, and a second time changes nothing", async () => {
    const { app, person } = await withLastYear();
    const path = await importPath(person, THIS_YEAR, "registre-2026.csv");
    const dry = await person.get(`${path}/check?act=alike`);
    expect(dry.all("main table[aria-labelledby] tbody tr, main table tbody tr").length).toBeGreaterThan(0);
    expect(dry.text).toContain("Reconnu par son titre et son département : UC-0001, sous un autre identifiant.");
    expect(dry.text).toContain("UC-0003 Relire les contrats");
    const done = await runImport(person, path);
    expect(done.text).toContain("Reconnus par leur titre");

    const all = await cases(app);
    expect(
      all.map(({ reference, externalSource, externalId, stage }) => [reference, externalSource, externalId, stage]),
    ).toEqual([
      ["UC-0001", "registre-2025", "26/01", "production"],
      ["UC-0002", "registre-2025", "26/02", "pilot"],
      ["UC-0003", "registre-2025", "A-3", "pilot"],
      ["UC-0004", "registre-2025", "26/03", "pilot"],
    ]);
    const [, change] = await app.database
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.useCaseId, all[1]?.id ?? 0));
    expect([JSON.parse(change?.before ?? ""), JSON.parse(change?.after ?? "")]).toEqual([
      { externalId: "A-2" },
      { externalId: "26/02", importId: 2 },
    ]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
    expect((await person.get("/use-cases/UC-0002/activity")).text).toContain("26/02");

    const again = await importPath(person, THIS_YEAR, "registre-2026.csv");
    expect((await person.get(`${again}/check`)).text).toContain("Il n’y a rien à écrire");
  });

  test("a row is said to be another case, and to be that case after all", async () => {
    const { app, person } = await withLastYear();
    const path = await importPath(person, THIS_YEAR, "registre-2026.csv");
    const at = `${path}/check?act=alike`;
    const asked = await person.get(at);
    const forms = asked.all('main form:has([name="intent"][value="alike"])');
    expect(forms).toHaveLength(2);
    const parted = await person.submit(at, sent(asked, 'form:has([name="row"][value="26/02"])'));
    expect(parted.text).toContain("vous avez dit que c’est un autre cas");
    expect(parted.text).toContain("UC-0002 Prévoir les ventes");
    const joined = await person.submit(at, { ...sent(parted, 'form:has([name="row"][value="26/02"])'), same: "yes" });
    expect(joined.text).not.toContain("vous avez dit que c’est un autre cas");
    await person.submit(at, sent(joined, 'form:has([name="row"][value="26/01"])'));
    // Whoever still looks at the page as it was says nothing any more.
    const stale = await person.post(at, sent(asked, 'form:has([name="row"][value="26/02"])'));
    expect(stale.status).toBe(409);
    await runImport(person, path);
    expect((await cases(app)).map(({ externalId }) => externalId)).toEqual(["A-1", "26/02", "A-3", "26/01", "26/03"]);
  });

  test("is all new cases where the person says so of the whole file", async () => {
    const { app, person } = await withLastYear();
    const path = await importPath(person, THIS_YEAR, "registre-2026.csv");
    const values = sent(await person.get(`${path}/values`));
    const dry = await person.submit(`${path}/values`, { ...values, alike: "new", intent: "values" });
    expect(dry.text).not.toContain("Reconnus par leur titre");
    await runImport(person, path);
    expect(await cases(app)).toHaveLength(6);
  });

  test("is another register's where its name is another, though its columns are the same", async () => {
    const { app, person } = await withLastYear();
    const path = await importPath(person, LAST_YEAR.replace("Relire", "Comparer"), "projets-rh.csv");
    const columns = sent(await person.get(`${path}/columns`));
    expect([columns.source, columns["column.title"]]).toEqual([["projets-rh"], ["1"]]);
    // Its A-1 is not last year's A-1: where it goes by the same title, that is asked.
    const dry = await person.get(`${path}/check`);
    expect(dry.text).toContain("UC-0001");
    await runImport(person, path, { leaveOut: "on" });
    expect((await cases(app)).map(({ externalSource }) => externalSource)).toEqual([
      ...["registre-2025", "registre-2025", "registre-2025", "projets-rh"],
    ]);
  });

  test("is carried on by a program, which parts what it knows better", async () => {
    const { app, person } = await withLastYear();
    const site = await openSite(app);
    const program = await aProgram(app, site, person.id);
    const sent = await fetch(`${site.address}/api/v1/imports?name=registre-2026.csv`, {
      method: "POST",
      headers: { Authorization: `Bearer ${program.token}`, "Content-Type": "application/octet-stream" },
      body: THIS_YEAR,
    });
    const unreadable = await fetch(`${site.address}/api/v1/imports?name=notes.csv`, {
      method: "POST",
      headers: { Authorization: `Bearer ${program.token}`, "Content-Type": "application/octet-stream" },
      body: "une seule colonne\r\net rien d’autre\r\n",
    });
    expect(unreadable.status).toBe(400);
    const preview = await sent.json();
    expect(preview.source).toBe("registre-2025");
    expect(preview.counts).toMatchObject({ create: 1, change: 2, alike: 2, gone: 1 });
    const { body } = await program.get(`/imports/${preview.id}?rows=alike`);
    expect(body.rows.map(({ externalId, alike }: Record<string, unknown>) => [externalId, alike])).toEqual([
      ["26/01", { useCase: "UC-0001", taken: true, asked: false, joinable: true }],
      ["26/02", { useCase: "UC-0002", taken: true, asked: false, joinable: true }],
    ]);
    const order = { version: preview.version, others: ["26/02"] };
    const run = await program.ask("POST", `/imports/${preview.id}/run`, { body: order });
    expect(run.status).toBe(200);
    let state = run.body;
    for (let tries = 0; state.status === "running" && tries < 200; tries++) {
      await new Promise((resume) => setTimeout(resume, 20));
      state = (await program.get(`/imports/${preview.id}`)).body;
    }
    expect(state.counts).toMatchObject({ create: 2, change: 1, alike: 1 });
    expect((await cases(app)).map(({ externalId }) => externalId)).toEqual(["26/01", "A-2", "A-3", "26/02", "26/03"]);
  });
});

describe("A row with the title and department of a case that is not of its register", () => {
  const REGISTER = [
    "Réf.;Intitulé;Direction métier;Étape;Besoin;Pays",
    "B-1;Trier les courriels;Service client;En production;;",
    "B-2;Prévoir les ventes;Logistique;En pilote;;",
    "B-3;Compter les palettes;Logistique;En pilote;Le besoin que dit le registre;France",
    "B-4;Lire les baux;Juridique;En pilote;;",
  ].join("\r\n");

  /** One case entered here, one of another register, and a file that names both under ids of its own. */
  async function asked() {
    const { app, person } = await withLastYear();
    const author = await app.signedIn("Camille Martin", { roles: ["champion"] });
    const departmentId = (await cases(app))[1]?.departmentId;
    const own = await aCase(app, { title: "Compter les palettes", departmentId, authorId: author.id });
    return { app, person, own, path: await inRegister(person, REGISTER) };
  }

  /** The file of a register that has the headers of another one. */
  async function inRegister(person: Person, content: string): Promise<string> {
    const path = await importPath(person, content, "inventaire-groupe.csv");
    const { version = "" } = sent(await person.get(`${path}/columns`));
    const columns = sent(await person.submit(`${path}/columns`, { intent: "apply-preset", preset: "", version }));
    await person.submit(`${path}/columns`, { ...columns, source: "inventaire-groupe", intent: "columns" });
    return path;
  }

  test("waits for a word, and holds the file up until it has one", async () => {
    const { app, person, own, path } = await asked();
    const dry = await person.get(`${path}/check?act=alike`);
    expect(dry.text).toContain(`${own.reference} a ce titre et ce département`);
    expect(dry.text).toContain("En attente de votre réponse");
    // One of another register stays there: it can only be said to be another case.
    expect(dry.all('main form:has([name="row"]) button').map(({ text }) => text)).toEqual([
      "Ce n’est pas UC-0001",
      "Ce n’est pas UC-0002",
      `C’est bien ${own.reference}`,
      `Ce n’est pas ${own.reference}`,
    ]);
    const before = await cases(app);
    const run = await runImport(person, path);
    expect(run.text).toContain("3 lignes sont refusées");
    expect(await cases(app)).toEqual(before);
  });

  test("enters the register as the case that it is, whose texts and stage stay", async () => {
    const { app, person, own, path } = await asked();
    const at = `${path}/check?act=alike`;
    let page = await person.get(at);
    for (const row of ["B-1", "B-2"])
      page = await person.submit(at, sent(page, `form:has([name="row"][value="${row}"])`));
    const joined = await person.submit(at, { ...sent(page, 'form:has([name="row"][value="B-3"])'), same: "yes" });
    expect(joined.text).toContain("Ce cas a été saisi ici");
    expect(joined.text).not.toContain("En attente de votre réponse");
    expect(joined.text).toContain("Le besoin que dit le registre");
    await runImport(person, path);
    const all = await cases(app);
    expect(all).toHaveLength(7);
    const after = all.find(({ id }) => id === own.id);
    expect(after).toMatchObject({ externalSource: "inventaire-groupe", externalId: "B-3", stage: "submitted" });
    expect(after?.authorId).not.toBeNull();
    expect([after?.need?.fr, after?.country]).toEqual(["Lire chaque demande prend un quart d’heure", "France"]);
    const change = (await app.database.select().from(auditEvents).where(eq(auditEvents.useCaseId, own.id))).at(-1);
    expect(JSON.parse(change?.before ?? "")).toMatchObject({ externalSource: null, externalId: null });
    expect(JSON.parse(change?.after ?? "")).toMatchObject({ externalSource: "inventaire-groupe", externalId: "B-3" });
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
    const again = await inRegister(person, REGISTER);
    expect((await person.get(`${again}/check`)).text).toContain("Il n’y a rien à écrire");
  });

  test("is asked of nobody where the whole file is said to be new", async () => {
    const { app, person, path } = await asked();
    const values = sent(await person.get(`${path}/values`));
    await person.submit(`${path}/values`, { ...values, elsewhere: "new", intent: "values" });
    await runImport(person, path);
    expect(await cases(app)).toHaveLength(8);
  });

  test("tells nobody of another person's draft", async () => {
    const { app, person } = await withLastYear();
    const author = await app.signedIn("Camille Martin", { roles: ["champion"] });
    const departmentId = (await cases(app))[1]?.departmentId;
    const { id } = await aCase(app, { title: "Compter les palettes", departmentId, authorId: author.id });
    await app.database.write((tx) => tx.update(useCases).set({ stage: "draft" }).where(eq(useCases.id, id)));
    const path = await inRegister(person, file(["B-3;Compter les palettes;Logistique;En pilote"]));
    expect((await person.get(`${path}/check`)).text).not.toContain("En attente de votre réponse");
  });
});
