/** A case that lives already is put in straight at its stage, by form and by API; what its gates would have asked is owed. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { auditEvents, notifications, stageChanges, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aProgram, newKey } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  const departmentId = await app.department("SAV");
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"], departments: [departmentId] });
  const owner = await app.signedIn("Omar Owner");
  const answers = {
    "title.fr": "Relire les contrats de sous-traitance",
    "need.fr": "Chaque contrat est relu deux fois à la main",
    "affected.fr": "Les acheteurs",
    "expectedBenefit.fr": "Une lecture au lieu de deux",
    departmentId,
    ownerId: owner.id,
  };
  return { app, nadia, owner, answers };
}

const stepsOf = async (app: App) =>
  (await app.database.select().from(stageChanges).orderBy(stageChanges.id)).map(({ from, to, on }) => [from, to, on]);
const onlyCase = async (app: App) => {
  const [found, ...others] = await app.database.select().from(useCases);
  if (!found || others.length > 0) throw new Error("not one case");
  return found;
};

test("By form: at its stage, with the days that are known, and its gates as a debt that blocks nothing", async () => {
  const { app, nadia, owner, answers } = await aHouse();
  const live = { liveStage: "production", "liveOn.approved": "2025-02-03", "liveOn.production": "2025-09-01" };
  const page = await nadia.submit("/use-cases/new", { ...answers, ...live, intent: "submit" });
  expect(page.text).toContain("UC-0001 est entré à son étape");
  expect(page.text).toContain("depuis le 1er septembre 2025");
  expect(await onlyCase(app)).toMatchObject({ stage: "production", stageSince: "2025-09-01", liveEntry: null });
  expect(await stepsOf(app)).toEqual([
    [null, "approved", "2025-02-03"],
    [null, "production", "2025-09-01"],
  ]);
  const debts = (await nadia.get("/debts")).text;
  expect(debts).toContain("UC-0001");
  expect((await nadia.get("/use-cases/UC-0001/governance")).text).toContain("Approuvé");
  const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "use-case.enter-live"));
  expect(JSON.parse(event?.after ?? "{}")).toMatchObject({
    stage: "production",
    stageSince: "2025-09-01",
    earlier: { approved: "2025-02-03" },
  });
  const told = await app.database.select().from(notifications).where(eq(notifications.personId, owner.id));
  expect(told.map(({ kind }) => kind)).toEqual(["stage"]);
  expect([await checkStages(app.database), (await verifyAudit(app.database)).whole]).toEqual([[], true]);
});

test("A day that nobody knows stays unknown; a day that cannot be is told at its field, with what was typed", async () => {
  const { app, nadia, answers } = await aHouse();
  const wrong = { liveStage: "pilot", "liveOn.submitted": "2026-05-04", "liveOn.pilot": "2026-05-01" };
  const refused = await nadia.post("/use-cases/new", { ...answers, ...wrong, intent: "submit" });
  expect([refused.status, refused.text.includes("avant celui d’une étape précédente")]).toEqual([400, true]);
  expect(refused.find('[name="liveOn.pilot"]').getAttribute("value")).toBe("2026-05-01");
  expect(refused.find("#liveStage option[selected]").getAttribute("value")).toBe("pilot");
  const beyond = { ...answers, "liveOn.production": "2026-01-05", intent: "submit" };
  expect((await nadia.post("/use-cases/new", beyond)).text).toContain("Dites aussi où il en est");
  await nadia.submit("/use-cases/new", { ...answers, liveStage: "retired", intent: "submit" });
  expect(await onlyCase(app)).toMatchObject({ stage: "retired", stageSince: null });
  // Its history says when it was entered, which is what happened today.
  expect(await stepsOf(app)).toEqual([[null, "retired", "2026-11-20"]]);
});

test("What a draft says of it survives until it is submitted, beside a script that saves and without one", async () => {
  const { app, nadia, answers } = await aHouse();
  const live = { liveStage: "pilot", "liveOn.submitted": "2026-01-05", "liveOn.pilot": "" };
  const kept = await nadia.post("/use-cases/new", { ...answers, ...live, intent: "save" });
  const path = kept.location ?? "";
  const draft = await nadia.get(path);
  expect(draft.find("#liveStage option[selected]").getAttribute("value")).toBe("pilot");
  expect(draft.find('[name="liveOn.submitted"]').getAttribute("value")).toBe("2026-01-05");
  const version = draft.find('input[name="version"]').getAttribute("value") ?? "";
  const typed = { ...answers, ...live, "liveOn.pilot": "2026-06-01", version, reference: "UC-0001" };
  const saved = JSON.parse((await nadia.post("/use-cases/draft", typed)).html);
  expect(saved).toMatchObject({ reference: "UC-0001", version: 2 });
  expect((await onlyCase(app)).liveEntry).toEqual({
    stage: "pilot",
    days: { submitted: "2026-01-05", pilot: "2026-06-01" },
  });
  await nadia.submit(path, { ...typed, version: saved.version, intent: "submit" });
  expect(await onlyCase(app)).toMatchObject({ stage: "pilot", stageSince: "2026-06-01", liveEntry: null });
  expect(await stepsOf(app)).toHaveLength(2);
  // It was entered live, so that no POC's verdict is asked of it on its way on.
  const gates = (await nadia.get("/use-cases/UC-0001/governance")).all(".check-missing").map(({ text }) => text);
  expect(gates.length).toBeGreaterThan(0);
  expect(gates.filter((gate) => /POC a conclu/.test(gate))).toEqual([]);
  expect((await onlyCase(app)).similarLookedAt).toBe(true);
});

test("Through the API, at once or by a draft, with the day that cannot be pointed at", async () => {
  const { app, nadia, answers } = await aHouse();
  const program = await aProgram(app, await openSite(app), nadia.id, "write");
  const post = (path: string, body: unknown) =>
    program.ask("POST", path, { body, headers: { "Idempotency-Key": newKey() } });
  const said = {
    title: { fr: "Relire les contrats" },
    need: { fr: "Chaque contrat est relu deux fois" },
    affected: { fr: "Les acheteurs" },
    expectedBenefit: { fr: "Une lecture" },
    departmentId: answers.departmentId,
    ownerId: answers.ownerId,
  };
  const live = { stage: "production", days: { submitted: "2025-01-06", production: "2025-09-01" } };
  const made = await post("/use-cases", { ...said, live });
  expect([made.status, made.body.stage, made.body.stageSince]).toEqual([201, "production", "2025-09-01"]);
  const { body } = await program.get(`/use-cases/${made.body.reference}/moves`);
  expect(body.stage).toBe("production");
  expect(body.moves.map(({ to }: { to: string }) => to)).not.toContain("rejected");
  expect(body.moves.find(({ to }: { to: string }) => to === "pilot").missing).toEqual([]);
  const wrong = { ...live, days: { production: "2026-12-24" } };
  const refused = await post("/use-cases", { ...said, title: { fr: "Autre" }, live: wrong });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    409,
    expect.stringContaining("#/live/days/production"),
  ]);
  const other = { ...said, title: { fr: "Trier les radios" }, need: { fr: "Les radios se perdent" }, submit: false };
  const draft = await post("/use-cases", { ...other, live: { stage: "pilot" } });
  expect([draft.status, draft.body.stage]).toEqual([201, "draft"]);
  const path = `/use-cases/${draft.body.reference}/submission`;
  const entered = await program.ask("POST", path, {
    body: {},
    headers: { "If-Match": draft.headers.get("ETag") ?? "" },
  });
  expect([entered.status, entered.body.stage, entered.body.stageSince]).toEqual([200, "pilot", null]);
});

test("It is for those who put cases in: nobody else", async () => {
  const { app, owner, answers } = await aHouse();
  const live = { ...answers, liveStage: "production", intent: "submit" };
  expect((await owner.post("/use-cases/new", live)).status).toBe(403);
  expect(await app.database.select().from(useCases)).toEqual([]);
});
