/** The figures of a session open to what they came of on its day, whatever became of the case since. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { decisions } from "#db/schema.server";
import { openApp } from "../support/app";
import { aBusinessCase, anAssessedCase, anAssessment, withRules } from "../support/arbitration";

async function aTable() {
  const app = await openApp();
  await withRules(app);
  const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
  const hugo = await app.signedIn("Hugo Membre", { roles: ["committee", "security"] });
  const ines = await app.signedIn("Ines Membre", { roles: ["committee", "legal"] });
  const one = await anAssessedCase(app, [hugo.id, ines.id], { score: 3, euros: 30_000 });
  const path = "/committee/1";
  await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 1 });
  await chair.submit(path, { intent: "attendance", version: 1, "present[]": [String(chair.id)] });
  await chair.submit(path, { intent: "agenda-add", reference: one.reference });
  const decide = (outcome: string) =>
    chair.submit(path, {
      intent: "decide",
      reference: one.reference,
      outcome,
      reason: "Ainsi",
      relookOn: "2027-03-01",
    });
  return { app, chair, hugo, ines, one, path, decide, record: `${path}/${one.reference}` };
}

const plain = (text: string) => text.replace(/\s/g, " ");

describe("The figures of a session", () => {
  test("lead to today’s pages while they follow the case, and to what they came of once they are frozen", async () => {
    const { hugo, chair, app, one, path, record } = await aTable();
    const places = async () =>
      (await hugo.get(path)).all(`#entry-${one.reference} dl a`).map((link) => link.getAttribute("href"));
    const at = `/use-cases/${one.reference}`;
    const live = [`${at}/assessment#score`, `${at}/assessment#score`, `${at}/business-case`, `${at}/business-case`];
    expect(await places()).toEqual([...live, "/prioritise"]);
    expect((await hugo.get(record)).status).toBe(404);
    await chair.submit(path, { intent: "freeze" });
    const kept = ["#score", "#score", "#business-case", "#business-case", "#rank"].map((anchor) => record + anchor);
    expect(await places()).toEqual(kept);
    await aBusinessCase(app, one.id, 99_000);
    const frozen = await hugo.get(record);
    for (const anchor of ["score", "business-case", "rank"]) expect(frozen.find(`#${anchor}`)).toBeTruthy();
    const lines = frozen.text;
    expect(plain(lines)).toContain("30 000,00 €");
    expect(plain(lines)).not.toContain("99 000,00 €");
    // What moved since leads to where it moved.
    expect(await places()).toContain(`${at}/business-case`);
  });

  test("keep their lines, their scores and the formula of their rank with a decision, and with a session that left one out", async () => {
    const { app, hugo, one, path, decide, record, chair } = await aTable();
    const left = await anAssessedCase(app, [hugo.id], { score: 2 });
    await chair.submit(path, { intent: "agenda-add", reference: left.reference });
    await decide("not-now");
    await aBusinessCase(app, one.id, 99_000);
    await chair.submit(path, { intent: "close", notes: "" });
    const page = await hugo.get(record);
    const rank = page.find("#rank");
    expect(plain(page.find("#rank .figure-value").text)).toBe("1 sur 2");
    expect(page.all("#rank th a").map((link) => link.getAttribute("href"))).toContain("#business-case");
    expect(plain(rank.text)).toContain("Probabilité de succès40 %");
    expect(page.find("#score").text).toContain("Hugo Membre");
    expect(plain(page.find("#business-case").text)).toContain("VAN");
    expect(plain(page.text)).not.toContain("99 000");
    expect(page.all("a").some((link) => link.getAttribute("href") === "/prioritise/filters#probabilities")).toBe(false);
    const other = await hugo.get(`${path}/${left.reference}`);
    expect(other.find("h1").text).toContain("Le dossier figé");
    expect(other.find("#rank").text).toContain("2 sur 2");
  });

  test("say of an older record what was not kept with it, and make up nothing", async () => {
    const { app, hugo, decide, record } = await aTable();
    await decide("approve");
    const [row] = await app.database.select().from(decisions);
    const { round: _, overrides: _overrides, place: _place, ...older } = row?.snapshot ?? {};
    const write = (snapshot: Record<string, unknown>) =>
      app.database.write((tx) =>
        tx
          .update(decisions)
          .set({ snapshot })
          .where(eq(decisions.id, row?.id ?? 0)),
      );
    await write(older);
    const page = await hugo.get(record);
    expect(page.find("#rank").text).toContain("non gardé");
    expect(page.find("#rank").text).toContain("La probabilité de succès de l’étape n’était pas encore gardée");
    expect(page.find("#score").text).toContain("Les notes de chaque membre n’étaient pas encore gardées");
    expect(page.find("#score").text).not.toContain("Hugo Membre");
    const { businessCase: _lines, ...oldest } = older;
    await write(oldest);
    expect((await hugo.get(record)).find("#business-case").text).toContain("seuls les chiffres ont été gardés");
  });

  test("tell no score, rank or filter to who still owes an assessment, through no formula", async () => {
    const { app, chair: presiding, one, path, record } = await aTable();
    const chair = await app.signedIn("Odile Autre", { roles: ["chair"] });
    await presiding.submit(path, { intent: "freeze" });
    const page = await chair.get(record);
    expect(page.text).not.toContain("Hugo Membre");
    for (const anchor of ["score", "rank"]) expect(page.all(`#${anchor}`)).toHaveLength(0);
    expect(page.text).not.toContain("Filtres");
    await anAssessment(app, one.id, chair.id);
    expect((await chair.get(record)).find("#score").text).toContain("Hugo Membre");
  });
});
