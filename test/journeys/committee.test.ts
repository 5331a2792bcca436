import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newestBusinessCase } from "#app/business-cases/write.server";
import { savePoc } from "#app/delivery/poc.server";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { verifyAudit } from "#app/people/audit.server";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { decisions, stageChanges } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { anAbstention, anAssessedCase, whenOf, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";

async function aCommittee() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const first = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const second = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  return { app, chair, first, second, assessors: [first.id, second.id], all: [chair.id, first.id, second.id] };
}

/** Who is there, as the form sends it that saw this version of the session. */
const attending = (version: number, present: readonly number[]) => ({
  intent: "attendance",
  version,
  "present[]": present.map(String),
});

async function aSession(
  chair: Person,
  present: readonly number[],
  agenda: readonly string[] = [],
  heldOn = "2026-11-20",
) {
  const planned = await chair.submit("/committee", { heldOn, quorum: 3 });
  const number = /\d+/.exec(planned.find("h1").text)?.[0];
  const path = `/committee/${number}`;
  if (present.length) await chair.submit(path, attending(1, present));
  for (const reference of agenda) await chair.submit(path, { intent: "agenda-add", reference });
  return path;
}

const deciding = (reference: string, outcome: string, more: Record<string, string> = {}) => ({
  intent: "decide",
  reference,
  outcome,
  reason: `Décidé ainsi pour ${reference}`,
  ...more,
});

const stageOf = async (app: App, id: number) => (await caseById(app.database, id)).stage;

async function aRunningPoc(app: App, useCaseId: number) {
  const terms = {
    hypothesis: { fr: "Le tri automatique suffit" },
    startsOn: day("2026-10-01"),
    endsOn: day("2026-11-26"),
    peopleCap: 3,
    budgetCapMinor: minor(1_000_000),
    personDaysCap: null,
    dataOwner: null,
    oneFunctionReason: null,
    ...{ guardrailName: null, guardrailUnit: null, guardrailDirection: null, guardrailLimit: null },
    team: [{ name: "Lou", role: { fr: "Métier" }, side: "business" as const }],
    kpiName: { fr: "Minutes par demande" },
    kpiUnit: "min",
    direction: "down" as const,
    baseline: 15,
    threshold: 10,
    vendorId: null,
    modelId: null,
  };
  await app.database.write((tx) => savePoc(tx, CASEBOOK, { useCaseId, ...terms }, whenOf(app)));
}

describe("A session of the committee", () => {
  test("is planned by the chair alone, and tells who is there and whether that makes a quorum", async () => {
    const { app, chair, first, all } = await aCommittee();
    const outsider = await app.signedIn("Paul Petit", { roles: ["champion"] });
    expect((await outsider.get("/committee")).all("form[method=post] [name=heldOn]").length).toBe(0);
    expect((await outsider.post("/committee", { heldOn: "2026-11-20", quorum: 3 })).status).toBe(403);
    expect((await chair.post("/committee", { heldOn: "hier", quorum: 3 })).status).toBe(400);
    const path = await aSession(chair, [chair.id]);
    expect((await chair.get(path)).text).toContain("n’est pas atteint");
    const page = await chair.submit(path, attending(2, all));
    expect(page.text).toContain("le quorum de 3 est atteint");
    expect(page.text).not.toContain("La sécurité n’est pas représentée");
    expect((await chair.post(path, attending(3, [outsider.id]))).status).toBe(409);
    expect((await first.post(path, attending(3, []))).status).toBe(403);
    expect((await chair.get("/committee/99")).status).toBe(404);
  });

  test("offers the assessed cases for its agenda, and takes them off again until they are decided", async () => {
    const { app, chair, all, assessors } = await aCommittee();
    const { reference } = await anAssessedCase(app, assessors, { title: "Relire les contrats" });
    await aCase(app, { stage: "assessment", title: "Pas encore évalué" });
    const path = await aSession(chair, all);
    const offered = await chair.get(path);
    expect(offered.text).toContain("Relire les contrats");
    expect(offered.text).not.toContain("Pas encore évalué");
    const added = await chair.submit(path, { intent: "agenda-add", reference });
    expect(added.find(`#${reference}`).text).toContain("Relire les contrats");
    await chair.submit(path, { intent: "agenda-remove", reference });
    expect((await chair.post(path, deciding(reference, "approve"))).status).toBe(409);
    await chair.submit(path, { intent: "agenda-add", reference });
    await chair.submit(path, deciding(reference, "approve"));
    expect((await chair.post(path, { intent: "agenda-remove", reference })).status).toBe(409);
  });

  test("approves: the case moves, its business case is frozen, the decision keeps rank and record", async () => {
    const { app, chair, all, assessors } = await aCommittee();
    const { id, reference } = await anAssessedCase(app, assessors);
    const path = await aSession(chair, all, [reference]);
    const page = await chair.submit(path, deciding(reference, "approve"));
    expect(page.text).toContain(`Décidé ainsi pour ${reference}`);
    expect(await stageOf(app, id)).toBe("approved");
    expect((await newestBusinessCase(app.database, id))?.frozenAt).not.toBeNull();
    const [decision] = await app.database.select().from(decisions).where(eq(decisions.useCaseId, id));
    expect(decision).toMatchObject({ outcome: "approve", rank: 1, ranked: 1, againstRank: false });
    expect(decision?.snapshot).toMatchObject({ reference, stage: "assessment", standing: { assessments: 2 } });
    expect((await chair.post(path, deciding(reference, "reject"))).status).toBe(409);
    expect(await checkStages(app.database)).toEqual([]);
    expect(await checkLedger(app.database)).toEqual([]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("puts off with a date, rejects with a reason, and asks for both", async () => {
    const { app, chair, all, assessors } = await aCommittee();
    const later = await anAssessedCase(app, assessors);
    const never = await anAssessedCase(app, assessors);
    const path = await aSession(chair, all, [later.reference, never.reference]);
    const dateless = await chair.post(path, deciding(later.reference, "not-now"));
    expect(dateless.status).toBe(400);
    expect(dateless.find(`#reason-${later.reference}`).text).toContain("Décidé ainsi");
    expect((await chair.post(path, { ...deciding(never.reference, "reject"), reason: "" })).status).toBe(400);
    await chair.submit(path, deciding(later.reference, "not-now", { relookOn: "2027-02-01" }));
    await chair.submit(path, deciding(never.reference, "reject"));
    expect(await caseById(app.database, later.id)).toMatchObject({ stage: "on-hold", relookOn: "2027-02-01" });
    expect(await stageOf(app, never.id)).toBe("rejected");
    expect((await chair.get(`/use-cases/${never.reference}`)).text).toContain(`Décidé ainsi pour ${never.reference}`);
  });

  test("looks again at what it put off: another date, then an approval", async () => {
    const { app, chair, all, assessors } = await aCommittee();
    const { id, reference } = await anAssessedCase(app, assessors);
    const first = await aSession(chair, all, [reference]);
    await chair.submit(first, deciding(reference, "not-now", { relookOn: "2026-11-25" }));
    const second = await aSession(chair, all, [], "2026-11-26");
    app.clock.at = new Date("2026-11-26T10:00:00Z");
    expect((await chair.get(second)).text).toContain("À réexaminer");
    await chair.submit(second, { intent: "agenda-add", reference });
    await chair.submit(second, deciding(reference, "not-now", { relookOn: "2027-03-01" }));
    expect(await caseById(app.database, id)).toMatchObject({ stage: "on-hold", relookOn: "2027-03-01" });
    const third = await aSession(chair, all, [reference]);
    await chair.submit(third, deciding(reference, "approve"));
    expect(await caseById(app.database, id)).toMatchObject({ stage: "approved", relookOn: null });
  });

  test("scales and pivots without moving, stops with what was learned, retires what is live", async () => {
    const { app, chair, all } = await aCommittee();
    const cases = [];
    for (const stage of ["poc", "poc", "poc", "production"] as const) cases.push(await aCase(app, { stage }));
    const [scaled, pivoted, stopped, retired] = cases;
    if (!scaled || !pivoted || !stopped || !retired) throw new Error("no cases");
    for (const { id } of [scaled, pivoted, stopped]) await aRunningPoc(app, id);
    const path = await aSession(
      chair,
      all,
      cases.map(({ reference }) => reference),
    );
    await chair.submit(path, deciding(scaled.reference, "scale"));
    await chair.submit(path, deciding(pivoted.reference, "pivot"));
    expect((await chair.post(path, deciding(stopped.reference, "stop"))).status).toBe(409);
    await chair.submit(path, deciding(stopped.reference, "stop", { learning: "Les scans sont illisibles" }));
    expect((await chair.post(path, deciding(retired.reference, "approve"))).status).toBe(409);
    await chair.submit(path, deciding(retired.reference, "retire", { learning: "Remplacé par l’outil du groupe" }));
    const stages = await Promise.all(cases.map(({ id }) => stageOf(app, id)));
    expect(stages).toEqual(["poc", "poc", "stopped", "retired"]);
  });

  test("approves nothing without a quorum, unless the chair overrides the gate and says why", async () => {
    const { app, chair, first, assessors } = await aCommittee();
    const { id, reference } = await anAssessedCase(app, assessors);
    const path = await aSession(chair, [chair.id, first.id], [reference]);
    const refused = await chair.post(path, deciding(reference, "approve"));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("le quorum n’est pas atteint");
    expect(refused.find(`#reason-${reference}`).text).toContain("Décidé ainsi");
    expect(await stageOf(app, id)).toBe("assessment");
    const page = await chair.submit(path, deciding(reference, "approve", { override: "yes" }));
    expect(page.text).toContain("Dérogation");
    const [move] = await app.database.select().from(stageChanges).where(eq(stageChanges.to, "approved"));
    expect(move?.overridden).toEqual(["decision"]);
  });

  test("does not approve what the filters stop, and marks what goes against the rank", async () => {
    const { app, chair, all, assessors } = await aCommittee();
    const slow = await anAssessedCase(app, assessors, { euros: 3_000 });
    const good = await anAssessedCase(app, assessors, { euros: 40_000 });
    const path = await aSession(chair, all, [good.reference, slow.reference]);
    expect((await chair.post(path, deciding(slow.reference, "approve"))).status).toBe(409);
    expect(await stageOf(app, slow.id)).toBe("assessment");
    await chair.submit(path, deciding(good.reference, "not-now", { relookOn: "2027-02-01" }));
    const known = { override: "yes", againstRank: "yes" };
    const page = await chair.submit(path, deciding(slow.reference, "approve", known));
    expect(page.text).toContain("Contre le rang");
    const [decision] = await app.database.select().from(decisions).where(eq(decisions.useCaseId, slow.id));
    expect(decision).toMatchObject({ againstRank: true });
  });

  test("lets no party decide on its own case", async () => {
    const { app, chair, all, assessors } = await aCommittee();
    const own = await anAssessedCase(app, assessors, { ownerId: chair.id });
    const path = await aSession(chair, all, [own.reference]);
    const page = await chair.get(path);
    expect(page.all(`#reason-${own.reference}`).length).toBe(0);
    expect(page.text).toContain("Vous êtes partie à ce cas");
    expect((await chair.post(path, deciding(own.reference, "approve"))).status).toBe(403);
    const other = await app.signedIn("Odile Autre", { roles: ["chair"] });
    const blind = await other.post(path, deciding(own.reference, "approve"));
    expect([blind.status, blind.text]).toEqual([409, expect.stringContaining("ou abstenez-vous")]);
    await anAbstention(app, own.id, other.id);
    await other.submit(path, deciding(own.reference, "approve"));
    expect(await stageOf(app, own.id)).toBe("approved");
  });

  test("is frozen once it is closed, and then reads as its minutes", async () => {
    const { app, chair, first, all, assessors } = await aCommittee();
    const done = await anAssessedCase(app, assessors);
    const left = await anAssessedCase(app, assessors);
    const path = await aSession(chair, all, [done.reference, left.reference]);
    await chair.submit(path, deciding(done.reference, "approve"));
    expect((await first.post(path, { intent: "close", notes: "" })).status).toBe(403);
    const minutes = await chair.submit(path, { intent: "close", notes: "Budget revu en janvier" });
    expect(minutes.text).toContain("Compte rendu");
    expect(minutes.text).toContain("Budget revu en janvier");
    expect(minutes.text).toContain(`Décidé ainsi pour ${done.reference}`);
    // What is left to do with it is to sign it.
    const intents = minutes.all("main form [name=intent]").map((one) => one.getAttribute("value"));
    expect(intents).toEqual(["sign"]);
    const changes: Record<string, string | number | string[]>[] = [
      deciding(left.reference, "approve"),
      attending(3, []),
      { intent: "agenda-remove", reference: left.reference },
      { intent: "close", notes: "" },
    ];
    for (const change of changes) expect((await chair.post(path, change)).status).toBe(423);
    expect(await stageOf(app, left.id)).toBe("assessment");
  });
});
