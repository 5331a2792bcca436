/** Checks that an organisation adds to its gates: from the page of the administrator to the gate that asks. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { verifyAudit } from "#app/people/audit.server";
import { auditEvents, caseFiles, committeeSessions, gateAnswers, gateChecks, useCases } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { aBusinessCase, anAssessment, chairsAbstain } from "../support/arbitration";
import { aWholeCase } from "../support/at-the-gate";
import { aFirm, type Firm, governanceOf, moving, SCREENING } from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const PAGE = "/admin/gates";
const CHECK = {
  ...{ intent: "add", gate: "pilot", fromOn: "", kind: "yes-no", expected: "yes", role: "", customerFacing: "" },
  ...{ questionFr: "Le support est-il prévenu ?", questionEn: "Has the help desk been told?", helpFr: "", helpEn: "" },
};

async function aHouse() {
  const app = await openApp();
  const firm = await aFirm(app);
  const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
  return { app, firm, admin };
}

const add = async (app: App, by: Person, more: Record<string, string | string[]> = {}): Promise<number> => {
  await by.submit(PAGE, { ...CHECK, ...more });
  const rows = await app.database.select({ id: gateChecks.id }).from(gateChecks);
  return Math.max(...rows.map(({ id }) => id));
};

const answering = (checkId: number, more: Record<string, string>) => ({
  ...{ intent: "check", checkId: String(checkId), said: "", text: "", fileId: "", note: "" },
  ...more,
});

const toPilot = moving("poc", "pilot");

describe("A check of the organisation’s own", () => {
  test("is added with a preview, asked at its gate, answered by the team, and lets the case pass", async () => {
    const { app, firm, admin } = await aHouse();
    const { owner } = firm;
    const { id, reference } = await aWholeCase(firm, "poc");
    await aWholeCase(firm, "production");
    await aWholeCase(firm, "approved");

    const preview = await admin.post(PAGE, { ...CHECK, do: "preview" });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain("1 cas attend devant ce jalon");
    expect(preview.text).toContain("1 cas plus tôt sur le chemin");
    expect(preview.text).toContain("1 cas l’a déjà passé");
    expect(preview.find('[name="questionFr"]').getAttribute("value")).toBe(CHECK.questionFr);
    expect(await app.database.select().from(gateChecks)).toEqual([]);

    const check = await add(app, admin);
    const listed = await admin.get(PAGE);
    expect(listed.text).toContain("Le support est-il prévenu ?");
    expect(listed.text).toContain("1 devant le jalon, 1 plus tôt, 1 dette");
    expect((await owner.get(PAGE)).status).toBe(403);

    const path = governanceOf(reference);
    const before = await owner.get(path);
    expect(before.find(`a[href="/use-cases/${reference}/governance#check-${check}"]`).text).toContain("Le support");
    const refused = await owner.post(path, toPilot);
    expect([refused.status, refused.text.includes("un contrôle de l’organisation manque")]).toEqual([409, true]);
    const onBoard = await owner.post(`/pipeline/${reference}`, toPilot);
    expect([onBoard.status, onBoard.text.includes("Le support est-il prévenu ?")]).toEqual([409, true]);
    expect((await owner.get("/pipeline")).text).toContain("Le support est-il prévenu ?");
    expect((await owner.get(`/use-cases/${reference}`)).text).toContain("Répondre aux contrôles de l’organisation");

    await owner.submit(path, answering(check, { said: "no", note: "Pas encore" }));
    expect((await owner.post(path, toPilot)).status).toBe(409);
    const answered = await owner.submit(path, answering(check, { said: "yes", note: "Réunion du 12" }));
    expect(answered.text).toContain("Réunion du 12");
    expect(answered.text).toContain("Olivier Petit");
    expect(answered.text).toContain("Une réponse antérieure");
    await owner.submit(path, toPilot);
    const [row] = await app.database.select().from(useCases).where(eq(useCases.id, id));
    expect(row?.stage).toBe("pilot");
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("does not block a live case: it shows there as a debt, until it is answered", async () => {
    const { app, firm, admin } = await aHouse();
    const { reference } = await aWholeCase(firm, "production");
    const debts = async () => (await firm.owner.get("/debts")).text;
    expect(await debts()).not.toContain(reference);
    const check = await add(app, admin);
    const page = await firm.owner.get(`/use-cases/${reference}`);
    expect(page.find("#debts").text).toContain("Le support est-il prévenu ?");
    expect(await debts()).toContain(reference);
    await firm.owner.submit(governanceOf(reference), answering(check, { said: "yes" }));
    expect((await firm.owner.get(`/use-cases/${reference}`)).all("#debts")).toHaveLength(0);
    expect(await debts()).not.toContain(reference);
  });

  test("may ask for words, a file or a signature", async () => {
    const { app, firm, admin } = await aHouse();
    const { owner } = firm;
    const finance = await app.signedIn("Sophie Chiffre", { roles: ["finance"] });
    const text = await add(app, admin, { kind: "text", expected: "", questionFr: "Qui appelle-t-on la nuit ?" });
    const file = await add(app, admin, { kind: "file", expected: "", questionFr: "L’analyse d’impact" });
    await add(app, admin, { kind: "sign-off", expected: "", role: "finance", questionFr: "Le visa de la finance" });
    const { id, reference } = await aWholeCase(firm, "poc");
    const path = governanceOf(reference);
    const missing = async () => {
      const site = await openSite(app);
      const program = await aProgram(app, site, owner.id);
      const body = { from: "poc", to: "pilot", reason: { fr: "Prêt" } };
      return (await program.ask("POST", `/use-cases/${reference}/moves`, { body })).body.missing;
    };
    expect(await missing()).toEqual(["own:1", "own:2", "own:3"]);
    expect((await owner.post(path, answering(text, { said: "yes" }))).status).toBe(409);
    expect((await owner.post(path, answering(3, { said: "yes" }))).status).toBe(409);
    await owner.submit(path, answering(text, { text: "L’astreinte du groupe" }));
    const row = { useCaseId: id, name: "aipd.pdf", mediaType: "application/pdf", size: 3, sha256: "abc" };
    const [added] = await app.database.write((tx) =>
      tx
        .insert(caseFiles)
        .values({ ...row, addedBy: owner.id, addedAt: app.clock.at })
        .returning({ id: caseFiles.id }),
    );
    expect((await owner.post(path, answering(file, { fileId: "999" }))).status).toBe(409);
    await owner.submit(path, answering(file, { fileId: String(added?.id) }));
    expect(await missing()).toEqual(["own:3"]);
    await owner.submit(path, { intent: "request", kind: "finance", dueOn: "" });
    const signOffId = (await finance.get(path)).find('[name="signOffId"]').getAttribute("value") ?? "";
    await finance.submit(path, { intent: "answer", signOffId, verdict: "yes", note: "", conditions: "" });
    // A file that is taken off takes its answer with it.
    await app.database.write(async (tx) => void (await tx.delete(caseFiles).where(eq(caseFiles.id, added?.id ?? 0))));
    expect(await missing()).toEqual(["own:2"]);
    expect((await owner.get(path)).text).toContain("fichier retiré depuis");
  });

  test("concerns the departments, kinds of AI and audience that it names, from its day until it is retired", async () => {
    const { app, firm, admin } = await aHouse();
    const elsewhere = await app.department("LO", "Logistique");
    await add(app, admin, { "departmentIds[]": [String(elsewhere)] });
    await add(app, admin, { "aiTypes[]": ["vision"] });
    await add(app, admin, { customerFacing: "yes" });
    const later = await add(app, admin, { fromOn: "2026-11-25" });
    const { reference } = await aWholeCase(firm, "poc");
    const path = governanceOf(reference);
    expect((await firm.owner.get(path)).all("#own-checks")).toHaveLength(0);
    app.clock.at = new Date("2026-11-25T10:00:00Z");
    expect((await firm.owner.get(path)).find("#own-checks").text).toContain("Le support");
    expect((await admin.post(PAGE, { ...CHECK, fromOn: "2026-11-01" })).status).toBe(409);
    await admin.submit(PAGE, { intent: "retire", checkId: String(later), version: "1", retiredOn: "2026-11-28" });
    expect((await firm.owner.get(path)).all("#own-checks")).toHaveLength(1);
    app.clock.at = new Date("2026-11-28T10:00:00Z");
    expect((await firm.owner.get(path)).all("#own-checks")).toHaveLength(0);
    expect((await firm.owner.post(path, answering(later, { said: "yes" }))).status).toBe(409);
    // Retired, it stays to be read, with who did what.
    const page = await admin.get(PAGE);
    expect(page.text).toContain("retiré le 28 novembre 2026");
    expect((await admin.post(PAGE, { intent: "retire", checkId: String(later), version: "2" })).status).toBe(409);
  });

  test("is reworded without losing its answers, which say so; two at once are told", async () => {
    const { app, firm, admin } = await aHouse();
    const check = await add(app, admin);
    const { reference } = await aWholeCase(firm, "poc");
    await firm.owner.submit(governanceOf(reference), answering(check, { said: "yes" }));
    const words = { questionFr: "Le support a-t-il été formé ?", questionEn: "Has the help desk been trained?" };
    const reword = { intent: "reword", checkId: String(check), version: "1", helpFr: "", helpEn: "", ...words };
    const page = await admin.submit(PAGE, reword);
    expect(page.text).toContain("Reformulé : Le support a-t-il été formé ?");
    const stale = await admin.post(PAGE, { ...reword, questionFr: "Autrement ?" });
    expect(stale.status).toBe(409);
    const shown = await firm.owner.get(governanceOf(reference));
    expect(shown.find("#own-checks").text).toContain("formulée autrement");
    expect(await app.database.select().from(gateAnswers)).toMatchObject([{ passes: true, checkVersion: 1 }]);
  });

  test("is passed by a chair’s override, which names it on the record", async () => {
    const { app, firm, admin } = await aHouse();
    await add(app, admin);
    const { reference } = await aWholeCase(firm, "poc");
    const path = governanceOf(reference);
    const override = { ...toPilot, override: "yes", reason: "Le support suit lundi" };
    expect((await firm.owner.post(path, override)).status).toBe(403);
    const page = await firm.chair.submit(path, override);
    expect(page.text).toContain("Dérogation sur un élément");
    expect(page.text).toContain("Le support est-il prévenu ?");
    // The minutes of the next session tell it, by its name and with its reason.
    const planned = await firm.chair.submit("/committee", { heldOn: "2026-11-20", quorum: 1 });
    const session = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
    await firm.chair.submit(session, { intent: "attendance", version: 1, "present[]": [String(firm.chair.id)] });
    const agenda = await firm.newCase({ stage: "assessment" });
    await firm.chair.submit(session, { intent: "agenda-add", reference: agenda.reference });
    await app.database.write(
      async (tx) => void (await tx.update(committeeSessions).set({ status: "closed", closedAt: app.clock.at })),
    );
    const minutes = (await firm.chair.get(`${session}/minutes.md`)).text;
    expect(minutes).toContain("## Dérogations");
    expect(minutes).toContain("Le support est-il prévenu");
    expect(minutes).toContain("Le support suit lundi");
    // What a chair let pass is no debt.
    expect((await firm.owner.get(`/use-cases/${reference}`)).all("#debts")).toHaveLength(0);
  });
});

test("The committee’s own decision is held by a check at the approval, too", async () => {
  const { app, firm, admin } = await aHouse();
  const { chair, security, legal } = firm;
  const check = await add(app, admin, { gate: "approved" });
  const { id, reference } = await firm.newCase({ stage: "assessment" });
  for (const member of [security, legal]) await anAssessment(app, id, member.id);
  await chairsAbstain(app, id);
  await aBusinessCase(app, id);
  const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 3 });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  const present = [chair, security, legal].map((person) => String(person.id));
  await chair.submit(path, { intent: "attendance", version: 1, "present[]": present });
  await chair.submit(path, { intent: "agenda-add", reference });
  const decision = { intent: "decide", reference, outcome: "approve", reason: "Le rapport est bon" };
  const refused = await chair.post(path, decision);
  expect([refused.status, refused.text.includes("un contrôle de l’organisation manque")]).toEqual([409, true]);
  await firm.owner.submit(governanceOf(reference), answering(check, { said: "yes" }));
  expect((await chair.post(path, decision)).status).toBe(303);
});

describe("The red-line charter", () => {
  const LINE = {
    ...{ gate: "assessment", redLine: "yes", expected: "no" },
    ...{ questionFr: "Note-t-il des salariés ?", questionEn: "Does it score employees?" },
  };

  async function screenedCase(firm: Firm) {
    const made = await firm.newCase();
    await firm.security.submit(governanceOf(made.reference), SCREENING);
    return { ...made, path: governanceOf(made.reference) };
  }

  test("has lines of the organisation’s own, answered by who screens and never by a party", async () => {
    const { app, firm, admin } = await aHouse();
    const line = await add(app, admin, LINE);
    const { path } = await screenedCase(firm);
    const letIn = moving("submitted", "assessment");
    expect((await firm.legal.post(path, letIn)).status).toBe(409);
    expect((await firm.owner.post(path, answering(line, { said: "no" }))).status).toBe(403);
    await firm.legal.submit(path, answering(line, { said: "no" }));
    await firm.legal.submit(path, letIn);
    const page = await admin.get(PAGE);
    expect(page.find("#charter").text).toContain("Note-t-il des salariés");
    expect(page.find("#charter").text).toContain("Version 2");
  });

  test("lets a case that crosses a line pass with the committee’s written exception alone", async () => {
    const { app, firm, admin } = await aHouse();
    const line = await add(app, admin, LINE);
    const { path } = await screenedCase(firm);
    await firm.legal.submit(path, answering(line, { said: "yes" }));
    expect((await firm.legal.post(path, moving("submitted", "assessment"))).status).toBe(409);
    const exception = { ...SCREENING, version: "1", redLineException: "Un essai de trois mois, suivi par le comité" };
    await firm.security.submit(path, { ...exception, letIn: "yes" });
    const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "gate-answer"));
    expect(event?.act).toBe("use-case.screen");
  });

  test("takes a yes or a no at the screening, and nothing else", async () => {
    const { admin } = await aHouse();
    expect((await admin.post(PAGE, { ...CHECK, ...LINE, gate: "pilot" })).status).toBe(400);
    expect((await admin.post(PAGE, { ...CHECK, ...LINE, kind: "text", expected: "" })).status).toBe(400);
    expect((await admin.post(PAGE, { ...CHECK, expected: "" })).status).toBe(400);
    expect((await admin.post(PAGE, { ...CHECK, kind: "sign-off" })).status).toBe(400);
  });
});

test("Gates are read, added to and answered through the API", async () => {
  const { app, firm, admin } = await aHouse();
  const site = await openSite(app);
  const ofAdmin = await aProgram(app, site, admin.id);
  const ofOwner = await aProgram(app, site, firm.owner.id);
  const body = {
    gate: "pilot",
    kind: "yes-no",
    expected: true,
    question: { fr: "Le support est-il prévenu ?", en: "Has the help desk been told?" },
  };
  expect((await ofOwner.ask("POST", "/gate-checks", { body })).status).toBe(403);
  expect((await ofAdmin.ask("POST", "/gate-checks", { body: { ...body, expected: null } })).status).toBe(400);
  const { reference } = await aWholeCase(firm, "poc");
  const preview = await ofAdmin.ask("POST", "/gate-checks/preview", { body });
  expect(preview.body).toEqual({ waiting: 1, later: 0, owing: 0 });
  const made = await ofAdmin.ask("POST", "/gate-checks", { body });
  expect([made.status, made.body.requirement]).toEqual([201, "own:1"]);
  const { gates } = (await ofOwner.get("/gates")).body;
  const pilot = gates.find((one: { gate: string }) => one.gate === "pilot");
  expect(pilot.requirements).toContain("guardrail");
  expect(pilot.checks).toMatchObject([{ id: made.body.id, from: day("2026-11-20"), retired: null }]);
  const answer = await ofOwner.ask("POST", `/use-cases/${reference}/checks`, {
    body: { checkId: made.body.id, said: true, note: { en: "On the 12th" } },
  });
  expect(answer.body.items).toMatchObject([{ met: true, answers: [{ said: true, by: "Olivier Petit" }] }]);
  const path = `/gate-checks/${made.body.id}`;
  const reworded = await ofAdmin.ask("PATCH", path, {
    body: { question: { fr: "Le support est-il formé ?", en: "Has the help desk been trained?" } },
    headers: { "If-Match": '"1"' },
  });
  expect([reworded.status, reworded.body.version]).toEqual([200, 2]);
  const retired = await ofAdmin.ask("POST", `${path}/retirement`, { body: {}, headers: { "If-Match": '"2"' } });
  expect([retired.status, retired.body.retired]).toEqual([200, "2026-11-20"]);
  expect((await ofOwner.get(`/use-cases/${reference}/checks`)).body.items).toEqual([]);
});
