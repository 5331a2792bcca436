/** The risks of a case: written down, reviewed, closed and reopened, found in the register, and remembered. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { remindRisks } from "#app/safeguards/risks/remind.server";
import { auditEvents, notifications, riskReviews, risks } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const FORM = {
  intent: "risk",
  title: "=Une réponse inventée part au client",
  description: "",
  category: "quality",
  likelihood: "4",
  impact: "4",
  mitigation: "Relire avant d’envoyer",
  mitigationOwnerId: "",
  mitigationDueOn: "2026-12-01",
  mitigationDoneOn: "",
  residualLikelihood: "2",
  residualImpact: "3",
  reviewOn: "2027-02-01",
};

async function aHouse() {
  const app = await openApp();
  const department = await app.department("SC", "Service client");
  const owner = await app.signedIn("Olga Owner", { roles: [] });
  const security = await app.signedIn("Hugo Delmas", { roles: ["security"] });
  const other = await app.signedIn("Nobody Much", { roles: [] });
  const made = await aCase(app, { departmentId: department, ownerId: owner.id, stage: "production" });
  const base = `/use-cases/${made.reference}/risks`;
  const add = async (change: Record<string, string> = {}) => {
    const page = await security.submit(`${base}/new`, { ...FORM, ownerId: "Olga Owner", ...change });
    const [risk] = (await app.database.select().from(risks)).slice(-1);
    return { page, id: risk?.id ?? 0, path: `${base}/${risk?.id}` };
  };
  return { app, owner, security, other, base, add, department, ...made };
}

describe("A risk", () => {
  test("is written down by a reviewer, told to its owner, and stands on the case, its card and the owner's home", async () => {
    const { owner, security, other, add, base, reference, app } = await aHouse();
    expect((await security.get(base)).text).toContain("Aucun risque inscrit");
    const { page } = await add();
    expect(page.text).toContain("Le risque est inscrit");
    expect(page.text).toContain("Critique · 16");
    expect((await owner.get("/notifications")).text).toContain("vous confie un risque");
    expect((await owner.get(base)).text).toContain("Une réponse inventée");
    expect((await other.get(`/use-cases/${reference}`)).text).toContain("1 risque ouvert");
    expect((await other.post(`${base}/new`, { ...FORM, ownerId: "Olga Owner" })).status).toBe(403);
    const acts = await app.database.select({ act: auditEvents.act, subject: auditEvents.subject }).from(auditEvents);
    expect(acts).toContainEqual({ act: "risk.write", subject: "risk" });
  });

  test("refuses what contradicts itself, and keeps what was typed", async () => {
    const { security, base, add } = await aHouse();
    const above = await security.post(`${base}/new`, { ...FORM, ownerId: "Olga Owner", residualImpact: "5" });
    expect(above.status).toBe(409);
    expect(above.text).toContain("pas plus fort que sans elle");
    expect(above.find('textarea[name="mitigation"]').textContent).toBe("Relire avant d’envoyer");
    const nobody = await security.post(`${base}/new`, { ...FORM, ownerId: "Personne Inconnue" });
    expect(nobody.status).toBe(400);
    const { path } = await add();
    expect((await security.get(`${path}9`)).status).toBe(404);
  });

  test("counts for less once its mitigation is in place, and its reviews stay dated and signed", async () => {
    const { app, owner, other, add } = await aHouse();
    const { id, path } = await add();
    const review = {
      ...{ intent: "review", version: "1", note: "Deux cas en un mois", likelihood: "4", impact: "4" },
      ...{ residualLikelihood: "2", residualImpact: "3", mitigationDoneOn: "2026-11-20", reviewOn: "2027-05-01" },
    };
    expect((await other.post(path, review)).status).toBe(403);
    expect((await owner.post(path, { ...review, reviewOn: "2026-01-01" })).status).toBe(409);
    const seen = await owner.submit(path, review);
    expect(seen.text).toContain("Moyen · 6");
    expect(seen.text).toContain("Deux cas en un mois");
    expect((await owner.post(path, review)).status).toBe(409);
    const kept = await app.database.select().from(riskReviews).where(eq(riskReviews.riskId, id));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ score: 6, byId: owner.id });
  });

  test("shows both sides to who edits what somebody else changed", async () => {
    const { owner, security, add } = await aHouse();
    const { path } = await add();
    const edit = { ...FORM, ownerId: "Olga Owner", version: "1" };
    await owner.submit(path, { ...edit, title: "Un titre" });
    const late = await security.post(path, { ...edit, title: "Un autre titre" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Un titre");
    expect(late.text).toContain("Un autre titre");
    const again = await security.submit(path, { ...edit, version: "2", title: "Un autre titre" });
    expect(again.text).toContain("Un autre titre");
  });

  test("is closed with its reason, changes no more, and is reopened", async () => {
    const { owner, security, other, add } = await aHouse();
    const { path } = await add();
    const turn = { intent: "turn", to: "closed", version: "1", reason: "Le canal est fermé" };
    expect((await other.post(path, turn)).status).toBe(403);
    expect((await owner.post(path, { ...turn, reason: "" })).status).toBe(400);
    expect((await owner.submit(path, turn)).text).toContain("Le canal est fermé");
    expect((await security.post(path, { ...FORM, ownerId: "Olga Owner", version: "2" })).status).toBe(409);
    expect((await security.get("/registers/risks")).text).toContain("Aucun risque ici");
    expect((await security.get("/registers/risks?state=closed")).text).toContain("Une réponse inventée");
    expect((await owner.submit(path, { ...turn, to: "open", version: "2" })).text).toContain("rouvert");
  });
});

describe("The register of risks", () => {
  test("counts them in two matrices, narrows by what is asked, and writes a file that runs no formula", async () => {
    const { app, security, add, department } = await aHouse();
    await add();
    await add({ title: "Rare", likelihood: "1", impact: "2", residualLikelihood: "", residualImpact: "" });
    const page = await security.get("/registers/risks");
    expect(page.all("table.heat")).toHaveLength(2);
    expect(page.find('table.heat a[href*="likelihood=4"]').textContent).toBe("1");
    expect((await security.get("/registers/risks?level=critical")).text).not.toContain("Rare");
    expect((await security.get("/registers/risks?likelihood=1&impact=2")).text).toContain("Rare");
    expect((await security.get(`/registers/risks?department=${department + 1}`)).text).toContain("Aucun risque ici");
    const file = await security.get("/registers/risks.csv?level=critical");
    const [head, line, ...rest] = file.html.split("\r\n");
    expect(head).toContain(",Probabilité,Impact,");
    expect(line).toContain(`,"'=Une réponse inventée part au client",`);
    expect(rest).toEqual([""]);
    const program = await aProgram(app, await openSite(app), security.id, "read");
    const given = await program.get("/register-files/risks?level=critical");
    expect([given.status, given.headers.get("Content-Type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(given.body.split("\r\n")[1]).toContain(`,"'=Une réponse inventée part au client",`);
    expect((await program.get("/register-files/risks?department=organisation")).body.trim().split("\r\n")).toHaveLength(
      1,
    );
    expect((await program.get("/register-files/risks?level=awful")).status).toBe(400);
  });

  test("is paged by keys, the gravest first", async () => {
    const { app, security, owner, id: useCaseId } = await aHouse();
    const day = "2026-11-01" as never;
    await app.database.write((tx) =>
      tx.insertMany(
        risks,
        Array.from({ length: 60 }, (_, at) => ({
          ...{ useCaseId, title: { fr: `Risque ${at}` }, category: "data" as const, ownerId: owner.id },
          ...{ likelihood: 3 as const, impact: 3 as const, score: 9, reviewOn: day, stateOn: day, createdOn: day },
        })),
      ),
    );
    const first = await security.get("/registers/risks");
    expect(first.all("#risks tbody tr")).toHaveLength(50);
    const next = first.find('#risks a[href*="after="]').getAttribute("href") ?? "";
    const second = await security.get(next);
    expect(second.all("#risks tbody tr")).toHaveLength(10);
  });

  test("has its owner reminded of an overdue look once, and again for another day", async () => {
    const { app, owner, add } = await aHouse();
    const { id, path } = await add({ reviewOn: "2026-12-01" });
    const remind = (at: string) =>
      app.database.write((tx) =>
        remindRisks(tx, whenAt(new Date(at), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 })),
      );
    const told = async () =>
      (await app.database.select().from(notifications).where(eq(notifications.kind, "risk-overdue"))).length;
    await remind("2026-12-01T10:00:00Z");
    expect(await told()).toBe(0);
    await remind("2026-12-02T10:00:00Z");
    await remind("2026-12-03T10:00:00Z");
    expect(await told()).toBe(1);
    await owner.submit(path, { ...FORM, ownerId: "Olga Owner", version: "1", reviewOn: "2026-12-08" });
    await remind("2026-12-09T10:00:00Z");
    expect(await told()).toBe(2);
    const [risk] = await app.database.select().from(risks).where(eq(risks.id, id));
    expect(risk?.remindedOf).toBe("2026-12-08");
  });
});

describe("A risk of the organisation itself", () => {
  const OWN = { ...FORM, title: "Un seul fournisseur porte presque tout", category: "vendor", ownerId: "Olga Owner" };

  test("is written by who looks at all of them, stands in the register, its file and the API, and is reviewed", async () => {
    const { app, owner, security, other, add } = await aHouse();
    await add();
    expect((await other.get("/registers/risks")).text).not.toContain("risque de l’organisation</a>");
    expect((await other.get("/registers/risks/new")).status).toBe(403);
    expect((await other.post("/registers/risks/new", OWN)).status).toBe(403);
    const wrong = await security.post("/registers/risks/new", { ...OWN, title: "" });
    expect([wrong.status, wrong.find('textarea[name="mitigation"]').textContent]).toEqual([400, OWN.mitigation]);
    const page = await security.submit("/registers/risks/new", OWN);
    expect(page.text).toContain("Le risque est inscrit");
    const [risk] = (await app.database.select().from(risks)).slice(-1);
    expect(risk).toMatchObject({ useCaseId: null, score: 16 });
    const path = `/registers/risks/${risk?.id}`;
    expect((await owner.get("/notifications")).text).toContain("Un seul fournisseur");
    const register = await owner.get("/registers/risks");
    expect(register.all("#risks tbody tr")).toHaveLength(2);
    expect(register.text).toContain("L’organisation elle-même");
    expect((await owner.get("/registers/risks.csv")).text).toContain("L’organisation elle-même");
    const alone = await owner.get("/registers/risks?department=organisation");
    expect([alone.all("#risks tbody tr").length, alone.find("#risks").text]).toEqual([
      1,
      expect.stringContaining("Un seul fournisseur"),
    ]);
    expect(alone.find('select[name="department"] option[selected]').text).toBe("L’organisation elle-même");
    const review = {
      ...{ intent: "review", version: "1", note: "Second contrat signé", likelihood: "4", impact: "4" },
      ...{ residualLikelihood: "2", residualImpact: "3", mitigationDoneOn: "2026-11-20", reviewOn: "2027-05-01" },
    };
    expect((await other.post(path, review)).status).toBe(403);
    expect((await owner.submit(path, review)).text).toContain("Moyen · 6");
    expect((await owner.submit(path, { ...OWN, version: "2", title: "Deux fournisseurs" })).text).toContain("Deux");
    const turn = { intent: "turn", to: "closed", version: "3", reason: "Trois contrats" };
    expect((await security.submit(path, turn)).text).toContain("Trois contrats");
    const acts = await app.database.select({ act: auditEvents.act, of: auditEvents.useCaseId }).from(auditEvents);
    for (const act of ["organisation-risk.write", "risk.review", "risk.close"]) {
      expect(acts).toContainEqual({ act, of: null });
    }
  });

  test("goes through the API alike, and is not found under a case", async () => {
    const { app, owner, security, other, base } = await aHouse();
    const site = await openSite(app);
    const program = await aProgram(app, site, security.id);
    const sent = { title: { fr: "Une règle change" }, category: "legal", ownerId: owner.id };
    const body = { ...sent, likelihood: 2, impact: 4, reviewOn: "2027-02-01" };
    const made = await program.ask("POST", "/risks", { body });
    expect([made.status, made.body.reference, made.body.level]).toEqual([201, null, "medium"]);
    const { id } = made.body;
    expect((await (await aProgram(app, site, other.id)).ask("POST", "/risks", { body })).status).toBe(403);
    const edit = { body: { likelihood: 3 }, headers: { "If-Match": '"1"' } };
    expect((await program.ask("PATCH", `/risks/${id}`, edit)).body).toMatchObject({ likelihood: 3, version: 2 });
    expect((await program.get("/risks")).body.items).toMatchObject([{ id, reference: null }]);
    expect((await security.get(`${base}/${id}`)).status).toBe(404);
    app.clock.at = new Date("2027-03-01T09:00:00Z");
    const when = whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
    await app.database.write((tx) => remindRisks(tx, when));
    const told = await app.database.select().from(notifications).where(eq(notifications.kind, "risk-overdue"));
    expect(told).toMatchObject([{ personId: owner.id, useCaseId: null, href: `/registers/risks/${id}` }]);
  });
});
