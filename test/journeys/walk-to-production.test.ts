/** One case walked by its people from its approval to its retirement: each gate refuses until what it asks is there. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { attempts, incidents, modelSwitches, people, pocAmendments, signOffs } from "#db/schema.server";
import { openApp, PASSWORD, type Person } from "../support/app";
import { attempt, pocOf, register, week, wish } from "../support/bet";
import { aFirm, cardVersion, governanceOf, moving, POC_FORM, startPoc } from "../support/delivery";
import { KPI_FORM } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const CARD = {
  ...{ intent: "trust-card", dataWhere: "Chez nous", dataWho: "L’équipe", dataUse: "Lire" },
  ...{ personalData: "no", humanReviewer: "" },
};
const INCIDENT = {
  ...{ intent: "incident", title: "Des montants inversés", what: "Deux colonnes prises l’une pour l’autre." },
  ...{ severity: "2", startedOn: "2026-12-16", startedTime: "09:30", detectedOn: "2026-12-16", detectedTime: "10:00" },
  ...{ endedOn: "", endedTime: "", affected: "Des clients", affectedCount: "12", personalData: "no" },
  ...{ authorityToldOn: "", authorityWhyNot: "", seriousness: "no", marketToldOn: "", cause: "", correction: "" },
  ...{ riskId: "", vendorId: "", modelId: "", hoursLost: "" },
};

async function aHouse() {
  const app = await openApp();
  const firm = await aFirm(app);
  const standIn = await app.signedIn("Samir Garde", { roles: ["security"] });
  const program = await aProgram(app, await openSite(app), firm.owner.id);
  const models = await register(app);
  const made = await firm.newCase({ stage: "approved", title: "Lire les formulaires" });
  const next = await firm.newCase({ stage: "production", title: "La suite" });
  return { ...firm, ...models, ...made, next, standIn, program };
}
type House = Awaited<ReturnType<typeof aHouse>>;

/** What the gate between two stages answers that it misses. */
async function missing({ program, reference }: House, from: string, to: string): Promise<string[]> {
  const answer = await program.ask("POST", `/use-cases/${reference}/moves`, { body: { from, to } });
  expect(answer.status).toBe(409);
  return answer.body.missing;
}

/** Another day, on which everybody signs in: no session outlives two weeks. */
async function on(house: House, today: string): Promise<void> {
  const { app, owner, technicalOwner, chair, security, legal, standIn } = house;
  app.clock.at = new Date(`${today}T10:00:00Z`);
  const accounts = await app.database.select().from(people);
  for (const person of [owner, technicalOwner, chair, security, legal, standIn]) {
    const email = accounts.find(({ id }) => id === person.id)?.email ?? "";
    expect((await person.post("/sign-in", { email, password: PASSWORD })).status).toBe(303);
  }
}

async function sign({ reference, app, id }: House, kind: string, reviewer: Person, more: Record<string, string> = {}) {
  const rows = await app.database.select().from(signOffs).where(eq(signOffs.useCaseId, id));
  const waiting = rows.find((one) => one.kind === kind && one.verdict === null);
  const answer = { intent: "answer", signOffId: String(waiting?.id), verdict: "yes", note: "", conditions: "" };
  return reviewer.submit(governanceOf(reference), { ...answer, ...more });
}

async function toThePoc(house: House): Promise<string> {
  const { owner, reference, big } = house;
  const asked = ["poc", "poc-team", "poc-kpi", "data-questions", "model-or-vendor", "poc-sealed"];
  expect(await missing(house, "approved", "poc")).toEqual(asked);
  const bet = { ...POC_FORM, startsOn: "2026-11-20", endsOn: "2027-01-15", modelId: big };
  await owner.submit(`${pocOf(reference)}/edit`, bet);
  expect(await missing(house, "approved", "poc")).toEqual(["data-questions", "poc-sealed"]);
  const governance = governanceOf(reference);
  await owner.submit(governance, { ...CARD, version: await cardVersion(owner, reference) });
  expect(await missing(house, "approved", "poc")).toEqual(["poc-sealed"]);
  const pocId = await startPoc(owner, reference);
  await owner.submit(governance, moving("approved", "poc"));
  return pocId;
}

async function theTrying(house: House, pocId: string): Promise<void> {
  const { app, owner, technicalOwner, chair, reference, open, big } = house;
  const path = pocOf(reference);
  await on(house, "2026-11-27");
  await owner.submit(path, week(pocId, "2026-11-27", "1 000", { value: "13" }));
  await on(house, "2026-12-04");
  const warned = await technicalOwner.submit(path, week(pocId, "2026-12-04", "4 500", { value: "12" }));
  expect(warned.text).toContain("À ce rythme, le plafond de 10 000 € est atteint le 15 décembre 2026");
  expect((await chair.get("/notifications")).text).toContain(reference);

  const end = { endsOn: "2027-01-15" };
  await owner.submit(path, wish(pocId, 2, { ...end, threshold: "12" }));
  const [asked] = await app.database.select().from(pocAmendments);
  const signed = { intent: "sign-amendment", amendmentId: String(asked?.id), verdict: "yes", note: "" };
  expect((await chair.submit(path, signed)).text).toContain("amendé le 4 décembre 2026 ; scellé à 10");

  const said = { on: "2026-12-04", "components.0.licence": "open", "components.0.role": "Lit" };
  const light = { ...said, modelId: open, result: "13", "components.0.name": "", "components.0.modelId": open };
  await technicalOwner.submit(path, attempt(pocId, "Modèle ouvert", light));
  const heavy = {
    ...{ ...said, modelId: big, result: "11", "components.0.name": "", "components.0.modelId": big },
    ...{ "components.1.name": "Aiguillage", "components.1.kind": "orchestration" },
  };
  const compared = await technicalOwner.submit(path, attempt(pocId, "Deux IA ensemble", heavy));
  expect(compared.text).toContain("Aiguillage (orchestration)");

  const [, better] = await app.database.select().from(attempts).orderBy(attempts.id);
  const verdict = { intent: "verdict", pocId, version: 3, verdict: "scale", attemptId: String(better?.id) };
  expect(await missing(house, "poc", "pilot")).toContain("verdict");
  const judged = await owner.submit(path, { ...verdict, result: "", reason: "", learning: "Se relire vaut mieux" });
  expect(judged.text).toContain("Mesuré contre le seuil de 12 min, amendé le 4 décembre 2026 ; scellé à 10");
  expect(judged.text).toContain("retenu");
}

async function toThePilot(house: House): Promise<void> {
  const { owner, security, legal, standIn, reference } = house;
  const path = governanceOf(reference);
  const signatures = ["security-sign-off", "legal-sign-off"];
  const rest = ["ai-act-class", "human-reviewer", "kpi", "guardrail"];
  expect(await missing(house, "poc", "pilot")).toEqual([...signatures, ...rest]);
  for (const kind of ["security", "legal"]) await owner.submit(path, { intent: "request", kind, dueOn: "2026-12-18" });
  const away = { intent: "absence", kind: "security", fromId: String(security.id), toId: String(standIn.id) };
  await security.submit("/sign-offs", { ...away, startsOn: "2026-12-04", endsOn: "2026-12-11" });
  const condition = { "asked.0.text": "Journal gardé un an", "asked.0.ownerId": String(owner.id) };
  const stoodIn = await sign(house, "security", standIn, { ...condition, "asked.0.dueOn": "2026-12-10" });
  expect(stoodIn.text).toContain("Samir Garde, à la place de Hugo Garde");
  expect(stoodIn.text).toContain("Oui, sous conditions");
  expect(await missing(house, "poc", "pilot")).toEqual(["legal-sign-off", ...rest]);
  await sign(house, "legal", legal);
  expect(await missing(house, "poc", "pilot")).toEqual(rest);
  const aiAct = { intent: "ai-act", aiActClass: "minimal", aiActBasis: "Aucune annexe ne le vise" };
  await legal.submit(path, { ...aiAct, version: await cardVersion(legal, reference) });
  expect(await missing(house, "poc", "pilot")).toEqual(rest.slice(1));
  const card = { ...CARD, humanReviewer: "Olivier Petit", version: await cardVersion(owner, reference) };
  await owner.submit(path, card);
  expect(await missing(house, "poc", "pilot")).toEqual(rest.slice(2));
  const kpis = `/use-cases/${reference}/kpis/new`;
  await owner.submit(kpis, { ...KPI_FORM, ownerId: owner.id });
  expect(await missing(house, "poc", "pilot")).toEqual(["guardrail"]);
  const guardrail = { name: "Réclamations", limit: "20", target: "", valuePerUnit: "", isGuardrail: "yes" };
  await owner.submit(kpis, { ...KPI_FORM, ...guardrail, ownerId: owner.id });
  await owner.submit(path, moving("poc", "pilot"));
}

async function toProduction(house: House): Promise<void> {
  const { owner, reference } = house;
  const path = governanceOf(reference);
  await on(house, "2026-12-14");
  expect(await missing(house, "pilot", "production")).toEqual(["sign-off-conditions"]);
  const form = 'form:has([name="intent"][value="meet"])';
  const conditionId = (await owner.get(path)).find(`${form} [name="conditionId"]`).getAttribute("value") ?? "";
  const met = await owner.submit(path, { intent: "meet", conditionId, version: "1", answer: "Journal en place" });
  expect(met.text).toContain("Journal en place");
  await owner.submit(path, moving("pilot", "production"));
}

async function theSwitch(house: House): Promise<void> {
  const { app, owner, reference, open, big } = house;
  const before = { material: "yes", kpiBefore: "11", costBefore: "0,03" };
  const change = { intent: "switch", from: `model-${big}`, toModelId: open, toName: "", on: "2026-12-14" };
  const switched = await owner.submit(pocOf(reference), { ...change, ...before, reason: "Prix doublé" });
  expect(switched.text).toContain("Nuvéa 3 → Chêne 24B");
  expect(switched.text).toContain("2 visas sont redemandés");
  const [row] = await app.database.select().from(modelSwitches);
  const after = { intent: "measure-switch", switchId: String(row?.id), version: "1", kpiAfter: "11,8" };
  const measured = await owner.submit(pocOf(reference), { ...after, guardrailAfter: "", costAfter: "0,004" });
  expect(measured.text).toContain("11 → 11,8");
  expect(measured.text).toContain("0,03 € → 0,004 €");
}

async function thePause(house: House): Promise<void> {
  const { app, owner, security, legal, reference } = house;
  await on(house, "2026-12-16");
  await owner.submit(`/use-cases/${reference}/incidents/new`, INCIDENT);
  const [made] = await app.database.select().from(incidents);
  const path = `/use-cases/${reference}/incidents/${made?.id}`;
  await security.submit(path, { intent: "pause", reason: "Le temps de corriger", relookOn: "2027-01-10" });
  expect((await owner.get("/pipeline")).text).toContain("En pause, incident INC-0001");
  const ended = { endedOn: "2026-12-16", endedTime: "12:00", cause: "Colonnes inversées", correction: "Un contrôle" };
  await security.submit(path, { ...INCIDENT, ...ended, version: "1" });
  // The model that runs now was signed by nobody: the way back asks for it as the way in did.
  const resume = { intent: "resume", reason: "Corrigé" };
  const refused = await security.post(path, resume);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("sécurité")]);
  await sign(house, "security", security);
  await sign(house, "legal", legal);
  expect((await security.submit(path, resume)).text).toContain("Le cas a repris");
}

async function theRetirement(house: House): Promise<void> {
  const { owner, reference, next } = house;
  await on(house, "2026-12-28");
  const mute = await owner.post(governanceOf(reference), moving("production", "retired"));
  expect([mute.status, mute.text]).toEqual([409, expect.stringContaining("raison")]);
  const went = { "wentTo.0.kind": "case", "wentTo.0.to": next.reference, "wentTo.0.users": "40" };
  const said = { reason: "Remplacé", learning: "Former avant d’ouvrir", ...went };
  await owner.submit(governanceOf(reference), moving("production", "retired", said));
  expect((await owner.get(`/use-cases/${next.reference}`)).find("#users").text).toContain("40 utilisateurs venus de");
  expect((await owner.get(`/use-cases/${reference}`)).find("#users").text).toContain(next.reference);
}

test("A case is walked by its people from its approval through POC, pilot and production to its retirement", async () => {
  const house = await aHouse();
  const { app, owner, reference } = house;
  await theTrying(house, await toThePoc(house));
  await toThePilot(house);
  expect((await owner.get("/pipeline")).text).toContain("Lire les formulaires");
  await toProduction(house);
  await theSwitch(house);
  await thePause(house);
  await theRetirement(house);
  const { text } = await owner.get(`/use-cases/${reference}/activity`);
  for (const told of [
    "a commencé le POC et scellé son pari",
    "a noté un changement de modèle",
    "Former avant d’ouvrir",
  ])
    expect(text).toContain(told);
  expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
}, 60_000);
