import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { activeModel } from "#app/assessment/model.server";
import {
  assessmentScores,
  assessments,
  auditEvents,
  criteria,
  scoringDrafts,
  scoringModels,
  standings,
} from "#db/schema.server";
import { type App, openApp, type Page, type Person } from "../support/app";
import { anAssessedCase, withRules } from "../support/arbitration";
import { addCase } from "../support/standing";

/** The draft's form as a browser would send it, with what is changed in it. */
function sent(page: Page, changes: Record<string, string>): Record<string, string> {
  const form = page.find('form:has([name="act"])');
  const values: Record<string, string> = {};
  for (const field of form.querySelectorAll("input, textarea")) {
    const name = field.getAttribute("name") ?? "";
    const box = field.getAttribute("type") === "checkbox";
    if (!name || (box && field.getAttribute("checked") === undefined)) continue;
    values[name] = field.tagName === "TEXTAREA" ? field.text : (field.getAttribute("value") ?? "");
  }
  for (const field of form.querySelectorAll("select")) {
    const chosen = field.querySelector("option[selected]") ?? field.querySelector("option");
    values[field.getAttribute("name") ?? ""] = chosen?.getAttribute("value") ?? "";
  }
  return { ...values, act: "save", ...changes };
}

async function house(app: App) {
  await withRules(app);
  const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  return { chair, hugo };
}

/** Begins the next version of what is in force; the address of its draft. */
async function begin(app: App, person: Person): Promise<string> {
  const { id } = await activeModel(app.database);
  await person.submit(`/assess/models/${id}`, { intent: "begin-next", modelId: String(id) });
  const [draft] = await app.database.select().from(scoringDrafts);
  return `/assess/models/drafts/${draft?.id}`;
}

const publish = (person: Person, at: string, version: string) => person.submit(`${at}/preview`, { version });

describe("The next version of a scoring model", () => {
  test("becomes a model of its own once, however often its button is pressed", async () => {
    const app = await openApp();
    const { chair } = await house(app);
    const { id } = await activeModel(app.database);
    const at = `/assess/models/${id}`;
    const form = (await chair.get(at)).all("form").find((one) => one.querySelector('[value="begin-copy"]'));
    const once = form?.querySelector('[name="once"]')?.getAttribute("value") ?? "";
    const press = () => chair.submit(at, { intent: "begin-copy", modelId: String(id), once });
    await press();
    await press();
    expect(await app.database.select().from(scoringDrafts)).toHaveLength(1);
  });

  test("is written in a form that adds, moves and removes criteria, and keeps what was written", async () => {
    const app = await openApp();
    const { chair } = await house(app);
    const at = await begin(app, chair);
    const first = await chair.get(at);
    expect(first.find('[name="criteria.0.name.fr"]').getAttribute("value")).toBe("Bénéfice métier");
    await chair.submit(at, sent(first, { "criteria.0.weight": "5,5", act: "add" }));
    const added = await chair.get(at);
    expect(added.find('[name="criteria.0.weight"]').getAttribute("value")).toBe("5,5");
    expect(added.all('[name$=".key"]')).toHaveLength(10);
    expect(added.text).toContain("2 points à compléter avant de publier");
    await chair.submit(at, sent(added, { act: "up-9" }));
    await chair.submit(at, sent(await chair.get(at), { act: "remove-0" }));
    const left = (await chair.get(at)).all('[name$=".key"]').map((field) => field.getAttribute("value"));
    expect(left).toHaveLength(9);
    expect(left[0]).toBe("strategy");
    expect(left.at(-2)).toMatch(/^criterion-/);
  });

  test("is refused while it is not complete, and keeps what was typed when it is malformed", async () => {
    const app = await openApp();
    const { chair } = await house(app);
    const at = await begin(app, chair);
    const page = await chair.get(at);
    const wrong = await chair.post(at, sent(page, { "criteria.1.weight": "beaucoup", "name.fr": "Notre modèle" }));
    expect(wrong.status).toBe(400);
    expect(wrong.find('[name="name.fr"]').getAttribute("value")).toBe("Notre modèle");
    expect(wrong.find('[name="criteria.1.weight"]').getAttribute("value")).toBe("beaucoup");
    await chair.submit(at, sent(page, { "criteria.0.anchors.2.fr": "", "criteria.0.anchors.2.en": "" }));
    const preview = await chair.get(`${at}/preview`);
    expect(preview.all('[name="version"]')).toHaveLength(0);
    const refused = await chair.post(`${at}/preview`, { version: "2" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Un point reste à compléter");
  });

  test("shows whose place it would change before it is published, and publishing changes no past score", async () => {
    const app = await openApp();
    const { hugo } = await house(app);
    const high = await anAssessedCase(app, [hugo.id], { chairsOwe: true, title: "Relire les contrats", score: 4 });
    const low = await anAssessedCase(app, [hugo.id], { chairsOwe: true, title: "Trier les courriels", score: 2 });
    const { criteria: asked } = await activeModel(app.database);
    const last = asked.length - 1;
    // The first case is hard in all but the last criterion: at 70 or less of complexity it would pass the filter.
    const [mine] = await app.database.select().from(assessments).where(eq(assessments.useCaseId, high.id));
    await app.database.write(async (tx) => {
      const on = eq(assessmentScores.criterionId, asked[last]?.id ?? 0);
      await tx
        .update(assessmentScores)
        .set({ score: 1 })
        .where(and(on, eq(assessmentScores.assessmentId, mine?.id ?? 0)));
    });
    const [before] = await app.database.select().from(standings).where(eq(standings.useCaseId, high.id));
    const admin = await app.signedIn("Sami Rekik", { roles: ["admin"] });
    const at = await begin(app, admin);
    const heavier = { [`criteria.${last}.weight`]: "10", "name.fr": "Valeur et effort", act: "preview" };
    await admin.submit(at, sent(await admin.get(at), heavier));
    const moved = await admin.get(`${at}/preview`);
    expect(moved.text).toContain("Changeraient de place2");
    expect(moved.text).toContain("une place gagnée");
    expect(moved.text).toContain("une place perdue");
    expect(moved.text).toContain(high.reference);
    expect(moved.all('.figure a[href="#moved"]')).toHaveLength(1);
    expect(moved.find("#changes").textContent).toContain("Poids110");
    const version = moved.find('[name="version"]').getAttribute("value") ?? "";
    const done = await publish(admin, at, version);
    expect(done.text).toContain("version 2");
    expect(done.find("#changes").textContent).toContain("Ce qui change depuis la version 1");
    expect(done.all("#changes tbody tr").map(({ textContent }) => textContent)).toEqual([
      "Le modèleNomValeur et complexitéValeur et effort",
      expect.stringContaining("Poids110"),
    ]);
    const [after] = await app.database.select().from(standings).where(eq(standings.useCaseId, high.id));
    expect(after).toEqual(before);
    expect((await admin.get(`/use-cases/${low.reference}/assessment`)).text).toContain(
      "Valeur et complexité, version 1",
    );
    const [published] = await app.database
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.act, "scoring-model.edit"))
      .limit(1);
    expect(published).toBeDefined();
  });

  test("says which cases lack a score for a new criterion, instead of guessing it", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    await anAssessedCase(app, [hugo.id, chair.id], { chairsOwe: true, score: 4 });
    await anAssessedCase(app, [hugo.id, chair.id], { chairsOwe: true, score: 2 });
    const at = await begin(app, chair);
    await chair.submit(at, sent(await chair.get(at), { act: "add" }));
    const page = await chair.get(at);
    await chair.submit(at, sent(page, { "criteria.9.name.fr": "Sobriété", act: "preview" }));
    const preview = await chair.get(`${at}/preview`);
    expect(preview.text).toContain("Sobriété");
    expect(preview.text).toContain("Là où une note manque, rien ne peut être dit");
    // No case could be weighed: «0» would say that no place changes.
    expect(preview.text).toContain("aucun cas ne peut être pesé");
    expect(preview.find('.figure a[href="#staying-lacking"]').text).toBe("2");
    expect(preview.all('#staying-lacking a[href^="/use-cases/UC-"]')).toHaveLength(2);
    expect(preview.find("#changes").textContent).toContain("Ajouté");
    expect(preview.text).toContain("Qui changerait de place ne peut pas encore être dit");
    expect(preview.text).not.toContain("Personne ne changerait de place");
    expect(preview.text).not.toMatch(/Place[^.]{0,40}0 ?sur/);
  });

  test("does not tell, by its preview, the scores that its reader still may not see", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    await anAssessedCase(app, [hugo.id], { chairsOwe: true, score: 4 });
    const at = await begin(app, chair);
    const preview = await chair.get(`${at}/preview`);
    expect(preview.text).toContain("Un cas est laissé de côté");
    expect(preview.text).not.toContain("valeur 75");
  });

  test("is one draft a model, refused to who may not write it, and not overwritten unseen", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    const at = await begin(app, chair);
    const { id } = await activeModel(app.database);
    expect((await chair.post(`/assess/models/${id}`, { intent: "begin-next", modelId: String(id) })).status).toBe(409);
    expect((await hugo.get(at)).status).toBe(403);
    expect((await hugo.post("/assess/models", { intent: "begin-shipped", line: "rice" })).status).toBe(403);
    expect((await hugo.get(`/assess/models/${id}`)).status).toBe(200);
    const seen = await chair.get(at);
    await chair.submit(at, sent(seen, { "name.fr": "Premier" }));
    const stale = await chair.post(at, sent(seen, { "name.fr": "Second" }));
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Premier");
    expect(stale.find('[name="name.fr"]').getAttribute("value")).toBe("Second");
    expect((await chair.post(`${at}/preview`, { version: "1" })).status).toBe(409);
    await chair.submit(at, { intent: "discard" });
    expect(await app.database.select().from(scoringDrafts)).toHaveLength(0);
  });
});

describe("A published version", () => {
  test("scores what is begun after it; a round that was begun before goes on with its own", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    const old = await activeModel(app.database);
    await addCase(app, "UC-0001");
    await addCase(app, "UC-0002");
    const all = Object.fromEntries(old.criteria.map(({ id }) => [`scores.${id}`, "3"]));
    await hugo.submit("/use-cases/UC-0001/assessment", { ...all, intent: "submit", version: "0" });
    const opened = await chair.get("/use-cases/UC-0002/assessment");
    const at = await begin(app, chair);
    await publish(chair, at, "1");
    expect((await chair.get("/use-cases/UC-0001/assessment")).text).toContain("version 1");
    expect((await chair.get("/use-cases/UC-0002/assessment")).text).toContain("version 2");
    expect(opened.text).toContain("version 1");
    const late = await chair.post("/use-cases/UC-0002/assessment", { ...all, intent: "submit", version: "0" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Une nouvelle version du modèle est entrée en vigueur");
    expect(late.all('[name^="scores."]')).toHaveLength(old.criteria.length * 5);
    await chair.submit("/use-cases/UC-0001/assessment", { ...all, intent: "submit", version: "0" });
    const used = await app.database.select().from(assessments);
    expect(new Set(used.map(({ modelId }) => modelId))).toEqual(new Set([old.id]));
  });

  test("carries over a draft of scores that was begun with the one before", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    const { criteria: asked } = await activeModel(app.database);
    await addCase(app, "UC-0001");
    const [first] = asked;
    await hugo.submit("/use-cases/UC-0001/assessment", { [`scores.${first?.id}`]: "4", intent: "save", version: "0" });
    await publish(chair, await begin(app, chair), "1");
    const [same] = (await app.database.select().from(criteria).where(eq(criteria.key, "benefit"))).slice(-1);
    const page = await hugo.get("/use-cases/UC-0001/assessment");
    expect(page.find(`[name="scores.${same?.id}"][checked]`).getAttribute("value")).toBe("4");
  });

  test("can be for one department alone, and withdrawn; never leaving the others without one", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    const departmentId = await app.department("LOG");
    await addCase(app, "UC-0001", { departmentId });
    await addCase(app, "UC-0002");
    await chair.submit("/assess/models", { intent: "begin-shipped", line: "rice" });
    const [draft] = await app.database.select().from(scoringDrafts);
    const at = `/assess/models/drafts/${draft?.id}`;
    await chair.submit(at, sent(await chair.get(at), { "departmentIds[]": String(departmentId) }));
    await publish(chair, at, "2");
    const [rice] = await app.database.select().from(scoringModels).where(eq(scoringModels.line, "rice"));
    expect(rice).toMatchObject({ active: true, number: 1, scheme: "product-ratio", departmentIds: [departmentId] });
    const asked = await app.database
      .select()
      .from(criteria)
      .where(eq(criteria.modelId, rice?.id ?? 0));
    const all = Object.fromEntries(asked.map(({ id, key }) => [`scores.${id}`, key === "rice-confidence" ? "5" : "3"]));
    const scored = await hugo.submit("/use-cases/UC-0001/assessment", { ...all, intent: "submit", version: "0" });
    // 250 × 1 × 100 % ÷ 3.
    expect(scored.text).toContain("83,33");
    expect(scored.text).toContain("RICE, version 1");
    expect((await hugo.get("/use-cases/UC-0002/assessment")).text).toContain("Valeur et complexité, version 1");
    const general = await activeModel(app.database);
    const refused = await chair.post(`/assess/models/${general.id}`, { intent: "withdraw" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Il ne resterait aucun modèle");
    await chair.submit(`/assess/models/${rice?.id}`, { intent: "withdraw" });
    expect((await chair.post(`/assess/models/${rice?.id}`, { intent: "withdraw" })).status).toBe(409);
    // What was scored with it keeps it.
    expect((await hugo.get("/use-cases/UC-0001/assessment")).text).toContain("83,33");
  });

  test("scores a third axis where it has one, and shows it with its own formula", async () => {
    const app = await openApp();
    const { chair, hugo } = await house(app);
    await addCase(app, "UC-0001");
    const at = await begin(app, chair);
    await chair.submit(at, sent(await chair.get(at), { "criteria.8.axis": "risk" }));
    await publish(chair, at, "2");
    const { criteria: asked } = await activeModel(app.database);
    const all = Object.fromEntries(asked.map(({ id, axis }) => [`scores.${id}`, axis === "risk" ? "4" : "3"]));
    const page = await hugo.submit("/use-cases/UC-0001/assessment", { ...all, intent: "submit", version: "0" });
    expect(page.text).toContain("Risque");
    expect((await app.database.select().from(standings)).map(({ risk }) => risk)).toEqual([75]);
  });
});
