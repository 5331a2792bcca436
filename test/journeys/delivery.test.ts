import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addModel, addVendor } from "#app/delivery/vendors.server";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { auditEvents, pocs, signOffs } from "#db/schema.server";
import { openApp } from "../support/app";
import { aBusinessCase, whenOf } from "../support/arbitration";
import { aFirm, governanceOf, POC_FORM, startPoc } from "../support/delivery";

const pocOf = (reference: string) => `/use-cases/${reference}/poc`;
const FUTURE = { startsOn: "2026-12-01", endsOn: "2027-01-26" };

describe("A POC", () => {
  test("is defined by its team, with a bet that can be lost", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "approved" });
    const edit = `${pocOf(reference)}/edit`;
    expect((await firm.security.get(edit)).status).toBe(403);
    expect((await firm.security.post(edit, POC_FORM)).status).toBe(403);
    const form = await firm.owner.get(edit);
    expect(form.find('[name="endsOn"]').getAttribute("value")).toBe("2027-01-15");
    expect(form.find('[name="team.0.name"]').getAttribute("value")).toBe("Olivier Petit");
    expect(form.find('[name="team.1.name"]').getAttribute("value")).toBe("Tara Leroy");
    for (const wrong of [
      { threshold: "20" },
      { endsOn: "2026-10-01" },
      { "team.0.name": "", "team.0.role": "", "team.0.side": "" },
      { hypothesis: "" },
      { baseline: "beaucoup" },
    ]) {
      const refused = await firm.owner.post(edit, { ...POC_FORM, ...wrong });
      expect(refused.status).toBe(400);
      expect(refused.all(".error-summary li")).toHaveLength(1);
      expect(refused.find('[name="kpiName"]').getAttribute("value")).toBe("Minutes par demande");
    }
    const page = await firm.owner.submit(edit, POC_FORM);
    expect(page.text).toContain("une demande se lit en dix minutes");
    expect(page.text).toContain("Personne ne représente la technique");
  });

  test("may change its bet until it starts, and only who tries it and with what after that", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc" });
    const edit = `${pocOf(reference)}/edit`;
    await firm.owner.submit(edit, { ...POC_FORM, ...FUTURE });
    const idOf = async () => (await firm.owner.get(edit)).find('[name="id"]').getAttribute("value") ?? "";
    const id = await idOf();
    // What is stored stands in its field as one types it, and an amount with its cents.
    await firm.owner.submit(edit, {
      ...POC_FORM,
      ...FUTURE,
      id,
      version: "1",
      threshold: "4.5",
      budgetCapMinor: "12,50",
    });
    const shown = await firm.owner.get(edit);
    expect(shown.find('[name="threshold"]').getAttribute("value")).toBe("4,5");
    expect(shown.find('[name="budgetCapMinor"]').getAttribute("value")).toBe("12,50");
    await firm.owner.submit(edit, { ...POC_FORM, id, version: "2", threshold: "8" });
    await startPoc(firm.owner, reference);
    for (const moved of [
      { threshold: "12" },
      { endsOn: "2027-01-31" },
      { budgetCapMinor: "20 000" },
      { peopleCap: "9" },
    ]) {
      const refused = await firm.owner.post(edit, { ...POC_FORM, id, version: "4", threshold: "8", ...moved });
      expect(refused.status).toBe(409);
      expect(refused.text).toContain("son pari est scellé");
    }
    const others = { ...POC_FORM, id, version: "4", threshold: "8", dataOwner: "Dora Fichiers" };
    expect((await firm.owner.submit(edit, others)).text).toContain("Dora Fichiers");
  });

  test("shows both sides when two people edit it at once", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc" });
    const edit = `${pocOf(reference)}/edit`;
    await firm.owner.submit(edit, { ...POC_FORM, ...FUTURE });
    const id = (await firm.owner.get(edit)).find('[name="id"]').getAttribute("value") ?? "";
    const base = { ...POC_FORM, ...FUTURE, id, version: "1" };
    await firm.owner.submit(edit, { ...base, peopleCap: "5" });
    const late = await firm.technicalOwner.post(edit, { ...base, peopleCap: "7" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Deux versions de la même fiche");
    expect(late.find('[name="peopleCap"]').getAttribute("value")).toBe("7");
    expect(late.find('[name="version"]').getAttribute("value")).toBe("2");
    await firm.technicalOwner.submit(edit, { ...base, version: "2", peopleCap: "7" });
  });

  test("keeps its attempts side by side, ends with a verdict, and lets another follow", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc" });
    const path = pocOf(reference);
    await firm.owner.submit(`${path}/edit`, { ...POC_FORM, endsOn: "2026-11-15" });
    await startPoc(firm.owner, reference);
    const late = await firm.owner.get(path);
    expect(late.text).toContain("La durée est dépassée de 5 jours");
    expect(late.find(".meter").classList.contains("tone-bad")).toBe(true);
    const pocId = late.find('[name="pocId"]').getAttribute("value") ?? "";
    const attempt = { intent: "attempt", pocId, modelId: "", guardrail: "Aucune plainte" };
    const first = { ...attempt, label: "Modèle A", on: "2026-11-10", result: "12,5", runCostMinor: "9 000" };
    await firm.owner.submit(path, first);
    const second = { ...attempt, label: "Modèle B", on: "2026-11-12", result: "9", runCostMinor: "1 500" };
    const page = await firm.owner.submit(path, second);
    expect(page.text).toContain("1. Modèle A");
    expect(page.text).toContain("2. Modèle B");
    expect(page.text).toContain("Le plafond de 10 000 € est dépassé depuis le 12 novembre 2026");
    expect((await firm.owner.post(path, { ...first, on: "2026-12-24" })).status).toBe(409);
    expect((await firm.security.post(path, first)).status).toBe(403);
    expect((await firm.owner.post(`${path}/edit`, POC_FORM)).status).toBe(409);

    const verdict = { intent: "verdict", pocId, version: 2, verdict: "pivot", result: "", learning: "" };
    expect((await firm.owner.post(path, verdict)).status).toBe(400);
    const said = { ...verdict, learning: "Les scans de travers se lisent mal" };
    // An attempt reached the threshold: another verdict than that says why.
    expect((await firm.owner.post(path, said)).status).toBe(409);
    const over = await firm.owner.submit(path, { ...said, reason: "Trop peu de scans de travers dans l’échantillon" });
    expect(over.text).toContain("Les scans de travers se lisent mal");
    expect(over.find(".meter").text).toContain("13 jours prévus, verdict 5 jours après la fin");
    expect(over.find(".meter").classList.contains("tone-bad")).toBe(false);
    expect((await firm.owner.post(path, first)).status).toBe(409);
    expect((await firm.owner.post(path, { ...verdict, learning: "Encore" })).status).toBe(409);
    const next = await firm.owner.submit(`${path}/edit`, { ...POC_FORM, hypothesis: "Redresser d’abord les scans" });
    expect(next.find("h2").text).toBe("POC n° 2");
    expect(next.text).toContain("Les scans de travers se lisent mal");
    expect(next.text).toContain("Suite du POC n° 1, qui a pivoté");
  });
});

describe("The register of vendors", () => {
  test("says which cases work with whom, from the POC and from the case", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc", title: "Trier les demandes" });
    const other = await firm.newCase({ stage: "poc", title: "Prévoir les retours" });
    const { vendor, model } = await app.database.write(async (tx) => {
      const when = whenOf(app);
      const { id } = await addVendor(tx, CASEBOOK, { name: "Chêne", type: "open-source", country: "FR" }, when);
      return {
        vendor: id,
        model: await addModel(tx, CASEBOOK, { vendorId: id, name: "24B", hosting: "self-hosted" }, when),
      };
    });
    await firm.owner.submit(`${pocOf(reference)}/edit`, { ...POC_FORM, modelId: String(model.id) });
    const linked = await firm.technicalOwner.submit(pocOf(other.reference), { intent: "link", vendorId: vendor });
    expect(linked.text).toContain("Chêne");
    const page = await firm.owner.get(`/registers/vendors/${vendor}`);
    expect(page.text).toContain("Trier les demandes");
    expect(page.text).toContain("Prévoir les retours");
    // The POC's model brought its vendor: as long as the case works with it, the vendor stays.
    const kept = await firm.technicalOwner.post(pocOf(reference), { intent: "unlink", vendorId: vendor });
    expect(kept.status).toBe(409);
    expect(kept.text).toContain("déliez d’abord le modèle");
    await firm.technicalOwner.submit(pocOf(other.reference), { intent: "unlink", vendorId: vendor });
    expect((await firm.owner.get(`/registers/vendors/${vendor}`)).text).not.toContain("Prévoir les retours");
    expect((await firm.champion.post(pocOf(other.reference), { intent: "link", vendorId: vendor })).status).toBe(403);
  });
});

describe("The queue of sign-offs", () => {
  test("shows reviewers their own, the most urgent first, and takes their answer in place", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { owner, security, legal } = firm;
    const later = await firm.newCase({ stage: "poc", title: "Prévoir les retours" });
    const sooner = await firm.newCase({ stage: "poc", title: "Trier les demandes" });
    const ask = (reference: string, kind: string, dueOn: string) =>
      owner.post(governanceOf(reference), { intent: "request", kind, dueOn });
    await ask(later.reference, "security", "2026-12-20");
    expect((await ask(sooner.reference, "security", "2026-11-18")).status).toBe(409);
    await ask(sooner.reference, "security", "2026-11-20");
    const wasDue = { dueOn: day("2026-11-18") };
    await app.database.write((tx) => tx.update(signOffs).set(wasDue).where(eq(signOffs.useCaseId, sooner.id)));
    await ask(sooner.reference, "legal", "");
    expect((await ask(sooner.reference, "legal", "")).status).toBe(409);
    expect(
      (await security.post(governanceOf(later.reference), { intent: "request", kind: "finance", dueOn: "" })).status,
    ).toBe(403);

    const queue = await security.get("/sign-offs");
    const titles = queue.all("main h3").map((heading) => heading.text);
    expect(titles[0]).toContain("Trier les demandes");
    expect(titles[1]).toContain("Prévoir les retours");
    expect(titles).toHaveLength(2);
    expect(queue.text).toContain("en retard de 2 jours");
    const signOffId = queue.find('[name="signOffId"]').getAttribute("value") ?? "";
    const answer = { intent: "answer", signOffId, note: "", conditions: "" };
    expect((await legal.post("/sign-offs", { ...answer, verdict: "yes" })).status).toBe(403);
    expect((await owner.post("/sign-offs", { ...answer, verdict: "yes" })).status).toBe(403);
    const mute = await security.post("/sign-offs", { ...answer, verdict: "no" });
    expect(mute.status).toBe(400);
    expect(mute.text).toContain("Un refus s’explique");
    const signed = await security.submit("/sign-offs", {
      ...answer,
      verdict: "yes",
      conditions: "Journal gardé un an",
    });
    expect(signed.text).toContain("Journal gardé un an");
    expect((await security.post("/sign-offs", { ...answer, verdict: "no", note: "Trop tard" })).status).toBe(409);
    expect((await owner.get("/sign-offs")).all('[name="signOffId"]')).toHaveLength(0);
    expect((await owner.get("/sign-offs?kind=all")).text).toContain("Juridique");
  });

  test("never takes the answer of who asked, nor of a party", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const both = await app.signedIn("Sam Double", {
      roles: ["champion", "security"],
      departments: [firm.department],
    });
    const { reference } = await firm.newCase({ stage: "poc" });
    const path = governanceOf(reference);
    await both.submit(path, { intent: "request", kind: "security", dueOn: "" });
    const signOffId = (await firm.security.get(path)).find('[name="signOffId"]').getAttribute("value") ?? "";
    const yes = { intent: "answer", signOffId, verdict: "yes", note: "", conditions: "" };
    const own = await both.post(path, yes);
    expect(own.status).toBe(403);
    expect((await both.get(path)).all('[name="signOffId"]')).toHaveLength(0);
    const mine = await firm.newCase({ stage: "poc", ownerId: firm.legal.id });
    await firm.technicalOwner.submit(governanceOf(mine.reference), { intent: "request", kind: "legal", dueOn: "" });
    expect((await firm.legal.get("/sign-offs")).all('[name="signOffId"]')).toHaveLength(0);
  });
});

describe("The pipeline", () => {
  test("is empty at first, and says what to do", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Lou Bernard");
    expect((await reader.get("/pipeline")).text).toContain("Le pipeline est vide");
    expect((await reader.get("/pipeline?view=flow")).status).toBe(200);
  });

  test("shows cases by stage with their age, their worth and what they miss; all of them up to a thousand", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const old = await firm.newCase({ stage: "poc", stageSince: "2026-10-01", title: "Le plus ancien" });
    await aBusinessCase(app, old.id);
    for (let nth = 0; nth < 22; nth++) await firm.newCase({ title: `Cas ${nth}`, stageSince: "2026-11-10" });
    const page = await firm.owner.get("/pipeline");
    const columns = page.all(".board-column");
    const [submitted, , , poc] = columns;
    expect(submitted?.querySelectorAll(".board-card")).toHaveLength(22);
    expect(submitted?.querySelector('a[href="/use-cases?stage=submitted"]')).not.toBeNull();
    expect(poc?.text).toContain("Le plus ancien");
    expect(poc?.text).toContain("depuis 50 jours");
    expect(poc?.text).toContain("et 5 autres");
    expect(page.text).not.toContain("Étape inconnue");
    const elsewhere = await app.department("RH", "Ressources humaines");
    const filtered = await firm.owner.get(`/pipeline?department=${elsewhere}`);
    expect(filtered.all(".board-card")).toHaveLength(0);
    expect((await firm.owner.get("/pipeline?department=nonsense")).status).toBe(200);
  });

  test("measures how cases flow, in days", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc", stageSince: "2026-02-20" });
    const gone = { intent: "move", from: "poc", to: "on-hold", reason: "Budget", learning: "", relookOn: "2027-01-04" };
    await firm.owner.submit(governanceOf(reference), gone);
    await firm.newCase({ stage: "poc" });
    const page = await firm.owner.get("/pipeline?view=flow");
    const row = page.all("main tbody tr").find((one) => one.text.startsWith("POC"));
    const cells = row?.querySelectorAll("td").map((cell) => cell.text.replace(/\s/g, ""));
    // Entered, onward, back, out, still, conversion, median days: 20 February to 20 November 2026 is 273 days.
    expect(cells).toEqual(["2", "0", "0", "1", "1", "0%", "273", "273"]);
    const control = await firm.owner.get("/pipeline?view=flow&at=poc");
    expect(control.find("#control").text).toContain(reference);
    expect(control.find("#control").text).toContain("273");
    expect((await firm.owner.get("/pipeline?view=flow&at=nonsense")).find("#control").text).not.toContain(reference);
  });

  test("tells what ended POCs taught, a stopped one like any other, newest first", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { id, reference } = await firm.newCase({ stage: "stopped", title: "Tri des retours" });
    const running = await firm.newCase({ stage: "poc" });
    const bet = {
      ...{ hypothesis: { fr: "Plus vite" }, startsOn: day("2026-03-02"), endsOn: day("2026-04-30"), peopleCap: 3 },
      ...{ budgetCapMinor: minor(0), team: [], kpiName: { fr: "Minutes" }, kpiUnit: "min", baseline: 9, threshold: 5 },
      direction: "down" as const,
    };
    await app.database.write(async (tx) => {
      const ended = { ...bet, useCaseId: id, learning: { fr: "Les photos manquent" } };
      await tx.insert(pocs).values({ ...ended, verdict: "pivot", verdictOn: day("2026-04-01") });
      await tx.insert(pocs).values({ ...ended, verdict: "stop", verdictOn: day("2026-05-04") });
      await tx.insert(pocs).values({ ...bet, useCaseId: running.id });
    });
    const rows = (await firm.owner.get("/pipeline?view=flow")).all("#lessons tbody tr").map(({ text }) => text);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(reference);
    expect(rows[0]).toMatch(/Arrêter.*4 mai 2026.*Les photos manquent/s);
    expect(rows[1]).toContain("Pivoter");
    const elsewhere = await app.department("RH", "Ressources humaines");
    expect((await firm.owner.get(`/pipeline?view=flow&department=${elsewhere}`)).all("#lessons")).toHaveLength(0);
  });

  test("moves a card from the board by a form; what is missing is said with the way to it, and one of two wins", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { id, reference } = await firm.newCase({ stage: "poc", title: "Une carte" });
    const board = await firm.owner.get("/pipeline?lanes=department");
    const move = board.find(`#card-${reference} .board-move`).getAttribute("href") ?? "";
    expect(move).toBe(`/pipeline/${reference}?lanes=department`);
    const asked = { intent: "move", from: "poc", reason: "", learning: "", relookOn: "" };
    const refused = await firm.owner.post(move, { ...asked, to: "pilot" });
    expect(refused.status).toBe(409);
    expect(refused.find("[data-move-panel]").innerHTML).toContain(`/use-cases/${reference}/poc`);
    expect(refused.find("option[value=pilot]").getAttribute("selected")).toBeDefined();
    expect(refused.all(`[data-move-panel] a[href="/use-cases/${reference}/kpis"]`)).toHaveLength(2);
    const back = { ...asked, to: "approved", reason: "Trop tôt" };
    const forward = await firm.owner.post(move, { ...asked, to: "assessment", reason: "Trop tôt" });
    expect(forward.location).toBe(`/pipeline?lanes=department#card-${reference}`);
    expect((await caseById(app.database, id)).stage).toBe("assessment");
    // Whoever saw it at POC is told, and it stays where it is.
    const late = await firm.technicalOwner.post(move, { ...back, to: "on-hold", relookOn: "2027-01-04" });
    expect(late.status).toBe(409);
    expect((await caseById(app.database, id)).stage).toBe("assessment");
    const reader = await app.signedIn("Une Lectrice");
    expect((await reader.get("/pipeline")).all(".board-move")).toHaveLength(0);
    expect(
      (await reader.post(move, { ...asked, from: "assessment", to: "on-hold", reason: "x", relookOn: "2027-01-04" }))
        .status,
    ).toBe(403);
  });

  test("marks a stage that holds more than its limit, which the chair sets and takes away", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const chair = await app.signedIn("Chloé Limite", { roles: ["chair"] });
    for (const title of ["Un", "Deux"]) await firm.newCase({ stage: "poc", title });
    const limits = { intent: "limits", submitted: "", assessment: "", approved: "", poc: "1", pilot: "" };
    expect((await firm.owner.post("/pipeline", limits)).status).toBe(403);
    for (const poc of ["0", "1,5", "dix mille", "10000"]) {
      const wrong = await chair.post("/pipeline", { ...limits, poc });
      expect(wrong.status, poc).toBe(400);
      expect(wrong.text).toContain("un nombre entier de 1 à 9");
    }
    const over = await chair.submit("/pipeline", limits);
    const poc = over.find("[data-column=poc]");
    expect(poc.text).toContain("2 sur 1, limite dépassée");
    expect(poc.getAttribute("class")).toContain("tone-warning");
    const case3 = await firm.newCase({ stage: "approved", ownerId: firm.owner.id });
    expect((await firm.owner.get(`/pipeline/${case3.reference}`)).text).toContain("L’étape POC tient déjà 2 cas");
    const none = await chair.submit("/pipeline", { ...limits, poc: "" });
    expect(none.find("[data-column=poc]").text).not.toContain("sur 1");
    const said = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "board.limit"));
    expect(said.map(({ before, after }) => [before, after])).toEqual([
      ['{"poc":null}', '{"poc":1}'],
      ['{"poc":1}', '{"poc":null}'],
    ]);
  });
});
