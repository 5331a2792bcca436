import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { caseById } from "#app/use-cases/cases.server";
import { checkIndex, rebuildWords } from "#app/use-cases/check-index.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { checkAbouts, indexCasesLeft, rebuildAbouts } from "#app/use-cases/similar/index-cases.server";
import { compareCases } from "#app/use-cases/similar/pairs.server";
import { similarTo } from "#app/use-cases/similar/similar.server";
import { forgetAbouts } from "#db/abouts.server";
import { auditEvents, caseConcepts, conceptCounts, coSponsors, notifications, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aFirm } from "../support/delivery";
import { measurePairs } from "../support/similar-pairs";
import { plantRegister } from "../support/similar-register";

describe("Similar cases", () => {
  test.each([
    { set: "pairs", pairs: 75, tuning: [0.95, 0.8], heldOut: [0.9, 0.8] },
    { set: "one-language", pairs: 40, tuning: [0.95, 0.85], heldOut: [0.9, 0.8] },
  ] as const)("are found among look-alikes: $set", async ({ set, pairs, tuning, heldOut }) => {
    const app = await openApp();
    const { asked, shownFor } = await plantRegister(app.database, set);
    for (const [half, [recall, precision]] of [
      ["tuning", tuning],
      ["held out", heldOut],
    ] as const) {
      const measured = await measurePairs(
        asked.filter((one) => one.half === half),
        shownFor,
      );
      expect(measured.pairs).toBeGreaterThanOrEqual(pairs);
      expect(measured.lookalikes).toBeGreaterThanOrEqual(pairs);
      expect(measured.recall, half).toBeGreaterThanOrEqual(recall);
      expect(measured.precision, half).toBeGreaterThanOrEqual(precision);
    }
  });
});

const VOLUMES = { peopleAffected: "12", times: "2", timesPer: "week", minutesPerTime: "30", need: "Pareil chez nous" };

describe("Joining a case", () => {
  test("credits a team, adds its volumes up by department, and can be corrected and taken back", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const other = await app.department("LOG", "Logistique");
    const { reference, id } = await firm.newCase({ peopleAffected: 20, times: 6, timesPer: "day", minutesPerTime: 15 });
    const colleague = await app.signedIn("Lou Bernard", { departments: [other] });
    const path = `/use-cases/${reference}/join`;
    expect((await colleague.get(path)).find("select option[selected]").text).toBe("Logistique");
    const joined = await colleague.submit(path, { ...VOLUMES, departmentId: other });
    expect(joined.text).toContain("Lou Bernard");
    // 12 people × 2 a week × 46 weeks × 30 minutes ÷ 60 = 552 hours beside the 6,600 of the case.
    expect(joined.text).toContain("7 152");
    expect((await colleague.post(path, { ...VOLUMES, departmentId: other })).status).toBe(409);
    const second = await app.signedIn("Ana Silva", { departments: [other] });
    await second.submit(path, { ...VOLUMES, peopleAffected: "10", departmentId: other });
    expect((await second.get(path)).text).toContain("7 152");
    const rows = await app.database.select().from(coSponsors).where(eq(coSponsors.useCaseId, id));
    const [mine, theirs] = rows;
    const correction = { ...VOLUMES, departmentId: other, intent: `correct-${theirs?.id}`, id: theirs?.id ?? 0 };
    const refused = await colleague.post(path, { ...correction, version: 1 });
    expect(refused.status).toBe(403);
    await second.submit(path, { ...correction, peopleAffected: "10", additional: "yes", version: 1 });
    expect((await second.get(path)).text).toContain("7 612");
    expect((await second.post(path, { ...correction, version: 1 })).status).toBe(409);
    const card = await firm.owner.get(`/use-cases/${reference}`);
    expect(card.text).toContain("7 612");
    const told = await app.database.select().from(notifications).where(eq(notifications.kind, "joined"));
    expect(new Set(told.map(({ personId }) => personId))).toContain(firm.owner.id);
    expect(await concernedBy(app.database, await caseById(app.database, id))).toContain(colleague.id);
    await colleague.submit(path, { intent: "leave", id: mine?.id ?? 0 });
    expect(await app.database.select().from(coSponsors)).toHaveLength(1);
    const acts = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "co-sponsor"));
    expect(acts).toHaveLength(4);
    expect((await firm.owner.get(`/use-cases/${reference}/activity`)).text).toContain("Ana Silva");
  });

  test("refuses an author's own case in a sentence, and leads them to its volumes", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const other = await app.department("LOG", "Logistique");
    const { reference } = await firm.newCase({ authorId: firm.champion.id, stage: "submitted" });
    const path = `/use-cases/${reference}/join`;
    const page = await firm.champion.get(path);
    expect(page.text).toContain("est déjà le vôtre");
    expect(page.all('main [name="peopleAffected"]')).toEqual([]);
    const refused = await firm.champion.post(path, { ...VOLUMES, departmentId: firm.department });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("est déjà le vôtre")]);
    expect(await app.database.select().from(coSponsors)).toEqual([]);
    const card = await firm.champion.get(`/use-cases/${reference}`);
    expect(card.find(`main a[href="/use-cases/${reference}/edit"]`).text).toBeTruthy();
    expect(card.text).toContain("Corriger mes volumes");
    // A champion of two departments shares it for the other one.
    expect((await firm.champion.post(path, { ...VOLUMES, departmentId: other })).status).toBe(303);
  });

  test("takes a draft along, and gives it back to who leaves", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const { reference } = await firm.newCase();
    const typed = {
      "title.fr": "Lire les remboursements",
      "need.fr": "<b>Le même</b> « besoin » 🧾",
      peopleAffected: "7",
    };
    const kept = await firm.champion.post("/use-cases/new", { ...typed, join: reference });
    expect(kept.location).toBe(`/use-cases/${reference}/join?from=UC-0002#join`);
    const form = await firm.champion.get(`/use-cases/${reference}/join?from=UC-0002`);
    expect(form.find('[name="peopleAffected"]').getAttribute("value")).toBe("7");
    expect(form.find('[name="draft"]').getAttribute("value")).toBe("UC-0002");
    const stranger = await app.signedIn("Paul Petit");
    const joining = { departmentId: firm.department, peopleAffected: "7", draft: "UC-0002" };
    expect((await stranger.post(`/use-cases/${reference}/join`, joining)).status).toBe(404);
    const joined = await firm.champion.submit(`/use-cases/${reference}/join`, joining);
    expect(joined.text).toContain("<b>Le même</b> « besoin » 🧾");
    const card = await firm.champion.get(`/use-cases/${reference}`);
    expect(card.text).toContain("Co-porté par Camille Martin");
    const led = (await firm.champion.get("/use-cases/UC-0002")).location;
    expect(led).toBe(`/use-cases/${reference}?from=UC-0002`);
    expect((await firm.champion.get(led ?? "")).text).toContain(
      `Vous venez du brouillon UC-0002, qui a rejoint ${reference}.`,
    );
    expect(await checkStages(app.database)).toEqual([]);
    const [row] = await app.database.select().from(coSponsors);
    const left = await firm.champion.submit(`/use-cases/${reference}/join`, { intent: "leave", id: row?.id ?? 0 });
    expect(left.find('[name="title.fr"]').getAttribute("value")).toBe("Lire les remboursements");
    const [draft] = await app.database.select().from(useCases).where(eq(useCases.reference, "UC-0002"));
    expect(draft).toMatchObject({ stage: "draft", mergedIntoId: null, stageReason: null });
    expect(await app.database.select().from(coSponsors)).toEqual([]);
  });
});

describe("Probable duplicates", () => {
  test("are compared by themselves, judged by curators, and what they said is remembered", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const first = await firm.newCase({ title: "Classer les réclamations reçues" });
    const second = await firm.newCase({ title: "Classement des réclamations des clients" });
    await firm.newCase({ title: "Prévoir les pannes de froid", need: { fr: "Un meuble tombe en panne le samedi" } });
    const page = "/use-cases/duplicates";
    expect((await firm.owner.get(page)).status).toBe(403);
    expect((await firm.chair.get(page)).text).toContain("Aucune paire");
    await app.database.write(compareCases);
    await app.database.write(compareCases);
    const found = await firm.chair.get(page);
    expect(found.all("tbody tr")).toHaveLength(1);
    const merge = `/use-cases/merge?case=${first.id}&case=${second.id}`;
    expect(found.find(`a[href="${merge}"]`).text).toContain("Fusionner");
    expect((await firm.chair.get(merge)).status).toBe(200);
    const pair = { one: second.id, other: first.id };
    expect((await firm.owner.post(page, { ...pair, apart: "yes" })).status).toBe(403);
    await firm.chair.submit(page, { ...pair, apart: "yes" });
    expect((await firm.chair.get(page)).text).toContain("Aucune paire");
    await app.database.write((tx) => tx.update(useCases).set({ updatedAt: new Date(app.clock.at.getTime() + 1) }));
    await app.database.write(compareCases);
    expect((await firm.chair.get(page)).text).toContain("Aucune paire");
    expect((await firm.chair.get(`${page}?apart=yes`)).all("tbody tr")).toHaveLength(1);
    await firm.chair.submit(`${page}?apart=yes`, { ...pair, apart: "no" });
    expect((await firm.chair.get(page)).all("tbody tr")).toHaveLength(1);
    expect((await firm.chair.get(`${page}?after=nonsense`)).status).toBe(200);
  });
});

describe("The index of similar cases", () => {
  test("reads by itself what it does not know yet, and is proven and rebuilt", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    await firm.newCase({ title: "Classer les réclamations reçues" });
    const asked = { title: { en: "Sorting complaints" }, need: null, departmentId: null };
    expect(await similarTo(app.database, asked, null)).toHaveLength(1);
    expect(await checkAbouts(app.database)).toEqual([]);
    await app.database.write((tx) => forgetAbouts(tx, [1]));
    expect(await similarTo(app.database, asked, null)).toEqual([]);
    await app.database.write(indexCasesLeft);
    expect(await similarTo(app.database, asked, null)).toHaveLength(1);
    await app.database.write((tx) => tx.update(conceptCounts).set({ cases: 7 }));
    expect((await checkAbouts(app.database)).length).toBeGreaterThan(0);
    await app.database.write(rebuildAbouts);
    expect(await checkAbouts(app.database)).toEqual([]);
    expect(await similarTo(app.database, asked, null)).toHaveLength(1);
  });

  test("is proven case by case: words, meanings, and the way back from each meaning", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    const one = await firm.newCase({ title: "Classer les réclamations reçues" });
    await firm.newCase({ title: "Prévoir les pannes de froid" });
    expect(await checkIndex(app.database)).toEqual([]);
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ title: { fr: "Traduire les contrats" } })
        .where(eq(useCases.id, one.id)),
    );
    expect(await checkIndex(app.database)).toEqual([
      { of: one.reference, what: "words" },
      { of: one.reference, what: "meanings" },
    ]);
    await app.database.write(rebuildWords);
    expect(await checkIndex(app.database)).toEqual([]);
    // As many rows as before, and yet another case: the counts alone would not tell.
    const other = { concept: "translate", useCaseId: one.id + 1 };
    await app.database.write(async (tx) => {
      await tx.delete(caseConcepts).where(eq(caseConcepts.concept, "translate"));
      await tx.insert(caseConcepts).values(other);
    });
    expect(await checkAbouts(app.database)).toEqual([]);
    expect(await checkIndex(app.database)).toEqual([{ of: "translate", what: "way back" }]);
    await app.database.write(rebuildAbouts);
    expect(await checkIndex(app.database)).toEqual([]);
  });

  test("takes whatever is typed", async () => {
    const app = await openApp();
    const firm = await aFirm(app);
    await firm.newCase();
    for (const typed of [
      "'; DROP TABLE use_cases; --",
      "\u0000",
      "𝕳𝖊𝖑𝖑𝖔 العربية 中文",
      "%_\\",
      "a".repeat(40_000),
      "«»",
    ]) {
      const query = new URLSearchParams({
        q: typed.slice(0, 3000),
        need: typed.slice(0, 3000),
        department: typed.slice(0, 9),
      });
      expect((await firm.owner.get(`/use-cases/similar?${query}`)).status).toBe(200);
      const asked = { title: { fr: typed }, need: { en: typed }, departmentId: null };
      expect(Array.isArray(await similarTo(app.database, asked, null))).toBe(true);
    }
  });
});
