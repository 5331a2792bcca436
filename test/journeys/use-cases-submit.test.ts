import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { people, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";
import { importPath, runImport, sent } from "../support/import-steps";

async function aChampion(app: App, locale: "fr" | "en" = "fr") {
  const department = await app.department("SAV", "Service client");
  const champion = await app.signedIn("Camille Martin", { roles: ["champion"], departments: [department], locale });
  const complete = {
    "need.fr": "Nous relisons chaque réclamation à la main avant de répondre",
    "title.fr": "Classer les réclamations reçues",
    departmentId: department,
    "affected.fr": "Les conseillers du service client",
    peopleAffected: "40",
    times: "12,5",
    timesPer: "day",
    minutesPerTime: "6",
    "expectedBenefit.fr": "Répondre dans la journée",
    ownerId: champion.id,
    intent: "submit",
  };
  return { champion, department, complete };
}

describe("Putting a use case in", () => {
  test("asks for what the gate needs, and keeps what was typed", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const refused = await champion.post("/use-cases/new", { ...complete, "need.fr": "", ownerId: "" });
    expect(refused.status).toBe(400);
    const errors = refused.all(".error-summary li a");
    expect(errors.map((one) => one.text.split(" – ")[0])).toEqual(["Quel est le besoin ?", "Responsable métier"]);
    for (const one of errors) refused.find(String(one.getAttribute("href")).replace(/\./g, "\\."));
    expect(refused.find('[name="title.fr"]').getAttribute("value")).toBe("Classer les réclamations reçues");
    expect(refused.find('[name="times"]').getAttribute("value")).toBe("12,5");
    const card = await champion.submit("/use-cases/new", complete);
    expect(card.find("h1").text).toBe("Classer les réclamations reçues");
    expect(card.text).toContain("Soumis");
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("keeps a draft at any point, for its author alone, until it is submitted", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const draft = await champion.submit("/use-cases/new", { "need.fr": "Trop de papier", intent: "save" });
    expect(draft.find('[name="need.fr"]').text).toBe("Trop de papier");
    const other = await app.signedIn("Lou Bernard", { roles: ["committee"] });
    expect((await other.get("/use-cases/UC-0001")).status).toBe(404);
    expect((await other.get("/use-cases/UC-0001/edit")).status).toBe(404);
    const version = draft.find('[name="version"]').getAttribute("value") ?? "";
    const card = await champion.submit("/use-cases/UC-0001/edit", { ...complete, version });
    expect(card.text).toContain("Soumis");
    expect((await other.get("/use-cases/UC-0001")).status).toBe(200);
  });

  test("deletes a draft, and only a draft", async () => {
    const app = await openApp();
    const { champion } = await aChampion(app);
    await champion.submit("/use-cases/new", { "title.fr": "Brouillon", intent: "save" });
    const deleted = await champion.post("/use-cases/UC-0001/edit", { intent: "delete" });
    expect(deleted.location).toBe("/use-cases");
    expect((await champion.get("/use-cases/UC-0001")).status).toBe(404);
    const next = await aCase(app);
    expect(next.reference).toBe("UC-0002");
  });

  test("shows near-duplicates: the author says why this one is new, or joins the other", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    await aCase(app, { title: "Classement des réclamations clients" });
    const kept = await champion.submit("/use-cases/new", complete);
    expect(kept.find("#similar").text).toContain("UC-0001");
    const version = kept.find('[name="version"]').getAttribute("value") ?? "";
    const again = await champion.submit("/use-cases/UC-0002/edit", { ...complete, version });
    expect(again.find("#similar").text).toContain("UC-0001");
    const newer = again.find('[name="version"]').getAttribute("value") ?? "";
    const why = "Les réclamations écrites en magasin, pas celles du site";
    const card = await champion.submit("/use-cases/UC-0002/edit", { ...complete, version: newer, "whyNew.fr": why });
    expect(card.text).toContain("Soumis");

    const third = await champion.submit("/use-cases/new", complete);
    expect(third.find("#similar").text).toContain("UC-0002");
    const joining = await champion.submit("/use-cases/UC-0003/edit", { join: "UC-0001" });
    const fields = { ...sent(joining, "#join form"), intent: "join" };
    const joined = await champion.submit("/use-cases/UC-0001/join", fields);
    expect(joined.text).toContain("Nous relisons chaque réclamation à la main");
    expect((await champion.get("/use-cases/UC-0003")).location).toBe("/use-cases/UC-0001?from=UC-0003");
  });

  test("answers similar cases while one types", async () => {
    const app = await openApp();
    const { champion } = await aChampion(app);
    const { reference } = await aCase(app, { title: "Prévoir les ventes de produits frais" });
    const found = await champion.get("/use-cases/similar?q=prevision+ventes+du+frais&need=");
    expect(JSON.parse(found.html).lines[0]).toMatchObject({ href: `/use-cases/${reference}` });
    expect(JSON.parse((await champion.get("/use-cases/similar?q=%22%27)+OR+*&need=(")).html).lines).toEqual([]);
  });

  test("is refused to those whose roles do not put cases in", async () => {
    const app = await openApp();
    const { complete } = await aChampion(app);
    const executive = await app.signedIn("Paul Petit", { roles: ["executive"] });
    expect((await executive.get("/use-cases/new")).status).toBe(403);
    expect((await executive.post("/use-cases/new", complete)).status).toBe(403);
  });
});

describe("Editing a use case", () => {
  test("in both languages, by those who may, and never back below its gate", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    await champion.submit("/use-cases/new", complete);
    const form = await champion.get("/use-cases/UC-0001/edit");
    const version = form.find('[name="version"]').getAttribute("value") ?? "";
    const edited = { ...complete, version, "title.en": "Sort incoming complaints" };
    await champion.submit("/use-cases/UC-0001/edit", edited);
    const english = await app.signedIn("Ann Lee", { locale: "en" });
    const card = await english.get("/use-cases/UC-0001");
    expect(card.find("h1").text).toBe("Sort incoming complaints");
    expect(card.all('[lang="fr"]').length).toBeGreaterThan(0);
    expect(card.all('a[href="/use-cases/UC-0001/edit"]').length).toBe(0);
    expect((await english.post("/use-cases/UC-0001/edit", edited)).status).toBe(403);
    const hollow = await champion.post("/use-cases/UC-0001/edit", { ...edited, version: 3, "need.fr": "" });
    // At its field: what was emptied is what is to be put back.
    expect(hollow.status).toBe(400);
    expect(hollow.all(".error-summary li a").map((one) => one.getAttribute("href"))).toEqual(["#need.fr"]);
  });

  test("shows both sides when two people edit at once, and keeps what was typed", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    await champion.submit("/use-cases/new", complete);
    await champion.submit("/use-cases/UC-0001/edit", { ...complete, version: 1, "title.fr": "Premier titre" });
    const late = await champion.post("/use-cases/UC-0001/edit", {
      ...complete,
      version: 1,
      "title.fr": "Second titre",
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Premier titre");
    expect(late.find('[name="title.fr"]').getAttribute("value")).toBe("Second titre");
    expect(late.find('[name="version"]').getAttribute("value")).toBe("2");
    const saved = await champion.submit("/use-cases/UC-0001/edit", {
      ...complete,
      version: 2,
      "title.fr": "Second titre",
    });
    expect(saved.find("h1").text).toBe("Second titre");
  });

  test("that came from a file keeps all that it says: nothing is cut, refused or counted as changed", async () => {
    const app = await openApp();
    const admin = await app.signedIn("Sami Rekik", { roles: ["admin"] });
    const title = `Trier ${"les demandes de remboursement ".repeat(15)}\net leurs pièces`;
    const need = `Ligne une\r\n${"Un besoin long et détaillé. ".repeat(1_100)}`.slice(0, 32_767).trim();
    const rows = [
      ["Title EN", "Title FR", "Need", "Affected", "People affected", "AI type", "Country"],
      ["Sort the claims", title, need, "Les agents\nLes usagers", "300 000 000", "Deep learning (other)", "Canada"],
    ];
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const csv = rows.map((row) => row.map(quoted).join(";")).join("\r\n");
    const path = await importPath(admin, csv);
    const columns = await admin.get(`${path}/columns`);
    const fieldsOfFile = ["title", "title.fr", "need", "affected", "peopleAffected", "aiType", "country"];
    const mapped = Object.fromEntries(fieldsOfFile.map((name, place) => [`column.${name}`, String(place)]));
    await admin.submit(`${path}/columns`, { ...sent(columns), ...mapped, language: "en", intent: "columns" });
    await runImport(admin, path);

    const form = await admin.get("/use-cases/UC-0001/edit");
    const fields = sent(form, "#use-case");
    expect(fields["title.fr"]).toEqual([title.replace(/\s+/g, " ")]);
    const said = async () => (await app.database.select().from(useCases))[0];
    const before = await said();
    await admin.submit("/use-cases/UC-0001/edit", fields);
    expect(await said()).toEqual(before);
    const card = await admin.submit("/use-cases/UC-0001/edit", { ...fields, "dataInvolved.fr": "Des factures" });
    expect(card.text).toContain("Canada");
    expect(await said()).toEqual({
      ...before,
      dataInvolved: { fr: "Des factures" },
      updatedAt: app.clock.at,
      version: 2,
    });
  });

  test("asks per what something happens so many times: without it no hours would count", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const refused = await champion.post("/use-cases/new", { ...complete, timesPer: "" });
    expect([refused.status, refused.text.includes("par jour, par semaine")]).toEqual([400, true]);
    expect(refused.find('[name="times"]').getAttribute("value")).toBe("12,5");
    await champion.submit("/use-cases/new", { ...complete, times: "", timesPer: "" });
    expect(await app.database.select().from(useCases)).toMatchObject([{ times: null, timesPer: null }]);
  });

  test("keeps an owner whose account is closed, until another one is chosen", async () => {
    const app = await openApp();
    const { champion, complete } = await aChampion(app);
    const owner = await app.signedIn("Olivier Petit");
    await champion.submit("/use-cases/new", { ...complete, ownerId: owner.id });
    await app.database.write((tx) => tx.update(people).set({ active: false }).where(eq(people.id, owner.id)));
    const fields = sent(await champion.get("/use-cases/UC-0001/edit"), "#use-case");
    await champion.submit("/use-cases/UC-0001/edit", { ...fields, times: "13" });
    expect(await app.database.select().from(useCases)).toMatchObject([{ ownerId: owner.id, times: 13 }]);
  });
});
