import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { checkScores } from "#app/assessment/check-scores.server";
import { activeModel } from "#app/assessment/model.server";
import { resultsByMember } from "#app/assessment/newest-scores.server";
import { snapshotOf } from "#app/committee/snapshot.server";
import { caseById } from "#app/use-cases/cases.server";
import { assessments, auditEvents, standings } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { aBusinessCase, actorOf, withRules } from "../support/arbitration";
import { addCase } from "../support/standing";

const PAGE = "/use-cases/UC-0001/assessment";

async function committee(app: App) {
  await withRules(app);
  const { criteria } = await activeModel(app.database);
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  const ines = await app.signedIn("Inès Morel", { roles: ["committee"] });
  const claire = await app.signedIn("Claire Roy", { roles: ["chair"] });
  const useCaseId = await addCase(app, "UC-0001");
  const scores = (value: number, complexity: number) =>
    Object.fromEntries(criteria.map(({ id, axis }) => [`scores.${id}`, axis === "value" ? value : complexity]));
  const submit = (person: Person, value: number, complexity: number, version = 0) =>
    person.submit(PAGE, { ...scores(value, complexity), intent: "submit", version: String(version) });
  const standing = async () => {
    const [row] = await app.database.select().from(standings).where(eq(standings.useCaseId, useCaseId));
    return row;
  };
  return { hugo, ines, claire, useCaseId, scores, submit, standing };
}

const ROUND = { intent: "round", why: "Les avis sont trop éloignés sur la portée" };

describe("A second round", () => {
  test("is opened by the chair with a reason; the first stays beside it, and counts until somebody scores the second", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit, standing } = await committee(app);
    await submit(hugo, 5, 2);
    await submit(ines, 1, 2);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    expect(await standing()).toMatchObject({ value: 50, assessments: 2, contested: 4 });
    expect((await hugo.post(PAGE, ROUND)).status).toBe(403);
    expect((await claire.post(PAGE, { ...ROUND, why: " " })).status).toBe(400);
    const opened = await claire.submit(PAGE, ROUND);
    expect(opened.text).toContain("Tour 2, ouvert le");
    expect(opened.text).toContain("Les avis sont trop éloignés");
    expect(await standing()).toMatchObject({ value: 50, complexity: 25, assessments: 0 });

    for (const member of [hugo, ines]) {
      expect((await member.get("/notifications")).text).toContain("a ouvert le tour 2 de l’évaluation");
    }
    expect((await claire.get("/notifications")).text).not.toContain("a ouvert le tour 2");

    // Everybody owes again, sees what they saw before, and nothing of the second.
    expect((await hugo.get("/assess")).text).toContain("UC-0001");
    await submit(hugo, 4, 2);
    const blind = await ines.get(PAGE);
    expect(blind.text).toContain("Tour 1");
    expect(blind.text).not.toContain("Résultat du tour 2");
    expect(blind.all('input[type="radio"][checked]')).toHaveLength(0);
    expect((await ines.get("/use-cases")).text).toContain("masqué tant que vous n’avez pas évalué");
    const both = await submit(ines, 3, 2);
    expect(both.text).toContain("Résultat du tour 2");
    expect(both.text).toContain("Moyenne, tour 1");
    expect(both.text).toContain("Tours précédents");
    expect(await standing()).toMatchObject({ value: 62.5, assessments: 2, contested: 0 });
  });

  test("alone is what is read of it: by member, by criterion in what a committee decides on, and never by who is blind", async () => {
    const app = await openApp();
    const { hugo, ines, claire, useCaseId, submit } = await committee(app);
    await submit(hugo, 5, 2);
    await submit(ines, 1, 2);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await claire.submit(PAGE, ROUND);
    await submit(hugo, 4, 2);
    const readBy = (person: Person) =>
      resultsByMember(app.database, actorOf(person.id, "committee"), [useCaseId]).then((found) =>
        [...(found.get(useCaseId) ?? [])].map(([member, { value }]) => [member, value]),
      );
    expect(await readBy(hugo)).toEqual([[hugo.id, 75]]);
    expect(await readBy(ines)).toEqual([]);
    const session = { id: 0 } as Parameters<typeof snapshotOf>[1];
    const { criteria } = await snapshotOf(app.database, session, await caseById(app.database, useCaseId));
    expect(criteria?.filter(({ axis }) => axis === "value")).not.toHaveLength(0);
    for (const { axis, scores, low, high } of criteria ?? []) {
      expect({ scores, low, high }).toEqual({
        scores: 1,
        ...(axis === "value" ? { low: 4, high: 4 } : { low: 2, high: 2 }),
      });
    }
  });

  test("is opened on no case that nobody scored, that is no longer assessed, or whose scores the chair may not see", async () => {
    const app = await openApp();
    const { hugo, claire, submit } = await committee(app);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    const unscored = await claire.post(PAGE, ROUND);
    expect(unscored.status).toBe(409);
    expect(unscored.text).toContain("Personne n’a encore noté le tour en cours");
    await submit(hugo, 3, 3);
    const other = await app.signedIn("Paul Garnier", { roles: ["chair"] });
    const blind = await other.post(PAGE, ROUND);
    expect(blind.status).toBe(409);
    expect(blind.text).toContain("vous sont masquées");
    await addCase(app, "UC-0002", { stage: "approved" });
    expect((await claire.post("/use-cases/UC-0002/assessment", ROUND)).status).toBe(409);
  });

  test("can be taken back while nobody has scored in it: what was begun or declared goes on where it can", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit, standing, useCaseId } = await committee(app);
    await submit(hugo, 5, 2);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await ines.submit(PAGE, { comment: "Je commence", intent: "save", version: "0" });
    await claire.submit(PAGE, ROUND);
    expect((await ines.get(PAGE)).text).toContain("Je commence");
    await claire.submit(PAGE, { intent: "withdraw-round" });
    expect(await standing()).toMatchObject({ value: 100, assessments: 1 });
    expect((await ines.get(PAGE)).text).toContain("Je commence");
    expect((await claire.post(PAGE, { intent: "withdraw-round" })).status).toBe(409);
    const kept = await app.database.select().from(assessments).where(eq(assessments.useCaseId, useCaseId));
    expect(kept.map(({ round, superseded }) => [round, superseded])).toEqual([
      [1, false],
      [1, false],
      [1, false],
    ]);
    await claire.submit(PAGE, ROUND);
    await submit(hugo, 2, 2);
    const late = await claire.post(PAGE, { intent: "withdraw-round" });
    expect(late.status).toBe(409);
  });

  test("does not show the first to a member who never scored it", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit } = await committee(app);
    await hugo.submit(PAGE, { abstain: "yes", comment: "Trop loin de mon métier", intent: "submit", version: "0" });
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await submit(ines, 5, 5);
    await claire.submit(PAGE, ROUND);
    const newcomer = await app.signedIn("Léa Simon", { roles: ["committee"] });
    expect((await newcomer.get(PAGE)).text).not.toContain("Inès Morel");
    expect((await hugo.get(PAGE)).text).toContain("Inès Morel");
  });
});

describe("A conflict of interest", () => {
  const CONFLICT = { intent: "conflict", why: "Mon frère vend cet outil" };

  test("is declared with its reason: no scores to give, none to see, and the case leaves the queue", async () => {
    const app = await openApp();
    const { hugo, ines, submit } = await committee(app);
    await submit(hugo, 5, 2);
    expect((await ines.post(PAGE, { ...CONFLICT, why: "" })).status).toBe(400);
    const page = await ines.submit(PAGE, CONFLICT);
    expect(page.text).toContain("Mon frère vend cet outil");
    expect(page.text).not.toContain("Hugo Petit");
    expect(page.all('input[type="radio"]')).toHaveLength(0);
    for (const path of ["/use-cases", "/use-cases/UC-0001", "/use-cases/UC-0001/governance"]) {
      expect((await ines.get(path)).text, path).toContain("masqué tant que vous n’avez pas évalué");
    }
    const queue = await ines.get("/assess");
    expect(queue.text).toContain("Conflit d’intérêts");
    expect(queue.text).toContain("Tout est évalué de votre côté");
    expect((await submit2(ines)).status).toBe(409);
    // Others read who declared it and why, once they may see the scores.
    expect((await hugo.get(PAGE)).text).toContain("Mon frère vend cet outil");
    const [declared] = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "conflict.declare"));
    expect(declared?.after).toContain("Mon frère");
  });

  const submit2 = (person: Person) => person.post(PAGE, { abstain: "yes", intent: "submit", version: "1" });

  test("takes one from the assessments needed where too few members remain, and the gate knows it", async () => {
    const app = await openApp();
    const { hugo, ines, claire, useCaseId, submit } = await committee(app);
    await aBusinessCase(app, useCaseId);
    await submit(hugo, 5, 2);
    expect((await hugo.get(PAGE)).text).toContain("2 sont nécessaires");
    const unmet = await hugo.get("/use-cases/UC-0001/governance");
    await ines.submit(PAGE, CONFLICT);
    // Hugo and Claire remain: two can still be asked for.
    expect((await hugo.get(PAGE)).text).toContain("2 sont nécessaires");
    await claire.submit(PAGE, CONFLICT);
    expect((await hugo.get(PAGE)).text).toContain("une est nécessaire");
    const met = await hugo.get("/use-cases/UC-0001/governance");
    expect(met.html).not.toBe(unmet.html);
  });

  test("can be taken back, and not be declared twice, nor by a party", async () => {
    const app = await openApp();
    const { hugo, ines, submit } = await committee(app);
    await ines.submit(PAGE, CONFLICT);
    await ines.submit(PAGE, { intent: "withdraw-conflict" });
    expect((await ines.get("/assess")).text).toContain("UC-0001");
    expect((await ines.post(PAGE, { intent: "withdraw-conflict" })).status).toBe(409);
    await submit(ines, 3, 3, 2);
    await ines.submit(PAGE, CONFLICT);
    expect((await ines.post(PAGE, CONFLICT)).status).toBe(409);
    await addCase(app, "UC-0002", { ownerId: hugo.id });
    expect((await hugo.post("/use-cases/UC-0002/assessment", CONFLICT)).status).toBe(403);
  });

  test("sets aside what its member said before: scores, rounds and votes stay to be read, and count no more", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit, standing, useCaseId } = await committee(app);
    await submit(hugo, 5, 2);
    await submit(ines, 1, 2);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await claire.submit("/committee", { heldOn: "2026-11-20", quorum: 1 });
    await claire.submit("/committee/1", { intent: "agenda-add", reference: "UC-0001" });
    const all = [hugo, ines, claire].map(({ id }) => String(id));
    await claire.submit("/committee/1", { intent: "attendance", version: "1", "present[]": all });
    await ines.submit("/committee/1", { intent: "vote", reference: "UC-0001", vote: "reject", why: "Trop cher" });
    await hugo.submit("/committee/1", { intent: "vote", reference: "UC-0001", vote: "approve", why: "" });
    expect((await hugo.get("/committee/1")).text).toContain("1 pour rejeter");
    await claire.submit(PAGE, ROUND);
    expect(await standing()).toMatchObject({ value: 50, contested: 4 });

    await ines.submit(PAGE, CONFLICT);
    expect(await standing()).toMatchObject({ value: 100, contested: 0 });
    const seen = await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    expect(seen.text).toContain("Inès Morel : notes non comptées, conflit d’intérêts déclaré le");
    expect(seen.text).toContain("1 (conflit)");
    const byMember = await resultsByMember(app.database, actorOf(claire.id, "executive"), [useCaseId]);
    expect([...(byMember.get(useCaseId)?.keys() ?? [])]).toEqual([hugo.id]);
    const session = await hugo.get("/committee/1");
    expect(session.text).not.toContain("1 pour rejeter");
    expect(session.text).toContain("non compté");
    expect(session.text).toContain("Trop cher");
    expect((await claire.get("/assess/agreement")).text).not.toContain("Inès Morel");

    await ines.submit(PAGE, { intent: "withdraw-conflict" });
    expect(await standing()).toMatchObject({ value: 50, contested: 4 });
    expect((await hugo.get("/committee/1")).text).toContain("1 pour rejeter");
  });

  test("sets aside the score that a chair had put beside the computed one, and refuses another", async () => {
    const app = await openApp();
    const { hugo, claire, submit, standing } = await committee(app);
    await submit(hugo, 3, 3);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    const computed = (await standing())?.value;
    const put = { intent: "override", axis: "value", score: "91", reason: "Ouvre trois autres cas" };
    const versions = { "version.value": "0", "version.complexity": "0" };
    await claire.submit(PAGE, { ...put, ...versions });
    expect(await standing()).toMatchObject({ value: 91 });

    await claire.submit(PAGE, CONFLICT);
    expect((await standing())?.value).toBe(computed);
    const seen = await hugo.get(PAGE);
    expect(seen.text).toContain("la note 91 posée par Claire");
    expect(seen.text).toContain("n’est pas comptée");
    expect(seen.text).not.toContain("Posée par Claire");
    const again = await claire.post(PAGE, { ...put, "version.value": "1", "version.complexity": "0" });
    expect(again.status).toBe(409);
    expect(await checkScores(app.database)).toEqual([]);

    await claire.submit(PAGE, { intent: "withdraw-conflict" });
    expect(await standing()).toMatchObject({ value: 91 });
    expect((await hugo.get(PAGE)).text).toContain("Posée par Claire");
  });

  test("that was declared in a round outlives it", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit, standing } = await committee(app);
    await submit(hugo, 5, 2);
    await submit(ines, 1, 2);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await claire.submit(PAGE, ROUND);
    await ines.submit(PAGE, CONFLICT);
    await claire.submit(PAGE, { intent: "withdraw-round" });
    expect(await standing()).toMatchObject({ value: 100, assessments: 1 });
    expect((await ines.get(PAGE)).text).toContain("Mon frère vend cet outil");
  });

  test("goes along into the next round, and ends with the stage", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit, useCaseId } = await committee(app);
    await submit(hugo, 5, 2);
    await ines.submit(PAGE, CONFLICT);
    await claire.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await claire.submit(PAGE, ROUND);
    expect((await ines.get(PAGE)).text).toContain("Mon frère vend cet outil");
    expect((await ines.get("/assess")).text).toContain("Tout est évalué");
    const carried = and(eq(assessments.useCaseId, useCaseId), eq(assessments.conflicted, true));
    expect(await app.database.select().from(assessments).where(carried)).toHaveLength(2);
    await app.database.write(async (tx) => {
      const { useCases } = await import("#db/schema.server");
      await tx.update(useCases).set({ stage: "approved" }).where(eq(useCases.id, useCaseId));
    });
    expect((await ines.get(PAGE)).text).toContain("Hugo Petit");
  });
});

describe("The agreement of the committee", () => {
  test("is told by axis with how many members and cases, and says why where there is none", async () => {
    const app = await openApp();
    const { hugo, ines, scores } = await committee(app);
    await addCase(app, "UC-0002");
    await addCase(app, "UC-0003");
    const give = (person: Person, reference: string, value: number, complexity: number) =>
      person.submit(`/use-cases/${reference}/assessment`, {
        ...scores(value, complexity),
        intent: "submit",
        version: "0",
      });
    const reader = await app.signedIn("Hélène Darcy", { roles: ["executive"] });
    expect((await reader.get("/assess/agreement")).text).toContain("il faut deux membres");
    for (const [reference, value] of [
      ["UC-0001", 1],
      ["UC-0002", 3],
      ["UC-0003", 5],
    ] as const) {
      await give(hugo, reference, value, 3);
      await give(ines, reference, Math.max(1, value - 1), 3);
    }
    const few = await reader.get("/assess/agreement");
    expect(few.text).toContain("avec 2 membres et 3 cas, le hasard seul met tout le monde d’accord une fois sur 6");
    expect(few.text).not.toContain("L’accord est fort");
    await addCase(app, "UC-0004");
    await give(hugo, "UC-0004", 4, 3);
    await give(ines, "UC-0004", 3, 3);
    const page = await reader.get("/assess/agreement");
    expect(page.text).toContain("L’accord est fort : 2 membres, 4 cas.");
    expect(page.text).toContain("une fois sur 24");
    expect(page.text).toContain("chaque membre a donné la même note à tous les cas");
    expect(page.text).toContain("Le hasard donnerait 0,5");
    expect(page.text).not.toContain("NaN");
    expect((await reader.get("/assess/agreement?set=all&department=999")).text).toContain("Aucun cas noté ici");
    expect((await reader.get("/assess/agreement?set=session-99")).status).toBe(404);
  });

  test("leaves out the cases whose scores its reader may not see, and says so", async () => {
    const app = await openApp();
    const { hugo, ines, claire, submit } = await committee(app);
    await submit(hugo, 5, 2);
    await submit(ines, 1, 2);
    const page = await claire.get("/assess/agreement");
    expect(page.text).toContain("Un cas est laissé de côté");
    expect(page.text).not.toContain("Hugo Petit");
  });
});
