import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { checkScores, rebuildScores } from "#app/assessment/check-scores.server";
import { activeModel, installScoringModel } from "#app/assessment/model.server";
import { CASEBOOK } from "#app/people/roles";
import { assessments, auditEvents, standings } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { addCase, WHEN } from "../support/standing";

const PAGE = "/use-cases/UC-0001/assessment";

async function committee(app: App) {
  await app.database.write((tx) => installScoringModel(tx, CASEBOOK, WHEN));
  const { criteria } = await activeModel(app.database);
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  const ines = await app.signedIn("Inès Morel", { roles: ["committee"] });
  const useCaseId = await addCase(app, "UC-0001");
  /** Every criterion of an axis the same score. */
  const scores = (value: number, complexity: number) =>
    Object.fromEntries(criteria.map(({ id, axis }) => [`scores.${id}`, axis === "value" ? value : complexity]));
  return { hugo, ines, useCaseId, criteria, scores };
}

/** Where no score was put beside the computed ones yet. */
const OVERRIDE = { intent: "override", "version.value": "0", "version.complexity": "0" };

const submit = (person: Person, scores: Record<string, number>, more: Record<string, string> = {}) =>
  person.submit(PAGE, { ...scores, ...more, intent: "submit", version: "0" });

async function standing(app: App, useCaseId: number) {
  const [row] = await app.database.select().from(standings).where(eq(standings.useCaseId, useCaseId));
  if (!row) throw new Error("no standing");
  return row;
}

describe("Assessing a case", () => {
  test("is blind until one’s own is submitted, then shows everybody’s with mean and spread", async () => {
    const app = await openApp();
    const { hugo, ines, useCaseId, scores } = await committee(app);
    await submit(hugo, scores(5, 2), { comment: "Un gain évident pour les magasins" });
    const blind = await ines.get(PAGE);
    expect(blind.text).not.toContain("Un gain évident");
    expect(blind.text).not.toContain("Hugo Petit");
    expect(blind.all('input[type="radio"][checked]')).toHaveLength(0);
    const revealed = await submit(ines, scores(3, 2));
    expect(revealed.text).toContain("Un gain évident");
    expect(revealed.text).toContain("Hugo Petit");
    // A conflict of interest may still be declared: nothing else is asked.
    expect(revealed.all("form.form").map((form) => form.text)).toEqual([
      expect.stringContaining("Déclarer ce conflit"),
    ]);
    expect(revealed.find('main a[href="/assess"]').text).toContain("plus rien n’attend");
    expect(await standing(app, useCaseId)).toMatchObject({ value: 75, complexity: 25, assessments: 2, contested: 4 });
  });

  test("leads on to the one that waits longest, and back to the queue with how many remain", async () => {
    const app = await openApp();
    const { hugo, scores } = await committee(app);
    await addCase(app, "UC-0009", { stageSince: "2026-11-10", title: "Prévoir les retours" });
    await addCase(app, "UC-0008", { stageSince: "2026-11-02", title: "Rappeler les stocks" });
    expect((await hugo.get(PAGE)).all('main a[href="/assess"]')).toEqual([]);
    const page = await submit(hugo, scores(4, 2));
    const next = page.find('main a[href="/use-cases/UC-0008/assessment"]');
    expect(next.text).toBe("Évaluer le suivant\u202f: UC-0008 Rappeler les stocks");
    expect(page.find('main a[href="/assess"]').text).toBe("Revenir à la file\u202f: il reste 2 évaluations");
  });

  test("can wait as a draft, which nobody else sees, and whose scores the log does not tell", async () => {
    const app = await openApp();
    const { hugo, ines, useCaseId, scores, criteria } = await committee(app);
    const [first] = criteria;
    await hugo.submit(PAGE, { [`scores.${first?.id}`]: 4, comment: "Pas encore sûr", intent: "save", version: "0" });
    const again = await hugo.get(PAGE);
    expect(again.find(`[name="scores.${first?.id}"][checked]`).getAttribute("value")).toBe("4");
    expect(again.text).toContain("Pas encore sûr");
    const other = await submit(ines, scores(1, 1));
    expect(other.text).not.toContain("Pas encore sûr");
    expect((await standing(app, useCaseId)).assessments).toBe(1);
    const logged = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "assessment"));
    expect(logged[0]?.after).toBe('{"draft":true}');
  });

  test("is refused while a criterion has no score, and keeps what was chosen", async () => {
    const app = await openApp();
    const { hugo, useCaseId, scores, criteria } = await committee(app);
    const partial = scores(4, 4);
    delete partial[`scores.${criteria[0]?.id}`];
    const refused = await hugo.post(PAGE, { ...partial, comment: "À moitié", intent: "submit", version: "0" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("À moitié");
    expect(refused.find(`[name="scores.${criteria[1]?.id}"][checked]`).getAttribute("value")).toBe("4");
    expect((await hugo.post(PAGE, { ...scores(9, 1), intent: "submit", version: "0" })).status).toBe(400);
    expect(await app.database.select().from(assessments)).toHaveLength(0);
    expect((await standing(app, useCaseId)).value).toBeNull();
  });

  test("counts an abstention as said and not as a score", async () => {
    const app = await openApp();
    const { hugo, ines, useCaseId, scores } = await committee(app);
    await hugo.submit(PAGE, { abstain: "yes", comment: "Je connais le fournisseur", intent: "submit", version: "0" });
    expect(await standing(app, useCaseId)).toMatchObject({ value: null, assessments: 0 });
    const page = await submit(ines, scores(5, 1));
    expect(page.text).toContain("Je connais le fournisseur");
    expect(await standing(app, useCaseId)).toMatchObject({ value: 100, complexity: 0, assessments: 1 });
  });

  test("asks who abstains and scores which of the two they mean, and keeps what they typed", async () => {
    const app = await openApp();
    const { hugo, useCaseId, scores, criteria } = await committee(app);
    const both = { ...scores(4, 2), [`comments.${criteria[0]?.id}`]: "Vu ailleurs", abstain: "yes", version: "0" };
    for (const intent of ["submit", "save"]) {
      const refused = await hugo.post(PAGE, { ...both, intent });
      expect(refused.status).toBe(409);
      expect(refused.text).toContain(`sur ${criteria.length} critères`);
      expect(refused.text).toContain("Vu ailleurs");
      expect(refused.all('[type="radio"][checked]')).toHaveLength(criteria.length);
      expect(refused.all('[name="intent"][value="abstain"]')).toHaveLength(1);
    }
    expect((await hugo.get(PAGE)).all('[name="intent"][value="abstain"]')).toHaveLength(0);
    expect(await app.database.select().from(assessments)).toHaveLength(0);
    await hugo.submit(PAGE, { ...both, intent: "abstain" });
    expect(await standing(app, useCaseId)).toMatchObject({ value: null, assessments: 0 });
    expect(await app.database.select().from(assessments)).toMatchObject([{ abstained: true }]);
  });

  test("is not for one’s own case, nor for those outside the committee, nor twice, nor at another stage", async () => {
    const app = await openApp();
    const { hugo, scores } = await committee(app);
    await addCase(app, "UC-0002", { ownerId: hugo.id });
    await addCase(app, "UC-0003", { stage: "approved" });
    const all = { ...scores(3, 3), intent: "submit", version: "0" };
    expect((await hugo.post("/use-cases/UC-0002/assessment", all)).status).toBe(403);
    expect((await hugo.post("/use-cases/UC-0003/assessment", all)).status).toBe(409);
    const champion = await app.signedIn("Awa Diop", { roles: ["champion"] });
    expect((await champion.post(PAGE, all)).status).toBe(403);
    await submit(hugo, scores(3, 3));
    expect((await hugo.post(PAGE, all)).status).toBe(409);
    const queue = await hugo.get("/assess");
    expect(queue.text).toContain("UC-0001");
    expect(queue.text).not.toContain("UC-0003");
  });

  test("may be overridden by the chair with a reason: both scores stay side by side, and the standing follows", async () => {
    const app = await openApp();
    const { hugo, ines, useCaseId, scores } = await committee(app);
    await submit(hugo, scores(3, 3));
    await submit(ines, scores(3, 3));
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const override = { ...OVERRIDE, axis: "value", score: "80", reason: "Ouvre trois autres cas" };
    expect((await hugo.post(PAGE, override)).status).toBe(403);
    expect((await chair.post(PAGE, { ...override, reason: "" })).status).toBeGreaterThanOrEqual(400);
    expect((await chair.post(PAGE, { ...override, score: "101" })).status).toBe(400);
    expect((await chair.get(PAGE)).all('[value="override"]')).toHaveLength(0);
    await chair.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    expect((await chair.get(PAGE)).all('[value="override"]')).toHaveLength(1);
    await chair.submit(PAGE, override);
    const page = await hugo.get(PAGE);
    expect(page.text).toContain("Ouvre trois autres cas");
    expect(page.text).toContain("80");
    expect(page.text).toContain("50");
    expect(await standing(app, useCaseId)).toMatchObject({ value: 80, complexity: 50 });
  });

  test("is proven to stand in the ranking as it was scored, and put right where it does not", async () => {
    const app = await openApp();
    const { hugo, ines, useCaseId, scores } = await committee(app);
    await submit(hugo, scores(4, 2));
    await submit(ines, scores(2, 2));
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    await chair.submit(PAGE, { abstain: "yes", intent: "submit", version: "0" });
    await chair.submit(PAGE, { ...OVERRIDE, axis: "complexity", score: "80", reason: "Deux systèmes anciens" });
    await addCase(app, "UC-0002");
    const right = await standing(app, useCaseId);
    expect(right).toMatchObject({ value: 50, complexity: 80, assessments: 2 });
    expect(await checkScores(app.database)).toEqual([]);
    await app.database.write((tx) => tx.update(standings).set({ value: 90, assessments: 1 }));
    const off = await checkScores(app.database);
    expect(off).toHaveLength(2);
    expect(off[0]).toMatchObject({
      reference: "UC-0001",
      kept: { value: 90, complexity: 80, assessments: 1 },
      computed: { value: 50, complexity: 80, assessments: 2 },
    });
    expect(await app.database.write((tx) => rebuildScores(tx))).toBe(2);
    expect(await checkScores(app.database)).toEqual([]);
    expect(await standing(app, useCaseId)).toEqual(right);
  });
});
