import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assess } from "#app/assessment/assess.server";
import { activeModel } from "#app/assessment/model.server";
import { auditEvents, scoringDrafts, standings, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aBusinessCase, actorOf, whenOf, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";

const PATH = "/prioritise/what-if";

/** Two cases that Hugo scored: one that benefits, one that fits the strategy. Both cost 20,000 €. */
async function twoCases(app: App) {
  await withRules(app);
  const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
  const { criteria } = await activeModel(app.database);
  const make = async (best: string, euros: number) => {
    const made = await aCase(app, { stage: "assessment" });
    await app.database.write((tx) => {
      const scores = Object.fromEntries(
        criteria.map(({ id, key, axis }) => [id, key === best ? 5 : axis === "value" ? 2 : 1]),
      );
      const input = { scores, comments: {}, comment: null, abstain: false, submit: true, locale: "fr" as const };
      return assess(tx, actorOf(hugo.id, "committee"), made.id, input, whenOf(app));
    });
    await aBusinessCase(app, made.id, euros);
    await app.database.write((tx) => tx.update(useCases).set({ stage: "approved" }).where(eq(useCases.id, made.id)));
    return made.reference;
  };
  return { useful: await make("benefit", 20_000), strategic: await make("strategy", 90_000) };
}

describe("What if", () => {
  test("changes nothing with today's weights, and says who would move with others, without keeping anything", async () => {
    const app = await openApp();
    const { useful, strategic } = await twoCases(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const today = await reader.get(`${PATH}?weight.value-complexity.benefit=4&value=50`);
    expect(today.text).toContain("Personne ne changerait de place");
    const before = await app.database.select().from(standings);
    // Value of both: 4 × 1 + 6 × 0.25 of 10, and 2 × 1 + 8 × 0.25 of 10: 55 and 40.
    const page = await reader.get(`${PATH}?weight.value-complexity.benefit=0&weight.value-complexity.strategy=9`);
    const row = (reference: string) =>
      page.all("tbody tr").find((each) => each.textContent.includes(reference))?.textContent ?? "";
    expect(row(strategic)).toContain("↑1");
    expect(row(strategic)).toContain("Appoint → Gain rapide");
    expect(row(useful)).toContain("↓1");
    expect(row(useful)).toContain("Gain rapide → Appoint");
    expect(page.find('[name="weight.value-complexity.strategy"]').getAttribute("value")).toBe("9");
    expect(page.all(".scatter-plot a")[0]?.getAttribute("aria-label")).toContain(strategic);
    expect(await app.database.select().from(standings)).toEqual(before);
    // Every rank, and every figure that orders a quadrant, opens to why: with these weights, and with today's beside them.
    const table = (await reader.get(`${PATH}?y=perCost&x=riskAdjusted`)).all("#map-table tbody tr");
    for (const one of table) {
      const links = one.querySelectorAll("a").map((link) => link.getAttribute("href") ?? "");
      expect(links.filter((href) => href.endsWith("#why"))).toHaveLength(3);
    }
    const link = page.all("#changes a").find((one) => one.getAttribute("href")?.endsWith("#why"));
    const opened = await reader.get((link?.getAttribute("href") ?? "").replace(/#.*/, ""));
    const why = opened.find("#why").textContent;
    expect(why).toMatch(/Pourquoi le rang 1.*Valeur77.*Complexité.*Valeur aujourd’hui40.*Rang aujourd’hui2/s);
    expect(opened.all("#why details[open]")).toHaveLength(1);
    expect((await reader.get(`${PATH}?why=999999`)).all("#why")).toHaveLength(0);
    // The thresholds alone part them anew.
    const parted = await reader.get(`${PATH}?value=60`);
    expect(parted.text).toContain("Gain rapide → Appoint");
  });

  test("names first who comes within the budget and who falls out of it", async () => {
    const app = await openApp();
    const { useful, strategic } = await twoCases(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get(
      `${PATH}?budget=25000&weight.value-complexity.benefit=0&weight.value-complexity.strategy=9`,
    );
    expect(page.text).toContain("Entre dans le budget");
    expect(page.text).toContain("Sort du budget");
    for (const reference of [useful, strategic]) expect(page.text).toContain(reference);
  });

  test("keeps today's weights of an axis that would have none left, and says so", async () => {
    const app = await openApp();
    await twoCases(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const none = ["benefit", "strategy", "reach", "experience"]
      .map((key) => `weight.value-complexity.${key}=0`)
      .join("&");
    const page = await reader.get(`${PATH}?${none}`);
    expect(page.text).toContain("Un axe sans aucun poids ne dit plus rien");
    expect(page.text).toContain("Personne ne changerait de place");
  });

  test("tells nobody the scores of a case that they still owe an assessment", async () => {
    const app = await openApp();
    const { useful } = await twoCases(app);
    await app.database.write((tx) => tx.update(useCases).set({ stage: "assessment" }));
    const owes = await app.signedIn("Inès Roy", { roles: ["committee"] });
    const page = await owes.get(`${PATH}?weight.value-complexity.benefit=0&weight.value-complexity.strategy=9`);
    expect(page.text).not.toContain(useful);
    expect(page.text).toContain("leurs notes sont masquées");
    expect(page.all(".scatter-plot a")).toHaveLength(0);
  });

  test("leads the chair to a draft with these weights, and nobody else", async () => {
    const app = await openApp();
    await twoCases(app);
    const chair = await app.signedIn("Claire Roy", { roles: ["chair"] });
    const member = await app.signedIn("Hugo Roy", { roles: ["committee"] });
    const asked = `${PATH}?weight.value-complexity.strategy=9`;
    const { id } = await activeModel(app.database);
    const form = (await chair.get(asked)).find('form:has([name="weights.strategy"])');
    expect(form.querySelector('[name="weights.strategy"]')?.getAttribute("value")).toBe("9");
    expect((await member.get(asked)).all('[name="weights.strategy"]')).toHaveLength(0);
    const sent = { intent: "begin-next", modelId: String(id), "weights.strategy": "9" };
    expect((await member.post(PATH, sent)).status).toBe(403);
    await chair.submit(PATH, sent);
    const [draft] = await app.database.select().from(scoringDrafts);
    expect(draft?.content.criteria.map(({ key, weight }) => [key, weight]).slice(0, 2)).toEqual([
      ["benefit", 4],
      ["strategy", 9],
    ]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "scoring-model.edit"));
    expect(events.length).toBeGreaterThan(0);
    const again = await chair.post(PATH, sent);
    expect(again.status).toBe(409);
    expect(again.text).toContain("en cours d’écriture");
  });
});
