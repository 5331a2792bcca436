/** A case under the EU AI Act: the team answers, legal confirms, obligations follow, and what was said before stays. */
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  aiActClassifications,
  aiActObligations,
  auditEvents,
  lawProvisions,
  trustCards,
  useCases,
} from "#db/schema.server";
import { openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  const owner = await app.signedIn("Olga Owner", { roles: [] });
  const builder = await app.signedIn("Bo Builder", { roles: [] });
  const legal = await app.signedIn("Ines Haddad", { roles: ["legal"] });
  const other = await app.signedIn("Nobody Much", { roles: ["champion"] });
  const made = await aCase(app, { title: "Trier les CV", ownerId: owner.id, technicalOwnerId: builder.id });
  return { app, owner, builder, legal, other, ...made, page: `/use-cases/${made.reference}/ai-act` };
}

const latest = async (app: Awaited<ReturnType<typeof aHouse>>["app"]) => {
  const [row] = await app.database.select().from(aiActClassifications).orderBy(desc(aiActClassifications.id)).limit(1);
  return row;
};

const HIRING: [string, string | string[]][] = [
  ["aiSystem", "yes"],
  ["roles[]", ["deployer"]],
  ["euLink[]", ["deployer-in-union"]],
  ["exclusion[]", ["none"]],
  ["prohibitedPractices[]", ["none"]],
  ["annexIProduct", "none"],
  ["annexIIIAreas[]", ["employment"]],
  ["transparency[]", ["none"]],
  ["employment[]", ["recruitment"]],
  ["profiling", "yes"],
  ["becomesProvider[]", ["none"]],
  ["deployerBody", "other"],
  ["workplace", "yes"],
  ["decidesOnPersons", "yes"],
];

/** Answers what the page asks, page after page, as somebody without JavaScript does; tells how many pages it took. */
async function answerAll(who: Person, path: string, answers = HIRING, why?: string): Promise<number> {
  const known = new Map(answers);
  for (let pages = 1; ; pages += 1) {
    const page = await who.get(path);
    const shown = page.find('input[name="shown"]').getAttribute("value") ?? "";
    const form: Record<string, string | string[]> = {
      intent: "answers",
      version: page.find('input[name="version"]').getAttribute("value") ?? "",
      shown,
      ...(why && pages === 1 && { why }),
    };
    for (const key of shown.split(",")) {
      for (const name of [key, `${key}[]`]) {
        const answer = known.get(name);
        if (answer !== undefined) form[name] = answer;
      }
    }
    const after = await who.submit(path, form);
    expect(after.status).toBe(200);
    if (after.find('input[name="shown"]').getAttribute("value") === shown) return pages;
  }
}

describe("A case under the AI Act", () => {
  test("is answered page by page, asking only what still matters, and confirmed by legal with four eyes", async () => {
    const { app, owner, legal, other, id, page } = await aHouse();
    const first = await owner.get(page);
    expect(first.all("#questions fieldset legend")).toHaveLength(4);
    expect(first.text).toContain("Est-ce un système d’IA");
    expect(await answerAll(owner, page)).toBeLessThanOrEqual(6);
    const done = await owner.get(page);
    expect(done.text).toContain("Haut risque");
    expect(done.text).toContain("Annexe III point 4(a)");
    expect(done.text).toContain("pas un avis juridique");
    expect(done.text).toContain("Attend la confirmation du juridique");
    const version = (await latest(app))?.version ?? 0;
    expect((await other.post(page, { intent: "answers", shown: "aiSystem", version, aiSystem: "no" })).status).toBe(
      403,
    );
    expect((await owner.post(page, { intent: "confirm", version })).status).toBe(403);
    expect((await legal.get("/notifications")).text).toContain("Haut risque, à confirmer");
    const confirmed = await legal.submit(page, { intent: "confirm", version });
    expect(confirmed.text).toContain("La classe est confirmée");
    const [card] = await app.database.select().from(trustCards).where(eq(trustCards.useCaseId, id));
    expect(card).toMatchObject({ aiActClass: "high", aiActConfirmedBy: legal.id });
    expect(card?.aiActBasis?.en).toContain("Annex III point 4(a) applies");
    expect((await owner.get("/notifications")).text).toContain("a confirmé la classe");
    const acts = await app.database.select({ act: auditEvents.act, subject: auditEvents.subject }).from(auditEvents);
    expect(acts).toContainEqual({ act: "trust-card.write", subject: "classification" });
    expect(acts).toContainEqual({ act: "ai-act.confirm", subject: "trust-card" });
  });

  test("is not confirmed by who answered it, nor while answers are missing, nor from a version that passed", async () => {
    const { legal, page, app, owner } = await aHouse();
    await legal.submit(page, { intent: "answers", shown: "aiSystem", version: 0, aiSystem: "no" });
    const own = await legal.post(page, { intent: "confirm", version: 1 });
    expect(own.status).toBe(403);
    expect(own.text).toContain("qui a répondu ne confirme pas");
    await owner.submit(page, { intent: "answers", shown: "aiSystem", version: 1, aiSystem: "yes" });
    const early = await legal.post(page, { intent: "confirm", version: 2 });
    expect(early.status).toBe(409);
    expect(early.text).toContain("la classe n’est pas connue");
    expect((await legal.post(page, { intent: "confirm", version: 1 })).status).toBe(409);
    expect((await latest(app))?.confirmedOn).toBeNull();
  });

  test("owes what its class and role ask, to whom, by when; one is closed only with a word, and overdue is said", async () => {
    const { app, owner, legal, other, page, id } = await aHouse();
    await answerAll(owner, page);
    await legal.submit(page, { intent: "confirm", version: (await latest(app))?.version ?? 0 });
    const rows = await app.database.select().from(aiActObligations);
    expect(rows.map(({ provision }) => provision)).toEqual(
      expect.arrayContaining(["art-26-1", "art-26-7", "art-26-11", "art-86", "art-4"]),
    );
    expect(rows.every(({ ownerId }) => ownerId === owner.id)).toBe(true);
    const literacy = rows.find(({ provision }) => provision === "art-4");
    const workers = rows.find(({ provision }) => provision === "art-26-7");
    expect(workers?.dueOn).toBe("2027-12-02");
    expect(literacy?.dueOn).toBe("2026-12-20");
    const change = { intent: "obligation", id: literacy?.id ?? 0, version: 1, ownerId: owner.id, dueOn: "2026-11-01" };
    expect((await other.post(page, { ...change, state: "done", note: "Formé" })).status).toBe(403);
    const silent = await owner.post(page, { ...change, state: "done", note: "" });
    expect(silent.status).toBe(409);
    expect(silent.text).toContain("dit ce qui le prouve");
    const late = await owner.submit(page, { ...change, state: "open", note: "" });
    expect(late.text).toContain("en retard");
    expect((await owner.get("/")).text).toContain("1 en retard");
    expect((await owner.get("/registers/ai-act?owner=me")).text).toContain("depuis le 1er novembre 2026");
    await app.database.write((tx) => tx.update(useCases).set({ stage: "rejected" }).where(eq(useCases.id, id)));
    expect((await owner.get("/")).text).not.toContain("1 en retard");
    await app.database.write((tx) => tx.update(useCases).set({ stage: "pilot" }).where(eq(useCases.id, id)));
    const done = await owner.submit(page, { ...change, version: 2, state: "done", note: "Formation du 3 novembre" });
    expect(done.text).toContain("Formation du 3 novembre");
    expect((await owner.post(page, { ...change, version: 1, state: "open", note: "" })).status).toBe(409);
    expect((await legal.get("/audit")).status).toBe(403);
  });

  test("keeps every earlier classification when it is classed anew, and what is no longer owed lapses", async () => {
    const { app, owner, legal, page, id } = await aHouse();
    await answerAll(owner, page);
    await legal.submit(page, { intent: "confirm", version: (await latest(app))?.version ?? 0 });
    const version = (await latest(app))?.version ?? 0;
    const anew = { intent: "answers", shown: "annexIIIAreas", version, "annexIIIAreas[]": ["none"] };
    const silent = await owner.post(page, anew);
    expect(silent.status).toBe(409);
    expect(silent.text).toContain("demande sa raison");
    const [kept] = await app.database.select().from(trustCards).where(eq(trustCards.useCaseId, id));
    await owner.submit(page, { ...anew, why: "Le tri des CV est retiré" });
    expect(kept?.aiActClass).toBe("high");
    const [still] = await app.database.select().from(trustCards).where(eq(trustCards.useCaseId, id));
    expect(still?.aiActClass).toBe("high");
    await legal.submit(page, { intent: "confirm", version: (await latest(app))?.version ?? 0 });
    const rows = await app.database.select().from(aiActClassifications);
    expect(rows.map((row) => row.class)).toEqual(["high", "minimal"]);
    const owed = await app.database.select().from(aiActObligations);
    expect(owed.filter(({ state }) => state !== "lapsed").map(({ provision }) => provision)).toEqual(["art-4"]);
    const shown = await owner.get(page);
    expect(shown.text).toContain("Le tri des CV est retiré");
    expect(shown.all("#history .timeline li")).toHaveLength(2);
  });
});

describe("The texts of the law", () => {
  test("are edited by legal and administrators, read by the classification, and restored as shipped", async () => {
    const { app, owner, legal, page, other } = await aHouse();
    expect((await other.get("/admin/ai-act")).status).toBe(403);
    const opened = await legal.get("/admin/ai-act?edit=art-6-2");
    expect(opened.find('input[name="appliesFrom"]').getAttribute("value")).toBe("2027-12-02");
    const edited = {
      ...{ intent: "edit", key: "art-6-2", version: 0, article: "Art. 6(2)", title: "Annexe III", text: "Repoussé" },
      ...{ appliesFrom: "2028-06-01", source: "Un règlement à venir", asOf: "2026-11-20" },
    };
    expect((await legal.submit("/admin/ai-act", edited)).text).toContain("La disposition est enregistrée");
    expect((await legal.post("/admin/ai-act", edited)).status).toBe(409);
    const program = await aProgram(app, await openSite(app), legal.id, "write");
    const hiring = { aiSystem: "yes", euLink: ["deployer-in-union"], exclusion: [], prohibitedPractices: [] };
    const asked = { ...hiring, annexIIIAreas: ["employment"], employment: ["recruitment"], profiling: "yes" };
    const classified = await program.ask("POST", "/ai-act/classify", { body: { answers: asked } });
    expect(classified.body).toMatchObject({ class: "high_risk", appliesFrom: "2028-06-01" });
    await answerAll(owner, page);
    await legal.submit(page, { intent: "confirm", version: (await latest(app))?.version ?? 0 });
    const [use] = await app.database.select().from(aiActObligations).where(eq(aiActObligations.provision, "art-26-1"));
    expect(use?.dueOn).toBe("2028-06-01");
    await legal.submit("/admin/ai-act", { intent: "restore", key: "art-6-2", version: 1 });
    const [row] = await app.database.select().from(lawProvisions);
    expect(row).toMatchObject({ content: null, version: 2 });
    expect((await legal.get("/admin/ai-act?edit=art-6-2")).text).not.toContain("Un règlement à venir");
  });
});

describe("The register", () => {
  test("lists every case by class, and leaves as a table and as a PDF", async () => {
    const { app, owner, legal, reference, page } = await aHouse();
    await aCase(app, { title: "=cmd|' /C calc'!A0" });
    await answerAll(owner, page);
    await legal.submit(page, { intent: "confirm", version: (await latest(app))?.version ?? 0 });
    const all = await owner.get("/registers/ai-act");
    expect(all.all("#cases tbody tr")).toHaveLength(2);
    const high = await owner.get("/registers/ai-act?class=high");
    expect(high.all("#cases tbody tr")).toHaveLength(1);
    expect(high.text).toContain(reference);
    expect(high.all("#deadlines tbody tr").length).toBeGreaterThan(5);
    const csv = await owner.get("/registers/ai-act.csv");
    expect(csv.text).toContain("high_risk");
    expect(csv.text).toContain(`"'=cmd|`);
    const site = await openSite(app);
    const program = await aProgram(app, site, owner.id, "read");
    const listed = await program.get("/ai-act/register?class=high");
    expect(listed.body.items).toMatchObject([{ reference, class: "high_risk", obligations: { overdue: 0 } }]);
    const read = await program.get(`/use-cases/${reference}/ai-act`);
    expect(read.body).toMatchObject({
      confirmed: { class: "high_risk", by: "Ines Haddad" },
      classification: { class: "high_risk", roles: ["deployer"] },
    });
    const files = "/ai-act/register-file";
    const table = await program.get(`${files}?class=high`, { "Accept-Language": "fr" });
    expect([table.headers.get("Content-Type"), table.body.split("\r\n").length]).toEqual([
      "text/csv; charset=utf-8",
      3,
    ]);
    expect(table.body).toContain(`${reference},`);
    const pdf = await owner.get("/registers/ai-act.pdf?class=high");
    const printed = await program.get(`${files}?class=high&format=pdf`);
    expect([pdf.status, printed.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect([pdf.text.slice(0, 5), printed.body.slice(0, 5)]).toEqual(["%PDF-", "%PDF-"]);
    expect((await program.get(`${files}?format=doc`)).status).toBe(400);
  });
});
