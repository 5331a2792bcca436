import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { aBusinessCase, anAssessedCase, anAssessment, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

describe("Comparing cases", () => {
  test("sets scores, money and safeguards side by side, and says which one wins and what is assumed", async () => {
    const app = await openApp();
    await withRules(app);
    const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const ines = await app.signedIn("Inès Roy", { roles: ["committee"] });
    const good = await anAssessedCase(app, [hugo.id, ines.id], { euros: 30_000, score: 4 });
    const poor = await anAssessedCase(app, [hugo.id], { euros: 5_000, score: 2 });
    const bare = await aCase(app, { stage: "assessment" });
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get(
      `/prioritise/compare?case=${good.reference}&case=${poor.reference.toLowerCase()},${bare.reference}&case=UC-9999`,
    );
    expect(page.status).toBe(200);
    // Nothing is in doubt in either: the better one always wins.
    expect(page.text).toMatch(new RegExp(`${good.reference}\\s: 100`));
    expect(page.text).toContain(`sur un membre, 1 pour ${good.reference}, 0 pour ${poor.reference}`);
    expect(page.text).toContain("Trop peu pour une probabilité");
    expect(page.text).toContain("comme si les deux cas ne dépendaient en rien l’un de l’autre");
    expect(page.text).toMatch(/Introuvable\s: UC-9999/);
    expect(page.text).toContain("4 (de 4 à 4)");
    expect(page.text).toContain("Pas de business case");
    expect(page.text).toContain("1 sur 2");
    expect(page.find("figure.chart script").textContent).toContain(poor.reference);
    expect(page.find("#case-1").getAttribute("value")).toContain(poor.reference);
  });

  test("hides the scores of a case from who still owes their assessment of it, and its place", async () => {
    const app = await openApp();
    await withRules(app);
    const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const blind = await app.signedIn("Inès Roy", { roles: ["committee"] });
    const one = await anAssessedCase(app, [hugo.id], { score: 5 });
    const two = await anAssessedCase(app, [hugo.id], { score: 4 });
    await anAssessment(app, one.id, blind.id, 3);
    const address = `/prioritise/compare?case=${one.reference}&case=${two.reference}`;
    const page = await blind.get(address);
    expect(page.text).toContain("masqué tant que vous n’avez pas évalué");
    expect(page.text).not.toContain("4 (de 4 à 4)");
    expect(page.text).toContain("Personne n’a noté les deux");
    await anAssessment(app, two.id, blind.id, 1);
    const after = await blind.get(address);
    expect(after.text).not.toContain("masqué tant que vous");
    expect(after.text).toContain("sur 2 membres, 2 pour");
  });

  test("asks for two cases, and is reached from the ranking by ticking them", async () => {
    const app = await openApp();
    await withRules(app);
    const hugo = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const one = await anAssessedCase(app, [hugo.id]);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect((await reader.get("/prioritise/compare")).text).toContain("Choisissez au moins deux cas");
    expect((await reader.get(`/prioritise/compare?case=${one.reference}`)).text).toContain("Choisissez au moins deux");
    const program = await aProgram(app, await openSite(app), reader.id, "read");
    const off = "On compare deux à quatre cas différents";
    expect((await reader.get("/prioritise/compare")).text).not.toContain(off);
    const many = ["UC-0001", "UC-0001,UC-0001", "UC-0001,UC-0002,UC-0001", "UC-0001,UC-0002,UC-0003,UC-0004,UC-0005"];
    for (const cases of many) {
      expect((await reader.get(`/prioritise/compare?case=${cases}`)).text, cases).toContain(off);
      const { status, body } = await program.ask("GET", `/comparison?cases=${cases}`);
      expect([status, JSON.stringify(body)], cases).toEqual([
        400,
        expect.stringContaining("Two to four different cases are compared"),
      ]);
    }
    const list = await reader.get("/prioritise");
    const box = list.find('form[action="/prioritise/compare"] input[type="checkbox"]');
    expect(box.getAttribute("value")).toBe(one.reference);
    const draft = await aCase(app, { stage: "draft" });
    await aBusinessCase(app, draft.id);
    const secret = await reader.get(`/prioritise/compare?case=${one.reference}&case=${draft.reference}`);
    expect(secret.text).toMatch(new RegExp(`Introuvable\\s: ${draft.reference}`));
  });
});
