import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { gateFactsByIds, readGateFacts } from "#app/measurement/gate-facts.server";
import { verifyAudit } from "#app/people/audit.server";
import { caseById } from "#app/use-cases/cases.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { stageChanges } from "#db/schema.server";
import { type App, openApp, type Page, type Person } from "../support/app";
import { aBusinessCase, anAssessment, chairsAbstain } from "../support/arbitration";
import {
  aFirm,
  cardVersion,
  type Firm,
  governanceOf,
  moving,
  POC_FORM,
  readyToRollOut,
  SCREENING,
  startPoc,
} from "../support/delivery";

const TODAY = day("2026-11-20");

const stageOf = async (app: App, id: number) => (await caseById(app.database, id)).stage;

/** What the checklist of the next gate says is missing. */
const missingOn = (page: Page) => {
  const items = page.find(".checklist").querySelectorAll(".check-missing");
  return items.map((item) => item.querySelector("a")?.text ?? item.text);
};

async function decide(firm: Firm, reference: string, present: readonly Person[], more: Record<string, string> = {}) {
  const { chair } = firm;
  const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 3 });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  await chair.submit(path, { intent: "attendance", version: 1, "present[]": present.map(({ id }) => String(id)) });
  await chair.submit(path, { intent: "agenda-add", reference });
  const decision = { intent: "decide", reference, outcome: "approve", reason: "Le rapport est bon", ...more };
  const decided = await chair.post(path, decision);
  // What was refused waits on this agenda: another session takes it once it is off it.
  if (decided.status !== 303) await chair.submit(path, { intent: "agenda-remove", reference });
  return decided;
}

describe("From submission to production", () => {
  test("every gate asks for what it needs, is refused while something is missing, and opens", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { champion, owner, technicalOwner, chair, security, legal } = firm;
    const { id, reference } = await firm.newCase();
    const path = governanceOf(reference);

    // Screening: the committee's, and four eyes.
    expect((await champion.post(path, moving("submitted", "assessment"))).status).toBe(403);
    expect((await champion.post(path, SCREENING)).status).toBe(403);
    const unscreened = await security.post(path, moving("submitted", "assessment"));
    expect(unscreened.status).toBe(409);
    expect(unscreened.text).toContain("il manque 2 éléments");
    expect((await security.post(path, { ...SCREENING, customerFacing: "" })).status).toBe(400);
    await security.submit(path, { ...SCREENING, letIn: "yes" });
    expect(await stageOf(app, id)).toBe("assessment");

    // Approval: the committee's alone.
    const undecided = await champion.get(path);
    expect(missingOn(undecided)).toContain("Une décision du comité, avec quorum");
    expect(undecided.all('select[name="to"] option[value="approved"]').length).toBe(0);
    expect((await owner.post(path, moving("assessment", "approved"))).status).toBe(409);
    for (const member of [security, legal]) await anAssessment(app, id, member.id);
    await chairsAbstain(app, id);
    await aBusinessCase(app, id);
    expect((await decide(firm, reference, [chair, security, legal])).status).toBe(303);
    expect(await stageOf(app, id)).toBe("approved");

    // POC: defined, with its data questions and its vendor.
    const early = await owner.post(path, moving("approved", "poc"));
    expect(early.status).toBe(409);
    expect(early.text).toContain("Un POC est défini");
    const made = await technicalOwner.post("/registers/vendors/new", {
      name: "Fabrique",
      type: "internal",
      country: "FR",
    });
    expect(made.status).toBe(403);
    const vendor = await chair.post("/registers/vendors/new", { name: "Fabrique", type: "internal", country: "FR" });
    const vendorId = /\d+/.exec(vendor.location ?? "")?.[0] ?? "";
    await owner.submit(`/use-cases/${reference}/poc/edit`, { ...POC_FORM, vendorId });
    expect(missingOn(await owner.get(path))).toEqual([
      "Les trois questions sur les données ont leur réponse",
      "Le pari du POC est scellé",
    ]);
    const said = { dataWhere: "Chez nous", dataWho: "L’équipe", dataUse: "Trier, rien d’autre" };
    const card = { intent: "trust-card", ...said, personalData: "yes", humanReviewer: "" };
    await owner.submit(path, { ...card, version: await cardVersion(owner, reference) });
    expect((await owner.post(path, moving("approved", "poc"))).status).toBe(409);
    const pocId = await startPoc(owner, reference);
    await owner.submit(path, moving("approved", "poc"));
    expect(await stageOf(app, id)).toBe("poc");

    // Pilot: the verdict, and all that the roll-out asks.
    const rollOut = await owner.post(path, moving("poc", "pilot"));
    expect(rollOut.status).toBe(409);
    expect(rollOut.text).toContain("il manque 7 éléments");
    const poc = `/use-cases/${reference}/poc`;
    const verdict = { intent: "verdict", pocId, version: 2, verdict: "scale", learning: "Les scans droits suffisent" };
    const below = await owner.post(poc, { ...verdict, result: "12" });
    expect(below.status).toBe(409);
    expect(below.text).toContain("n’atteint pas le seuil");
    await owner.submit(poc, { ...verdict, result: "9,5" });
    await readyToRollOut(firm, reference);
    expect(missingOn(await owner.get(path))).toEqual([]);
    await owner.submit(path, moving("poc", "pilot"));
    await owner.submit(path, moving("pilot", "production"));
    expect(await stageOf(app, id)).toBe("production");

    // Backwards, with a reason; and out, with what the POC taught.
    expect((await owner.post(path, moving("production", "pilot"))).status).toBe(409);
    const back = await owner.submit(path, moving("production", "pilot", { reason: "Un magasin sur deux décroche" }));
    expect(back.text).toContain("Un magasin sur deux décroche");
    expect((await owner.post(path, moving("pilot", "retired"))).status).toBe(409);
    await owner.submit(path, moving("pilot", "retired", { reason: "Remplacé par l’outil du groupe" }));
    expect(await stageOf(app, id)).toBe("retired");
    await owner.submit(path, moving("retired", "production", { reason: "L’outil du groupe a tardé" }));
    expect(await stageOf(app, id)).toBe("production");

    expect(await checkStages(app.database)).toEqual([]);
    expect(await checkLedger(app.database)).toEqual([]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  }, 90_000);

  test("a case entered live goes back a step with a reason alone, and is approved by the committee alone", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { id, reference } = await firm.newCase({ stage: "production" });
    const path = governanceOf(reference);
    expect((await firm.owner.post(path, moving("production", "poc"))).status).toBe(409);
    const reason = "Le modèle a changé : on l’éprouve de nouveau";
    expect((await firm.owner.post(path, moving("production", "approved", { reason }))).status).toBe(409);
    await firm.owner.submit(path, moving("production", "poc", { reason }));
    expect(await stageOf(app, id)).toBe("poc");
    // Forward again, its gate asks for all that it always asked for.
    expect((await firm.owner.post(path, moving("poc", "production", { reason }))).status).toBe(409);
  });

  test("a case that was entered live owes no verdict, until it runs a POC", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { id, reference } = await firm.newCase({ stage: "production" });
    const facts = async () => readGateFacts(app.database, await caseById(app.database, id), TODAY);
    expect(await facts()).toMatchObject({ enteredLive: true, verdict: null });
    await firm.owner.submit(`/use-cases/${reference}/poc/edit`, POC_FORM);
    expect(await facts()).toMatchObject({ enteredLive: false, poc: true });
  });
});

describe("The screening", () => {
  test("stops what the law prohibits, and what crosses a red line without the committee's exception", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { security } = firm;
    const first = await firm.newCase();
    const path = governanceOf(first.reference);
    const crossing = { ...SCREENING, customerFacing: "yes", humanInTheLoop: "no" };
    const refused = await security.post(path, { ...crossing, letIn: "yes" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("une ligne rouge est franchie");
    expect(refused.find('[name="customerFacing"][value="yes"]').hasAttribute("checked")).toBe(true);
    const excepted = { ...crossing, redLineException: "Réponses types, validées une à une" };
    await security.submit(path, { ...excepted, letIn: "yes" });
    expect(await stageOf(app, first.id)).toBe("assessment");

    const second = await firm.newCase();
    const prohibited = { ...excepted, prohibitedPractice: "yes" };
    await security.submit(governanceOf(second.reference), prohibited);
    const page = await security.post(governanceOf(second.reference), moving("submitted", "assessment"));
    expect(page.status).toBe(409);
    expect(missingOn(page)).toContain("Ce n’est pas une pratique interdite");
    const reason = { reason: "Notation sociale : article 5" };
    expect(
      (await firm.owner.post(governanceOf(second.reference), moving("submitted", "rejected", reason))).status,
    ).toBe(403);
    await security.submit(governanceOf(second.reference), moving("submitted", "rejected", reason));
    expect((await firm.champion.get(`/use-cases/${second.reference}`)).text).toContain("Notation sociale");
  });

  test("is not done by a party to the case, nor over another's head", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const own = await firm.newCase({ ownerId: firm.security.id });
    expect((await firm.security.post(governanceOf(own.reference), SCREENING)).status).toBe(403);
    const path = governanceOf((await firm.newCase()).reference);
    await firm.legal.submit(path, SCREENING);
    const late = await firm.security.post(path, { ...SCREENING, customerFacing: "yes" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Deux versions de la même fiche");
    expect(late.find('[name="customerFacing"][value="yes"]').hasAttribute("checked")).toBe(true);
    const again = await firm.security.submit(path, { ...SCREENING, customerFacing: "yes", version: "1" });
    expect(again.status).toBe(200);
  });
});

describe("An override", () => {
  test("is a chair's, needs a reason, and shows on the record with what was missing", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { chair, owner } = firm;
    const { id, reference } = await firm.newCase({ stage: "approved" });
    const path = governanceOf(reference);
    const override = { override: "yes", reason: "L’éditeur offre six semaines d’essai" };
    expect((await owner.get(path)).all('[name="override"]').length).toBe(0);
    expect((await owner.post(path, moving("approved", "poc", override))).status).toBe(403);
    expect((await chair.post(path, moving("approved", "poc", { override: "yes" }))).status).toBe(409);
    expect((await chair.post(path, moving("approved", "poc", { reason: override.reason }))).status).toBe(409);
    const done = await chair.submit(path, moving("approved", "poc", override));
    expect(done.text).toContain("L’éditeur offre six semaines d’essai");
    expect(done.text).toContain("Dérogation sur 6 éléments");
    const [last] = (
      await app.database.select().from(stageChanges).where(eq(stageChanges.useCaseId, id)).orderBy(asc(stageChanges.id))
    ).slice(-1);
    expect(last?.overridden).toEqual(["poc", "poc-team", "poc-kpi", "data-questions", "model-or-vendor", "poc-sealed"]);
  });

  test("is refused to a chair who is a party to the case", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "approved", ownerId: firm.chair.id });
    const override = { override: "yes", reason: "Pour aller plus vite" };
    expect((await firm.chair.post(governanceOf(reference), moving("approved", "poc", override))).status).toBe(403);
  });

  test("without a quorum lets the case through once, and does not make a decision of it", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { chair, security, legal, owner } = firm;
    const { id, reference } = await firm.newCase({ stage: "assessment" });
    for (const member of [security, legal]) await anAssessment(app, id, member.id);
    await chairsAbstain(app, id);
    await aBusinessCase(app, id);
    expect((await decide(firm, reference, [chair, security])).status).toBe(409);
    expect((await decide(firm, reference, [chair, security], { override: "yes" })).status).toBe(303);
    expect(await readGateFacts(app.database, await caseById(app.database, id), TODAY)).toMatchObject({
      decidedWithQuorum: false,
    });
    const path = governanceOf(reference);
    await security.submit(path, SCREENING);
    await owner.submit(path, moving("approved", "assessment", { reason: "Chiffres à revoir" }));
    expect((await owner.post(path, moving("assessment", "approved"))).status).toBe(409);
    expect((await decide(firm, reference, [chair, security, legal])).status).toBe(303);
    expect(await readGateFacts(app.database, await caseById(app.database, id), TODAY)).toMatchObject({
      decidedWithQuorum: true,
    });
  });
});

describe("Moving a case", () => {
  test("by two people at once is done by one; the other is told", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference, id } = await firm.newCase({ stage: "poc" });
    const path = governanceOf(reference);
    const onHold = moving("poc", "on-hold", { reason: "Budget gelé", relookOn: "2027-03-01" });
    const back = moving("poc", "submitted", { reason: "À redéfinir" });
    const both = await Promise.all([firm.owner.post(path, onHold), firm.technicalOwner.post(path, back)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const told = both.find(({ status }) => status === 409);
    expect(told?.text).toContain("Quelqu’un a déplacé ce cas d’usage");
    expect(["on-hold", "submitted"]).toContain(await stageOf(app, id));
    expect(await app.database.select().from(stageChanges).where(eq(stageChanges.useCaseId, id))).toHaveLength(2);
  });

  test("onto hold asks for a date and a reason, and keeps what was typed", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc" });
    const path = governanceOf(reference);
    const undated = await firm.owner.post(path, moving("poc", "on-hold", { reason: "Budget gelé" }));
    expect(undated.status).toBe(409);
    expect(undated.find("#move-reason").text).toContain("Budget gelé");
    expect((await firm.owner.post(path, moving("poc", "on-hold", { relookOn: "2027-03-01" }))).status).toBe(409);
    expect((await firm.owner.post(path, moving("poc", "nowhere"))).status).toBe(400);
    expect((await firm.owner.post(path, moving("poc", "merged", { reason: "Doublon" }))).status).toBe(409);
  });

  test("is refused to those who have no part in it", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase({ stage: "poc" });
    const reader = await app.signedIn("Lou Bernard");
    const page = await reader.get(governanceOf(reference));
    expect(page.all("main form").length).toBe(0);
    const move = moving("poc", "submitted", { reason: "Pour voir" });
    expect((await reader.post(governanceOf(reference), move)).status).toBe(403);
  });
});

describe("The facts of many cases", () => {
  test("are those of each", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const cases = [await firm.newCase(), await firm.newCase({ stage: "poc" }), await firm.newCase({ stage: "pilot" })];
    await firm.security.submit(governanceOf(cases[0]?.reference ?? ""), SCREENING);
    await aBusinessCase(app, cases[1]?.id ?? 0);
    const together = await gateFactsByIds(
      app.database,
      cases.map(({ id }) => id),
      TODAY,
    );
    for (const { id } of cases) {
      const alone = await readGateFacts(app.database, await caseById(app.database, id), TODAY);
      // Who says no to it is asked of one case alone.
      expect(together.get(id)).toEqual({ ...alone, judged: false, paused: false });
    }
    expect(await gateFactsByIds(app.database, [], TODAY)).toEqual(new Map());
  });
});
