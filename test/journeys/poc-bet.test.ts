/** A POC as a bet: sealed, amended by signature, followed week by week, judged against its evidence; and what goes live. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import {
  attempts,
  auditEvents,
  modelSwitches,
  notifications,
  pocAmendments,
  pocCheckIns,
  pocs,
  signOffs,
  useCases,
} from "#db/schema.server";
import { type App, openApp, type Page, type Person } from "../support/app";
import { attempt, pocOf, register, week, wish } from "../support/bet";
import {
  aFirm,
  cardVersion,
  type Firm,
  governanceOf,
  moving,
  POC_FORM,
  readyToRollOut,
  startPoc,
} from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aStartedPoc(firm: Firm, more: Record<string, string> = {}) {
  const { reference, id } = await firm.newCase({ stage: "poc" });
  await firm.owner.submit(`${pocOf(reference)}/edit`, { ...POC_FORM, ...more });
  return { reference, id, pocId: await startPoc(firm.owner, reference) };
}

const newsOf = async (app: App, person: Person) =>
  (await app.database.select().from(notifications).where(eq(notifications.personId, person.id))).map(
    ({ kind }) => kind,
  );

describe("The bet", () => {
  test("is sealed by its team once nothing lacks and the case is approved, from the day of the seal on", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { owner } = firm;
    const { reference } = await firm.newCase({ stage: "assessment" });
    await owner.submit(`${pocOf(reference)}/edit`, { ...POC_FORM, dataOwner: "", oneFunctionReason: "" });
    const page = await owner.get(pocOf(reference));
    expect(page.text).toContain("le responsable des données");
    expect(page.text).toContain("une deuxième fonction dans l’équipe");
    const [poc] = await app.database.select().from(pocs);
    const start = { intent: "start", pocId: String(poc?.id), version: "1" };
    expect((await owner.post(pocOf(reference), start)).text).toContain("Le cas n’est pas approuvé");
    await app.database.write((tx) =>
      tx.update(useCases).set({ stage: "approved" }).where(eq(useCases.reference, reference)),
    );
    expect((await owner.post(pocOf(reference), start)).text).toContain("Personne ne répond des données");
    const edit = { ...POC_FORM, id: String(poc?.id), version: "1", oneFunctionReason: "" };
    await owner.submit(`${pocOf(reference)}/edit`, edit);
    const one = await owner.post(pocOf(reference), { ...start, version: "2" });
    expect([one.status, one.text]).toEqual([409, expect.stringContaining("ne réunit pas deux fonctions")]);
    expect((await firm.security.post(pocOf(reference), start)).status).toBe(403);
    await owner.submit(`${pocOf(reference)}/edit`, { ...edit, version: "2", oneFunctionReason: "Un seul métier" });
    expect((await owner.post(pocOf(reference), { ...start, version: "2" })).status).toBe(409);
    const sealed = await owner.submit(pocOf(reference), { ...start, version: "3" });
    expect(sealed.text).toContain("Pari scellé le 20 novembre 2026 par Olivier Petit");
    expect((await owner.post(pocOf(reference), { ...start, version: "4" })).status).toBe(409);
    const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "poc.start"));
    expect(event?.after).toContain("2026-11-20");
    // The form said the 2nd: nothing was tried before the seal, and nothing is before the gate.
    expect((await app.database.select().from(pocs))[0]).toMatchObject({
      startsOn: "2026-11-20",
      startedOn: "2026-11-20",
    });
    const week = { intent: "check-in", pocId: String(poc?.id), on: "2026-11-20", confidence: "on-track" };
    const early = await owner.post(pocOf(reference), { ...week, value: "", spentMinor: "", personDays: "" });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining("pas encore à l’étape POC")]);
  });

  test("is no bet on a time-box that is over", async () => {
    const app = await openApp();
    const { owner, newCase } = await aFirm(app);
    const { reference } = await newCase({ stage: "approved" });
    await owner.submit(`${pocOf(reference)}/edit`, { ...POC_FORM, startsOn: "2026-09-01", endsOn: "2026-10-30" });
    const [poc] = await app.database.select().from(pocs);
    const late = await owner.post(pocOf(reference), { intent: "start", pocId: String(poc?.id), version: "1" });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining("La fin prévue de ce POC est passée")]);
  });

  test("changes after that only by an amendment that a chair signs who is no party and did not ask", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { owner, chair } = firm;
    const { reference, pocId } = await aStartedPoc(firm);
    const path = pocOf(reference);
    expect((await owner.post(path, wish(pocId, 2))).text).toContain("Rien ne change");
    expect((await owner.post(path, wish(pocId, 2, { threshold: "15" }))).status).toBe(400);
    expect((await owner.post(path, wish(pocId, 2, { threshold: "12", reason: "" }))).status).toBe(400);
    expect((await firm.security.post(path, wish(pocId, 2, { threshold: "12" }))).status).toBe(403);
    const asked = await owner.submit(path, wish(pocId, 2, { threshold: "12", endsOn: "2027-01-15" }));
    expect(asked.text).toContain("Seuil : 10 → 12");
    expect(asked.text).toContain("en attente de signature");
    expect(await newsOf(app, chair)).toContain("amendment-asked");
    // While it waits, nothing else is asked, and there is no verdict.
    expect((await owner.post(path, wish(pocId, 2, { peopleCap: "4" }))).status).toBe(409);
    const verdict = { intent: "verdict", pocId, version: 2, verdict: "stop", learning: "Trop tôt", result: "" };
    expect((await owner.post(path, verdict)).text).toContain("Un amendement attend la signature");
    const [row] = await app.database.select().from(pocAmendments);
    const sign = { intent: "sign-amendment", amendmentId: String(row?.id), verdict: "yes", note: "" };
    expect((await owner.post(path, sign)).status).toBe(403);
    expect((await firm.security.post(path, sign)).status).toBe(403);
    expect((await chair.post(path, { ...sign, verdict: "no" })).status).toBe(400);
    const signed = await chair.submit(path, sign);
    expect(signed.text).toContain("amendé le 20 novembre 2026 ; scellé à 10");
    expect((await chair.post(path, sign)).status).toBe(409);
    expect(await newsOf(app, owner)).toContain("amendment-signed");
    const [poc] = await app.database.select().from(pocs);
    expect(poc).toMatchObject({ threshold: 12, endsOn: "2027-01-15", version: 3 });

    // A no changes nothing and says why; a chair who answers for the case signs nothing.
    await owner.submit(path, wish(pocId, 3, { threshold: "14", endsOn: "2027-01-15" }));
    const again = (await app.database.select().from(pocAmendments)).at(-1);
    const no = { ...sign, amendmentId: String(again?.id), verdict: "no", note: "Le seuil a déjà bougé" };
    expect((await chair.submit(path, no)).text).toContain("Le seuil a déjà bougé");
    expect((await app.database.select().from(pocs))[0]).toMatchObject({ threshold: 12, version: 3 });
    const own = await firm.newCase({ stage: "poc", ownerId: chair.id });
    await chair.submit(`${pocOf(own.reference)}/edit`, POC_FORM);
    const ownPoc = await startPoc(chair, own.reference);
    await chair.submit(pocOf(own.reference), wish(ownPoc, 2, { threshold: "12" }));
    const mine = (await app.database.select().from(pocAmendments)).at(-1);
    const forbidden = await chair.post(pocOf(own.reference), { ...sign, amendmentId: String(mine?.id) });
    expect(forbidden.status).toBe(403);
  });

  test("is followed week by week: the breach of a cap shows before it happens, and those who answer are told", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { owner, technicalOwner, chair } = firm;
    const { reference, pocId } = await aStartedPoc(firm, { personDaysCap: "40" });
    const path = pocOf(reference);
    expect((await owner.post(path, week(pocId, "2026-11-21", "100"))).status).toBe(409);
    expect((await owner.post(path, week(pocId, "2026-10-31", "100"))).status).toBe(409);
    expect((await owner.post(path, week(pocId, "2026-11-06", "100", { confidence: "" }))).status).toBe(400);
    expect((await firm.legal.post(path, week(pocId, "2026-11-06", "100"))).status).toBe(403);
    const first = await owner.submit(path, week(pocId, "2026-11-06", "1 000", { value: "14", personDays: "6" }));
    // 1,000 € in the four days since the start: the first figure already tells.
    expect(first.text).toContain("À ce rythme, le plafond de 10 000 € est atteint le 12 décembre 2026");
    // Its terms began on 2 November, its seal is of the 20th: nothing says that it was fixed beforehand.
    expect(first.text).toContain("scellé le 20 novembre 2026, après le début");
    expect(first.text).not.toContain("scellé avant le début");
    // 3,500 € in seven days: the 5,500 € that are left last eleven more, until 24 November.
    const second = await owner.submit(path, week(pocId, "2026-11-13", "4 500", { value: "13", personDays: "12" }));
    expect(second.text).toContain(
      "À ce rythme, le plafond de 10 000 € est atteint le 24 novembre 2026, 4 semaines avant la fin",
    );
    expect(second.text).toContain(
      "À ce rythme, le plafond de 40 jours-personnes est atteint le 16 décembre 2026, 12 jours",
    );
    for (const person of [technicalOwner, chair]) expect(await newsOf(app, person)).toContain("poc-warning");
    // The same day again replaces nothing: a check-in is corrected, with its reason, and what it said stays in the history.
    const twice = await owner.post(path, week(pocId, "2026-11-13", "1 500"));
    expect([twice.status, twice.text]).toEqual([409, expect.stringContaining("Ce jour a déjà son point")]);
    const [, wrong] = await app.database.select().from(pocCheckIns);
    const mended = {
      ...week(pocId, "2026-11-13", "1 500", { value: "13", personDays: "8" }),
      ...{
        intent: "correct-check-in",
        checkInId: String(wrong?.id),
        version: "1",
        reason: "Une facture comptée deux fois",
      },
    };
    const form = await owner.get(`${path}?check-in=${wrong?.id}`);
    expect(form.find("#correct-check-in [name=spentMinor]").getAttribute("value")).toBe("4500");
    expect((await owner.post(path, { ...mended, reason: "" })).status).toBe(400);
    expect((await firm.legal.post(path, mended)).status).toBe(403);
    const corrected = await owner.submit(path, mended);
    expect(corrected.text).toContain("Corrigé par Olivier Petit le 20 novembre 2026 : Une facture comptée deux fois");
    expect((await owner.post(path, mended)).status).toBe(409);
    const [kept] = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "poc.correct-check-in"));
    expect([kept?.before, kept?.after]).toEqual([expect.stringContaining("450000"), expect.stringContaining("150000")]);
    // A sum since the start does not go back without a word.
    const back = week(pocId, "2026-11-16", "1 200");
    const less = await owner.post(path, back);
    expect([less.status, less.text]).toEqual([409, expect.stringContaining("va à rebours des autres points")]);
    expect((await owner.submit(path, { ...back, reason: "Un avoir du fournisseur" })).text).toContain(
      "Raison : Un avoir du fournisseur",
    );
    expect(corrected.text).not.toContain("À ce rythme, le plafond");
    expect(corrected.text).toContain("le plafond de 10 000 € tient");
    const over = await owner.submit(path, week(pocId, "2026-11-20", "10 000,01", { confidence: "off" }));
    expect(over.text).toContain("Le plafond de 10 000 € est dépassé depuis le 20 novembre 2026");
    expect(over.text).toContain("L’équipe juge le POC compromis");
  });

  test("goes in rounds, each with its question and what it taught", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference, pocId } = await aStartedPoc(firm);
    const path = pocOf(reference);
    const open = { intent: "iteration", pocId, question: "Les scans droits se lisent-ils ?", startedOn: "2026-11-03" };
    expect((await firm.owner.post(path, { ...open, startedOn: "2026-10-03" })).status).toBe(409);
    const page = await firm.owner.submit(path, open);
    expect(page.text).toContain("Les scans droits se lisent-ils ?");
    expect((await firm.owner.post(path, { ...open, question: "Et les autres ?" })).status).toBe(409);
    const iterationId = page.find('[name="iterationId"]').getAttribute("value") ?? "";
    const end = { intent: "iteration-end", iterationId, endedOn: "2026-11-10", learnt: "Oui, à 300 points" };
    expect((await firm.owner.post(path, { ...end, endedOn: "2026-11-01" })).status).toBe(409);
    expect((await firm.owner.submit(path, end)).text).toContain("Oui, à 300 points");
    expect((await firm.owner.post(path, end)).status).toBe(409);
    expect((await firm.owner.post(path, { ...open, startedOn: "2026-11-09" })).status).toBe(409);
    const second = await firm.owner.submit(path, { ...open, startedOn: "2026-11-10", question: "Et de travers ?" });
    const round = second.all('select[name="iterationId"] option').at(-1)?.getAttribute("value") ?? "";
    await firm.owner.submit(path, attempt(pocId, "Redresser d’abord", { iterationId: round }));
    expect((await firm.owner.post(path, attempt(pocId, "Ailleurs", { iterationId: "999" }))).status).toBe(409);
  });
});

describe("An attempt", () => {
  test("is edited while its POC runs, with what it said before, and never after the verdict", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { owner } = firm;
    const { reference, pocId } = await aStartedPoc(firm);
    const path = pocOf(reference);
    const early = await owner.post(path, attempt(pocId, "Trop tôt", { on: "2026-10-31" }));
    expect([early.status, early.text]).toEqual([409, expect.stringContaining("précède le début du POC")]);
    const component = { "components.0.name": "Lecteur", "components.0.kind": "script" };
    const said = { result: "9", runCostMinor: "120,50", ...component };
    await owner.submit(path, attempt(pocId, "Lecture simple", said));
    const [row] = await app.database.select().from(attempts);
    const form = await owner.get(`${path}?attempt=${row?.id}`);
    expect(form.find("#edit-attempt [name=runCostMinor]").getAttribute("value")).toBe("120,50");
    expect(form.find('#edit-attempt [name="components.0.name"]').getAttribute("value")).toBe("Lecteur");
    const edit = {
      ...attempt(pocId, "Double lecture", { ...said, result: "9,5", "components.0.name": "Deux lecteurs" }),
      ...{ intent: "edit-attempt", attemptId: String(row?.id), version: "1" },
    };
    expect((await firm.security.post(path, edit)).status).toBe(403);
    expect((await owner.post(path, { ...edit, on: "2026-11-21" })).status).toBe(409);
    const edited = await owner.submit(path, edit);
    expect(edited.text).toContain("Deux lecteurs (script)");
    expect(edited.text).not.toContain("Lecture simple");
    expect((await owner.post(path, edit)).status).toBe(409);
    const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "poc.edit-attempt"));
    expect([event?.before, event?.after]).toEqual([
      expect.stringContaining("Lecture simple"),
      expect.stringContaining("Deux lecteurs"),
    ]);
    expect((await owner.get(`/use-cases/${reference}/activity`)).text).toContain("a modifié un essai du POC");

    // The verdict states what the kept attempt measured; another result says why, and both are shown.
    const verdict = { intent: "verdict", pocId, version: 2, verdict: "scale", attemptId: String(row?.id) };
    const other = { ...verdict, result: "8", reason: "", learning: "Deux lecteurs valent mieux qu’un" };
    const differs = await owner.post(path, other);
    expect([differs.status, differs.text]).toEqual([409, expect.stringContaining("a mesuré 9,5 min")]);
    const judged = await owner.submit(path, { ...other, reason: "Mesuré de nouveau sur 400 demandes" });
    expect(judged.text).toContain("L’essai 1 a mesuré 9,5 min ; le verdict retient 8 min.");
    expect(judged.text).toContain("Mesuré de nouveau sur 400 demandes");
    const late = await owner.post(path, { ...edit, version: "2" });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining("a rendu son verdict")]);
    // Who may not is told that, and not what state it is in.
    for (const sent of [
      attempt(pocId, "Trois"),
      week(pocId, "2026-11-14", "100"),
      wish(pocId, 3, { threshold: "12" }),
    ]) {
      expect([sent.intent, (await firm.security.post(path, sent)).status]).toEqual([sent.intent, 403]);
      expect([sent.intent, (await owner.post(path, sent)).status]).toEqual([sent.intent, 409]);
    }
  });

  test("are refused to a program at the term where the bet has its fault", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { pocId } = await aStartedPoc(firm);
    const program = await aProgram(app, await openSite(app), firm.owner.id);
    const headers = { "If-Match": '"2"' };
    const reason = { en: "Measured again" };
    for (const [term, fault] of [
      ["threshold", { threshold: 100 }],
      ["endsOn", { endsOn: "2026-01-01" }],
    ] as const) {
      const asked = await program.ask("POST", `/pocs/${pocId}/amendments`, { body: { ...fault, reason }, headers });
      expect([asked.status, asked.body.errors?.[0].pointer]).toEqual([400, `#/${term}`]);
    }
    const changed = await program.ask("PATCH", `/pocs/${pocId}`, { body: { threshold: 100 }, headers });
    expect([changed.status, changed.body.errors?.[0].pointer]).toEqual([400, "#/threshold"]);
  });

  test("that is kept gives the verdict its result, where nothing else is said", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference, pocId } = await aStartedPoc(firm);
    const path = pocOf(reference);
    await firm.owner.submit(path, attempt(pocId, "Un", { result: "9,5" }));
    await firm.owner.submit(path, attempt(pocId, "Deux", { result: "8,5" }));
    const given = {
      intent: "verdict",
      pocId,
      version: 2,
      verdict: "scale",
      result: "",
      reason: "",
      learning: "Appris",
    };
    await firm.owner.submit(path, given);
    expect((await app.database.select().from(pocs))[0]).toMatchObject({ result: 8.5, verdictReason: null });
  });
});

describe("A week without a check-in", () => {
  test("stays named when the next one comes, and is filled in by one of its own", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference, id } = await firm.newCase({ stage: "poc" });
    await firm.owner.submit(`${pocOf(reference)}/edit`, POC_FORM);
    const path = pocOf(reference);
    const pocId = await startPoc(firm.owner, reference);
    await app.database.write((tx) =>
      tx
        .update(pocs)
        .set({ startedOn: day("2026-10-26") })
        .where(eq(pocs.useCaseId, id)),
    );
    expect((await firm.owner.get(path)).text).toContain("3 semaines");
    const late = await firm.owner.submit(path, week(pocId, "2026-11-20", "100"));
    expect(late.text).toContain("2 semaines restent sans point");
    expect(late.text).toContain("du 27 octobre 2026 au 2 novembre 2026, du 3 novembre 2026 au 9 novembre 2026");
    const filled = await firm.owner.submit(path, week(pocId, "2026-11-06", "50"));
    expect(filled.text).not.toContain("sans point :");
  });
});

describe("From approved to production", () => {
  test("with two attempts, a breach of the cap, an amended threshold and a model switch", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { owner, chair, security } = firm;
    const { open, big } = await register(app);
    const { reference, id } = await firm.newCase({ stage: "approved", title: "Lire les formulaires" });
    const path = pocOf(reference);
    const governance = governanceOf(reference);
    const guardrail = { guardrailName: "Erreurs", guardrailUnit: "%", guardrailLimit: "2", guardrailDirection: "down" };
    await owner.submit(`${path}/edit`, { ...POC_FORM, ...guardrail, modelId: big });
    const card = { intent: "trust-card", dataWhere: "Chez nous", dataWho: "L’équipe", dataUse: "Lire" };
    await owner.submit(governance, { ...card, humanReviewer: "", version: await cardVersion(owner, reference) });
    const pocId = await startPoc(owner, reference);
    await owner.submit(governance, moving("approved", "poc"));
    // It has run since the day that its form said: there are weeks to tell of.
    await app.database.write((tx) => tx.update(pocs).set({ startsOn: day(POC_FORM.startsOn) }));

    // Two attempts, side by side: the cheaper one breaks the guardrail, so that the other is the best.
    const cheap = {
      ...{ modelId: open, result: "11", guardrailValue: "6", sampleSize: "200", runCostMinor: "800" },
      ...{ costPerUnit: "0,004", costUnit: "formulaire", volumePerQuarter: "30 000", method: "Double lecture" },
      ...{ "components.0.name": "", "components.0.modelId": open, "components.0.licence": "open" },
    };
    await owner.submit(path, attempt(pocId, "Modèle ouvert", cheap));
    const several = {
      ...{ modelId: big, result: "11,5", guardrailValue: "1,2", sampleSize: "200", runCostMinor: "2 400" },
      ...{ costPerUnit: "0,03", costUnit: "formulaire", volumePerQuarter: "30 000" },
      ...{ "components.0.name": "", "components.0.modelId": big, "components.0.licence": "proprietary" },
      ...{ "components.0.role": "Lit", "components.1.name": "Aiguillage", "components.1.kind": "orchestration" },
      ...{ "components.1.modelId": "", "components.1.role": "Choisit qui lit" },
    };
    expect((await owner.post(path, attempt(pocId, "Sans unité", { ...several, costUnit: "" }))).status).toBe(400);
    const compared = await owner.submit(path, attempt(pocId, "Deux IA ensemble", several));
    const heads = compared.all("table thead th").map((head) => head.text);
    expect(heads.find((head) => head.includes("le meilleur"))).toContain("2. Deux IA ensemble");
    expect(heads.filter((head) => head.includes("le meilleur"))).toHaveLength(1);
    expect(compared.text).toContain("0,004 € par formulaire");
    expect(compared.text).toContain("Coût par trimestre120 €900 €");
    expect(compared.text).toContain("Aiguillage (orchestration)");
    // A model that is a component as well is told once.
    const built = (page: Page) =>
      page
        .all("table tbody tr")
        .find((row) => row.text.startsWith("Composants"))
        ?.querySelectorAll("li").length;
    expect(built(compared)).toBe(3);

    // The cap is broken, the threshold is amended, and the verdict says against which it is measured.
    const broken = await owner.submit(path, week(pocId, "2026-11-16", "12 000", { value: "11,5" }));
    expect(broken.text).toContain("Le plafond de 10 000 € est dépassé");
    await owner.submit(path, wish(pocId, 2, { threshold: "12", budgetCapMinor: "14 000" }));
    const [asked] = await app.database.select().from(pocAmendments);
    await chair.submit(path, { intent: "sign-amendment", amendmentId: String(asked?.id), verdict: "yes", note: "" });
    const page = await owner.get(path);
    expect(page.text).toContain("Ce que montrent les résultats : seuil atteint, passer à l’échelle");
    const attemptId = page.find('select[name="attemptId"] option[selected]').getAttribute("value") ?? "";
    const verdict = { intent: "verdict", pocId, version: 3, attemptId, result: "11,5", reason: "" };
    const learning = "Deux modèles qui se relisent font moins d’erreurs";
    const differs = await owner.post(path, { ...verdict, verdict: "stop", learning });
    expect([differs.status, differs.text]).toEqual([409, expect.stringContaining("dites pourquoi")]);
    const over = await owner.submit(path, { ...verdict, verdict: "scale", learning });
    expect(over.text).toContain("Mesuré contre le seuil de 12 min, amendé le 20 novembre 2026 ; scellé à 10");
    expect(over.text).toContain("retenu");
    await readyToRollOut(firm, reference);
    const early = {
      intent: "switch",
      from: `model-${big}`,
      toModelId: open,
      toName: "",
      on: "2026-11-20",
      reason: "Prix",
    };
    expect((await owner.post(path, early)).text).toContain("ni en pilote ni en production");
    await owner.submit(governance, moving("poc", "pilot"));
    await owner.submit(governance, moving("pilot", "production"));

    // Another model takes over: an event of the same case, for which its reviewers sign anew.
    const live = await owner.get(path);
    expect(live.text).toContain("Ce qui tourne");
    const change = {
      ...early,
      reason: "Prix doublé chez Nuvéa",
      material: "yes",
      kpiBefore: "11,5",
      costBefore: "0,03",
    };
    expect((await security.post(path, change)).status).toBe(403);
    expect((await owner.post(path, { ...change, from: "model-999" })).status).toBe(409);
    expect((await owner.post(path, { ...change, toModelId: big })).status).toBe(409);
    expect((await owner.post(path, { ...change, on: "2026-12-24" })).status).toBe(409);
    const before = await owner.post(path, { ...change, on: "2026-11-19" });
    expect([before.status, before.text]).toEqual([409, expect.stringContaining("pas encore en pilote")]);
    const switched = await owner.submit(path, { ...change, costAfter: "0,004" });
    expect(switched.text).toContain("2 visas sont redemandés");
    expect(switched.text).toContain("Nuvéa 3 → Chêne 24B");
    expect(switched.text).toContain("0,03 € → 0,004 €");
    const waiting = await app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id));
    expect(
      waiting
        .filter((one) => one.verdict === null)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["legal", "security"]);
    const [row] = await app.database.select().from(modelSwitches);
    const after = { intent: "measure-switch", switchId: String(row?.id), version: "1", kpiAfter: "11,8" };
    const measured = await owner.submit(path, { ...after, guardrailAfter: "1,9", costAfter: "0,004" });
    expect(measured.text).toContain("11,5 → 11,8");
    expect((await owner.post(path, after)).status).toBe(409);
    const activity = await owner.get(`/use-cases/${reference}/activity`);
    expect(activity.text).toContain("a noté un changement de modèle");
    expect(activity.text).toContain("a commencé le POC et scellé son pari");
    expect(await app.database.select().from(useCases)).toHaveLength(1);
  }, 60_000);

  test("the model of the attempt that was kept runs live beside its other components", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { big } = await register(app);
    const { reference, id, pocId } = await aStartedPoc(firm);
    const path = pocOf(reference);
    const script = { "components.0.name": "Redressement", "components.0.kind": "script" };
    const tried = await firm.owner.submit(
      path,
      attempt(pocId, "Redresser puis lire", { modelId: big, result: "9", ...script }),
    );
    expect(tried.text).toContain("Nuvéa 3 (modèle)");
    const verdict = { intent: "verdict", pocId, version: "2", verdict: "scale", attemptId: "", result: "", reason: "" };
    await firm.owner.submit(path, { ...verdict, learning: "Redressées, les pages se lisent" });
    await app.database.write((tx) => tx.update(useCases).set({ stage: "production" }).where(eq(useCases.id, id)));
    const live = await firm.owner.get(path);
    expect(live.text).toContain("Nuvéa 3 (modèle)");
    expect(live.text).toContain("Redressement (script)");
    expect(live.all('select[name="from"] option').map((one) => one.getAttribute("value"))).toContain(`model-${big}`);
  });

  test("a case that was entered live says what it ran on with its first switch", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { open } = await register(app);
    const { reference } = await firm.newCase({ stage: "production" });
    const path = pocOf(reference);
    const change = {
      intent: "switch",
      fromName: "Ancien moteur",
      toModelId: open,
      on: "2026-11-01",
      reason: "Fin de vie",
    };
    const page = await firm.owner.submit(path, change);
    expect(page.text).toContain("Ancien moteur → Chêne 24B");
    const next = { ...change, fromName: "", from: `model-${open}`, toModelId: "", toName: "Maison 1" };
    expect((await firm.owner.post(path, { ...next, on: "2026-10-01" })).status).toBe(409);
    expect((await firm.owner.submit(path, { ...next, on: "2026-11-10" })).text).toContain("Maison 1 (modèle)");
  });
});
