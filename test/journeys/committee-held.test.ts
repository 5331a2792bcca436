/** A session as it is held: figures frozen before, voices heard, what is asked and answered, minutes signed. */
import { createHash } from "node:crypto";
import { eq, gt } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { brokenMinutes } from "#app/committee/minutes.server";
import { minor } from "#app/kernel/money";
import { verifyAudit } from "#app/people/audit.server";
import { caseById } from "#app/use-cases/cases.server";
import {
  agendaItems,
  committeeSessions,
  decisionConditions,
  decisions,
  sessionVotes,
  standings,
} from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { anAbstention, anAssessedCase, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

async function aHouse() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  const lou = await app.signedIn("Lou Porteuse", { roles: ["champion"] });
  return { app, chair, hugo, ines, lou, assessors: [hugo.id, ines.id] };
}

async function aSession(
  chair: Person,
  { quorum = 2, hears = ["security", "legal"] as string[], heldOn = "2026-11-20" } = {},
) {
  const planned = await chair.submit("/committee", { heldOn, quorum, "hears[]": hears });
  const path = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
  return {
    path,
    add: (reference: string) => chair.submit(path, { intent: "agenda-add", reference }),
    seat: async (present: readonly number[]) => {
      const version = (await chair.get(path)).find("[name=version]").getAttribute("value") ?? "";
      return chair.submit(path, { intent: "attendance", version, "present[]": present.map(String) });
    },
  };
}

const deciding = (reference: string, outcome: string, more: Record<string, string> = {}) => ({
  ...{ intent: "decide", reference, outcome, reason: `Décidé ainsi pour ${reference}` },
  ...more,
});

const newsOf = async (person: Person) => (await person.get("/notifications")).text;

describe("Before a session", () => {
  test("its agenda is drawn from the pipeline: promises to look again first, then the best placed", async () => {
    const { app, chair, hugo, assessors } = await aHouse();
    const low = await anAssessedCase(app, assessors, { title: "Le dernier", score: 2, chairsOwe: true });
    const high = await anAssessedCase(app, assessors, { title: "Le premier", score: 3, chairsOwe: true });
    const again = await anAssessedCase(app, assessors, { title: "À revoir" });
    await aCase(app, { stage: "assessment", title: "Pas encore évalué" });
    const first = await aSession(chair);
    await first.add(again.reference);
    await chair.submit(first.path, deciding(again.reference, "not-now", { relookOn: "2026-11-25" }));
    const { path } = await aSession(chair, { heldOn: "2026-11-26" });
    expect((await hugo.post(path, { intent: "draw", count: 5 })).status).toBe(403);
    const drawn = await chair.submit(path, { intent: "draw", count: 2 });
    expect(drawn.text).toContain("2 cas ajoutés");
    const table = await app.database
      .select({ useCaseId: agendaItems.useCaseId })
      .from(agendaItems)
      .where(gt(agendaItems.sessionId, 1))
      .orderBy(agendaItems.position);
    expect(table.map(({ useCaseId }) => useCaseId)).toEqual([again.id, high.id]);
    // The chair owes their assessments: an order that told their ranks would not be blind.
    const byReference = [high, again].map(({ reference }) => `entry-${reference}`);
    expect(drawn.all("[id^=entry-]").map(({ id }) => id)).toEqual(byReference);
    const rest = await chair.submit(path, { intent: "draw", count: 50 });
    expect(rest.all("[id^=entry-]")).toHaveLength(3);
    expect(rest.find(`#entry-${low.reference}`).text).toContain("Le dernier");
    expect(rest.text).not.toContain("Pas encore évalué");
    expect((await chair.post(path, { intent: "draw", count: 51 })).status).toBe(400);
  });

  test("its figures are frozen: members are told, what moved since is marked, what comes later brings its own", async () => {
    const { app, chair, hugo, assessors } = await aHouse();
    const one = await anAssessedCase(app, assessors);
    const late = await anAssessedCase(app, assessors);
    const session = await aSession(chair);
    expect((await chair.post(session.path, { intent: "freeze" })).status).toBe(409);
    await session.add(one.reference);
    expect((await hugo.post(session.path, { intent: "freeze" })).status).toBe(403);
    await chair.submit(session.path, { intent: "freeze" });
    expect(await newsOf(hugo)).toContain("un cas à son ordre du jour");
    await app.database.write((tx) =>
      tx
        .update(standings)
        .set({ npvMinor: minor(99_900) })
        .where(eq(standings.useCaseId, one.id)),
    );
    const page = await chair.get(session.path);
    const entry = page.find(`#entry-${one.reference}`).text.replace(/\s/g, " ");
    expect(entry).toContain("Aujourd’hui : 999 € (changé depuis que la présélection est figée)");
    await session.add(late.reference);
    const items = await app.database.select().from(agendaItems);
    expect(items.every(({ figures }) => figures !== null)).toBe(true);
    const again = await chair.submit(session.path, { intent: "freeze" });
    expect(again.find(`#entry-${one.reference}`).text).not.toContain("changé depuis");
    expect(again.find(`#entry-${one.reference}`).text.replace(/\s/g, " ")).toContain("999 €");
  });
});

describe("A day", () => {
  test("of a session is not years away, and what is asked is not for a day gone by", async () => {
    const { app, chair, assessors } = await aHouse();
    for (const heldOn of ["2020-01-01", "9999-12-31"]) {
      const refused = await chair.post("/committee", { heldOn, quorum: 1 });
      expect([heldOn, refused.status]).toEqual([heldOn, 409]);
      expect(refused.text).toContain("Cette date est trop loin");
    }
    const { id, reference } = await anAssessedCase(app, assessors);
    const session = await aSession(chair, { quorum: 1, hears: [] });
    await session.add(reference);
    await session.seat([chair.id]);
    const asked = { "asked.0.text": "Un essai", "asked.0.ownerId": String(chair.id), "asked.0.dueOn": "2020-12-31" };
    const late = await chair.post(session.path, deciding(reference, "approve", asked));
    expect(late.status).toBe(409);
    expect(late.text).toContain("pour aujourd’hui ou plus tard");
    expect((await caseById(app.database, id)).stage).toBe("assessment");
  });
});

describe("A session that decided nothing", () => {
  test("is given another day and quorum; a chair presides over what nobody did; after a decision both stay", async () => {
    const { app, chair, assessors } = await aHouse();
    const admin = await app.signedIn("Sami Admin", { roles: ["admin"] });
    const planned = await aSession(admin, { quorum: 3, hears: ["security"] });
    const versionOf = async () => (await chair.get(planned.path)).find("[name=version]").getAttribute("value") ?? "";
    const other = { intent: "replan", heldOn: "2026-11-19", quorum: 1, "hears[]": [] };
    const version = await versionOf();
    expect((await chair.post(planned.path, { ...other, version, heldOn: "2020-01-01" })).status).toBe(409);
    // Who prepares a session does not end it.
    expect((await admin.post(planned.path, { intent: "close", notes: "" })).status).toBe(403);
    expect((await admin.get(planned.path)).all('input[value="close"]')).toHaveLength(0);
    const page = await chair.submit(planned.path, { ...other, version });
    expect(page.text).toContain("19 novembre 2026");
    expect(page.text).toContain("Claire Chair");
    // Who read it before it changed is told.
    expect((await admin.post(planned.path, { ...other, version, quorum: 9 })).status).toBe(409);
    const { id, reference } = await anAssessedCase(app, assessors);
    await planned.add(reference);
    await planned.seat([chair.id]);
    await chair.submit(planned.path, deciding(reference, "approve"));
    expect((await caseById(app.database, id)).stage).toBe("approved");
    const late = await chair.post(planned.path, { ...other, version: await versionOf(), quorum: 9 });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Cette séance a déjà décidé");
  });
});

describe("A quorum", () => {
  test("is no greater than the house: a higher one is refused, and says how many may sit", async () => {
    const { app, chair } = await aHouse();
    const program = await aProgram(app, await openSite(app), chair.id);
    const refused = await chair.post("/committee", { heldOn: "2026-11-20", quorum: 4 });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("3 personnes peuvent siéger au comité");
    expect(refused.text).toContain("l’administrateur qui fait siéger");
    expect(refused.find("#quorum").getAttribute("value")).toBe("4");
    const { path } = await aSession(chair, { quorum: 3 });
    const replanned = await chair.post(path, { intent: "replan", heldOn: "2026-11-20", quorum: 4, version: 1 });
    expect([replanned.status, replanned.text]).toEqual([409, expect.stringContaining("Choisissez 3 au plus")]);
    const asked = await program.ask("POST", "/sessions", { body: { heldOn: "2026-11-20", quorum: 4 } });
    expect([asked.status, asked.body.detail]).toEqual([409, expect.stringContaining("3 people may sit")]);
    await app.signedIn("Fatou Finance", { roles: ["finance"] });
    await chair.submit(path, { intent: "replan", heldOn: "2026-11-20", quorum: 4, version: 1 });
  });

  test("counts who is there and asks to hear security and legal, there or in writing", async () => {
    const { app, chair, hugo, ines, lou, assessors } = await aHouse();
    const { id, reference } = await anAssessedCase(app, assessors);
    const session = await aSession(chair);
    await session.add(reference);
    const there = await session.seat([chair.id, hugo.id]);
    expect(there.text).toContain("Le quorum demande aussi d’entendre");
    const refused = await chair.post(session.path, deciding(reference, "approve"));
    expect(refused.status).toBe(409);
    expect((await lou.post(session.path, { intent: "opinion", opinion: "Moi aussi" })).status).toBe(403);
    expect((await hugo.post(session.path, { intent: "opinion", opinion: "Je suis là" })).status).toBe(409);
    await ines.submit(session.path, { intent: "opinion", opinion: "Rien à redire si les données restent ici" });
    expect((await chair.get(session.path)).text).toContain("Rien à redire");
    expect((await lou.get(session.path)).text).not.toContain("Rien à redire");
    await chair.submit(session.path, deciding(reference, "approve"));
    expect((await caseById(app.database, id)).stage).toBe("approved");
    const [decision] = await app.database.select().from(decisions);
    expect(decision).toMatchObject({ quorate: true });
    expect(decision?.snapshot).toMatchObject({ present: ["Claire Chair", "Hugo Membre"], inWriting: ["Ines Membre"] });
  });

  test("stays what it was once something is decided or voted on: nobody is taken out, others may come", async () => {
    const { app, chair, hugo, ines, assessors } = await aHouse();
    const [one, other] = [await anAssessedCase(app, assessors), await anAssessedCase(app, assessors)];
    const session = await aSession(chair, { hears: [] });
    await session.add(one.reference);
    await session.add(other.reference);
    const without = async (present: readonly number[]) => {
      const version = (await chair.get(session.path)).find("[name=version]").getAttribute("value") ?? "";
      return chair.post(session.path, { intent: "attendance", version, "present[]": present.map(String) });
    };
    await session.seat([chair.id, hugo.id, ines.id]);
    await hugo.submit(session.path, { intent: "vote", reference: one.reference, vote: "approve", why: "" });
    const voter = await without([chair.id, ines.id]);
    expect([voter.status, voter.text.includes("laissez cochés Hugo Membre")]).toEqual([409, true]);
    expect((await without([chair.id, hugo.id])).status).toBe(303);
    await chair.submit(session.path, deciding(one.reference, "approve"));
    expect((await without([hugo.id])).status).toBe(409);
    expect((await without([])).status).toBe(409);
    await session.seat([chair.id, hugo.id, ines.id]);
    await chair.submit(session.path, { intent: "close", notes: "" });
    expect((await chair.get(`${session.path}/minutes.md`)).text).toContain("Claire Chair, Hugo Membre et Ines Membre");
  });

  test("is the session’s own rule: who asks for nobody needs nobody", async () => {
    const { app, chair, assessors } = await aHouse();
    const { id, reference } = await anAssessedCase(app, assessors);
    const session = await aSession(chair, { quorum: 1, hears: [] });
    await session.add(reference);
    await session.seat([chair.id]);
    await chair.submit(session.path, deciding(reference, "approve"));
    expect((await caseById(app.database, id)).stage).toBe("approved");
  });
});

describe("Votes", () => {
  test("on what is not decided are told before the close: whose they are, not how they are", async () => {
    const { app, chair, hugo, ines, lou, assessors } = await aHouse();
    const one = await anAssessedCase(app, assessors, { title: "Sans décision" });
    const other = await anAssessedCase(app, assessors, { title: "Sans vote" });
    const session = await aSession(chair);
    for (const { reference } of [one, other]) await session.add(reference);
    await session.seat([chair.id, hugo.id, ines.id]);
    expect((await chair.get(session.path)).all("#undecided-votes .notice")).toHaveLength(0);
    const voting = { intent: "vote", reference: one.reference, vote: "reject", why: "Trop tôt" };
    for (const member of [hugo, ines]) await member.submit(session.path, voting);
    const told = (await chair.get(session.path)).find("#undecided-votes").text;
    expect(told).toContain("Un cas a des votes et pas de décision");
    expect(told).toContain("Hugo Membre et Ines Membre");
    expect(told).not.toMatch(/Trop tôt|rejeter|Sans vote/);
    expect((await lou.get(session.path)).text).not.toContain("Un cas a des votes et pas de décision");
    await chair.submit(session.path, deciding(one.reference, "approve"));
    expect((await chair.get(session.path)).find("#undecided-votes").text).toBe("");
  });

  test("are each member’s own, seen after one’s own, and stand beside the decision", async () => {
    const { app, chair, hugo, ines, lou, assessors } = await aHouse();
    const { id, reference } = await anAssessedCase(app, assessors, { authorId: lou.id });
    const session = await aSession(chair);
    await session.add(reference);
    const vote = (person: Person, said: string, why = "") =>
      person.post(session.path, { intent: "vote", reference, vote: said, why });
    expect((await vote(hugo, "reject")).status).toBe(409);
    await session.seat([chair.id, hugo.id, ines.id]);
    expect((await vote(lou, "approve")).status).toBe(403);
    expect((await vote(hugo, "peut-être")).status).toBe(400);
    expect((await vote(hugo, "reject", "Trop tôt")).status).toBe(303);
    // Ines has not voted: what Hugo said does not show.
    expect((await ines.get(session.path)).text).not.toContain("Trop tôt");
    expect((await vote(ines, "approve")).status).toBe(303);
    expect((await ines.get(session.path)).text).toContain("Trop tôt");
    expect((await vote(ines, "reject")).status).toBe(303);
    expect(await app.database.select().from(sessionVotes)).toHaveLength(2);
    const page = await chair.submit(session.path, deciding(reference, "approve"));
    expect(page.find(`#entry-${reference}`).text).toContain("Contre la majorité des votes (rejeter)");
    expect((await vote(ines, "approve")).status).toBe(409);
    const record = `${session.path}/${reference}`;
    expect((await hugo.get(record)).text).toContain("Trop tôt");
    expect((await lou.get(record)).text).not.toContain("Trop tôt");
    expect((await caseById(app.database, id)).stage).toBe("approved");
  });

  test("and the decision are not for who declared a conflict of interest, who sees no vote of the others either", async () => {
    const { app, chair, hugo, ines } = await aHouse();
    const other = await app.signedIn("Odile Autre", { roles: ["chair"] });
    const { id, reference } = await anAssessedCase(app, [hugo.id], { chairsOwe: true });
    const interest = { intent: "conflict", why: "Mon frère vend cet outil" };
    await chair.submit(`/use-cases/${reference}/assessment`, interest);
    const session = await aSession(chair);
    // Two assessments are asked for. Of four members one conflict leaves enough to score it, three leave one.
    expect((await chair.get(session.path)).text).not.toContain(reference);
    await ines.submit(`/use-cases/${reference}/assessment`, interest);
    expect((await chair.get(session.path)).text).not.toContain(reference);
    await other.submit(`/use-cases/${reference}/assessment`, interest);
    expect((await chair.get(session.path)).text).toContain(reference);
    await chair.submit(session.path, { intent: "draw", count: 5 });
    await session.seat([chair.id, hugo.id, ines.id]);
    const vote = (person: Person) =>
      person.post(session.path, { intent: "vote", reference, vote: "reject", why: "Pas ainsi" });
    expect((await vote(hugo)).status).toBe(303);
    for (const conflicted of [ines, chair]) {
      const page = await conflicted.get(session.path);
      expect(page.text).toContain("Vous avez déclaré un conflit d’intérêts sur ce cas");
      expect(page.text).not.toContain("Pas ainsi");
      expect((await vote(conflicted)).status).toBe(409);
    }
    const refused = await chair.post(session.path, deciding(reference, "approve"));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Quelqu’un d’autre qui y est habilité doit le faire");
    expect((await caseById(app.database, id)).stage).toBe("assessment");
    await other.submit(`/use-cases/${reference}/assessment`, { intent: "withdraw-conflict" });
    await anAbstention(app, id, other.id);
    await other.submit(session.path, deciding(reference, "reject"));
    expect((await caseById(app.database, id)).stage).toBe("rejected");
  });

  test("of three people at once are all kept, and one decision is taken", async () => {
    const { app, chair, hugo, ines, assessors } = await aHouse();
    const other = await app.signedIn("Odile Autre", { roles: ["chair"] });
    const { reference } = await anAssessedCase(app, assessors);
    const session = await aSession(chair);
    await session.add(reference);
    await session.seat([chair.id, hugo.id, ines.id, other.id]);
    const answers = await Promise.all(
      [chair, hugo, ines, other].map((one) => one.post(session.path, { intent: "vote", reference, vote: "approve" })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await app.database.select().from(sessionVotes)).toHaveLength(4);
    const decided = await Promise.all([
      chair.post(session.path, deciding(reference, "approve")),
      other.post(session.path, deciding(reference, "reject")),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await app.database.select().from(decisions)).toHaveLength(1);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });
});

describe("What a decision asks for", () => {
  const asking = (row: number, text: string, owner: Person, dueOn: string) => ({
    [`asked.${row}.text`]: text,
    [`asked.${row}.ownerId`]: String(owner.id),
    [`asked.${row}.dueOn`]: dueOn,
  });

  async function anApproval(app: App, chair: Person, hugo: Person, ines: Person, lou: Person) {
    const { id, reference } = await anAssessedCase(app, [hugo.id, ines.id], { ownerId: lou.id });
    const session = await aSession(chair);
    await session.add(reference);
    await session.seat([chair.id, hugo.id, ines.id]);
    return { id, reference, path: session.path };
  }

  test("is asked of somebody by a day, answered once, and the chair is told", async () => {
    const { app, chair, hugo, ines, lou } = await aHouse();
    const { reference, path } = await anApproval(app, chair, hugo, ines, lou);
    const half = deciding(reference, "approve", { "asked.0.text": "Tester sur deux magasins" });
    const refused = await chair.post(path, half);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("Tester sur deux magasins");
    await chair.submit(path, {
      ...deciding(reference, "approve", { budget: "25 000" }),
      ...asking(0, "Tester sur deux magasins", lou, "2026-12-15"),
      ...{ "asked.1.text": "", "asked.1.ownerId": "", "asked.1.dueOn": "" },
    });
    expect((await chair.get(path)).text.replace(/\s/g, " ")).toContain("Budget accordé : 25 000,00 €");
    expect(await newsOf(lou)).toContain("Tester sur deux magasins");
    expect((await lou.get(`/use-cases/${reference}`)).text).toContain("Ce que le comité demande");
    expect((await lou.get("/")).text).toContain("Une réponse attendue par le comité");
    const page = await lou.get("/committee/conditions");
    expect(page.text).toContain("Demandé à vous");
    const [condition] = await app.database.select().from(decisionConditions);
    const answer = { id: condition?.id ?? 0, version: 1, answer: "Fait à Lyon et Lille" };
    expect((await hugo.post("/committee/conditions", answer)).status).toBe(403);
    expect((await lou.post("/committee/conditions", { ...answer, answer: " " })).status).toBe(400);
    expect((await lou.post("/committee/conditions", { ...answer, version: 9 })).status).toBe(409);
    const done = await lou.submit("/committee/conditions", answer);
    expect(done.text).toContain("Rien n’attend de réponse");
    expect((await lou.post("/committee/conditions", answer)).status).toBe(409);
    expect((await lou.post("/committee/conditions", { ...answer, id: 999 })).status).toBe(404);
    expect(await newsOf(chair)).toContain("Fait à Lyon et Lille");
    expect((await chair.get(`/use-cases/${reference}`)).text).toContain("Fait à Lyon et Lille");
  });

  test("«ask» leaves the case where it is, needs a question, and the case may come again", async () => {
    const { app, chair, hugo, ines, lou } = await aHouse();
    const { id, reference, path } = await anApproval(app, chair, hugo, ines, lou);
    const without = await chair.post(path, deciding(reference, "ask"));
    expect(without.status).toBe(400);
    expect(without.text).toContain("au moins une question");
    await chair.submit(path, {
      ...deciding(reference, "ask"),
      ...asking(0, "Combien de magasins ?", lou, "2026-12-01"),
    });
    expect((await caseById(app.database, id)).stage).toBe("assessment");
    const next = await aSession(chair);
    expect((await chair.submit(next.path, { intent: "draw", count: 5 })).text).toContain(reference);
  });

  test("a closed account is asked nothing, and the decision is not written", async () => {
    const { app, chair, hugo, ines, lou } = await aHouse();
    const { reference, path } = await anApproval(app, chair, hugo, ines, lou);
    const answer = await chair.post(path, {
      ...deciding(reference, "approve"),
      "asked.0.text": "Qui ?",
      "asked.0.ownerId": "9999",
      "asked.0.dueOn": "2026-12-15",
    });
    expect(answer.status).toBe(409);
    expect(await app.database.select().from(decisions)).toHaveLength(0);
  });
});

describe("Minutes", () => {
  test("are signed once, by the chair, when the session is closed; kept as signed, and taken away as a text", async () => {
    const { app, chair, hugo, ines, assessors } = await aHouse();
    const { id, reference } = await anAssessedCase(app, assessors, { title: "Relire les contrats" });
    const left = await anAssessedCase(app, assessors, { title: "Resté sur la table" });
    const session = await aSession(chair);
    await session.add(reference);
    await session.add(left.reference);
    await session.seat([chair.id, hugo.id, ines.id]);
    await chair.submit(session.path, deciding(reference, "approve"));
    expect((await chair.get(`${session.path}/minutes.md`)).location).toBe(session.path);
    expect((await chair.post(session.path, { intent: "sign" })).status).toBe(409);
    await chair.submit(session.path, { intent: "close", notes: "Budget revu" });
    expect((await hugo.post(session.path, { intent: "sign" })).status).toBe(403);
    const signed = await chair.submit(session.path, { intent: "sign" });
    expect(signed.text).toContain("Signé par Claire Chair");
    expect((await chair.post(session.path, { intent: "sign" })).status).toBe(409);
    const [row] = await app.database.select().from(committeeSessions);
    expect(row?.signedHash).toBe(createHash("sha256").update(JSON.stringify(row?.minutes)).digest("hex"));
    const before = await hugo.get(`${session.path}/minutes.md`);
    expect(before.headers.get("Content-Disposition")).toContain("compte-rendu-seance-");
    expect(before.html).toContain("Relire les contrats");
    expect(before.html).toContain("Sans décision en séance.");
    // Whatever becomes of the cases later, the minutes stay.
    await app.database.write((tx) => tx.update(standings).set({ npvMinor: minor(1) }));
    expect((await hugo.get(`${session.path}/minutes.md`)).html).toBe(before.html);
    const record = await hugo.get(`${session.path}/${reference}`);
    expect(record.text).toContain("Relire les contrats");
    expect(record.text).toContain("Filtres");
    expect((await hugo.get(`${session.path}/${left.reference}`)).find("h1").text).toContain("Le dossier figé");
    const elsewhere = await aCase(app, { stage: "assessment" });
    expect((await hugo.get(`${session.path}/${elsewhere.reference}`)).status).toBe(404);
    expect((await caseById(app.database, id)).stage).toBe("approved");
    // What its text says of proving it holds: a minute that was changed behind the product's back is named.
    expect(before.html).toContain("casebook check");
    expect(await brokenMinutes(app.database)).toEqual([]);
    const minutes = row?.minutes && { ...row.minutes, notes: { fr: "Budget revu à la hausse" } };
    await app.database.write((tx) => tx.update(committeeSessions).set({ minutes }));
    expect(await brokenMinutes(app.database)).toEqual([row?.number]);
  });
});

test("Decisions against the rank are listed with what became of them, beside those that followed it", async () => {
  const { app, chair, hugo, ines, assessors } = await aHouse();
  const best = await anAssessedCase(app, assessors, { title: "Le mieux classé", score: 3 });
  const worst = await anAssessedCase(app, assessors, { title: "Le moins bien classé", score: 2 });
  expect((await chair.get("/committee/against-rank")).text).toContain("Aucune décision contre le rang");
  const session = await aSession(chair);
  for (const { reference } of [best, worst]) await session.add(reference);
  await session.seat([chair.id, hugo.id, ines.id]);
  await chair.submit(session.path, deciding(best.reference, "not-now", { relookOn: "2027-03-01" }));
  await chair.submit(session.path, deciding(worst.reference, "approve", { override: "yes", againstRank: "yes" }));
  const page = await hugo.get("/committee/against-rank");
  expect(page.text).toContain("Le moins bien classé");
  // Both go against it: the yes that passed over the better one, and the no to what was placed before it.
  expect(page.text).toContain("Un cas mieux classé n’a pas été approuvé");
  expect(page.text).toContain("Un cas moins bien classé a été approuvé");
  expect(page.find("table").text.replace(/\s+/g, " ")).toContain("Contre le rang");
  const [counted] = page.all('a[href^="/committee/against-rank?fared=against&part=approved"]');
  expect(counted?.text).toBe("1");
  const opened = await hugo.get("/committee/against-rank?fared=against&part=approved");
  expect(opened.find("#fared-cases").text).toContain("Un cas approuvé contre le rang");
  expect(opened.find("#fared-cases tbody").text).toContain("Le moins bien classé");
  expect(opened.find("#fared-cases tbody").text).not.toContain("Le mieux classé");
  expect((await hugo.get("/committee/against-rank?fared=with&part=live")).text).toContain("Plus aucun cas ici");
});

test("Who sits is told by department and function, and who is missing", async () => {
  const { app, chair } = await aHouse();
  const department = await app.department("LOG", "Logistique");
  await app.department("ACH", "Achats");
  await app.signedIn("Paul Logisticien", { roles: ["committee"], departments: [department] });
  const page = await chair.get("/committee");
  expect(page.text).toContain("Paul Logisticien");
  expect(page.text).toContain("Un département n’a personne");
});
