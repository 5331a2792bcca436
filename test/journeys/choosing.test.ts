import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { workOut } from "#app/committee/choosing/scenarios.server";
import { minor } from "#app/kernel/money";
import { auditEvents, caseLinks, choiceScenarios, standings, trustCards } from "#db/schema.server";
import { type App, openApp, type Page, type Person } from "../support/app";
import { addCase } from "../support/standing";

const worth = (npv: number, cost: number) => ({ npvP50Minor: minor(npv * 100), totalCostMinor: minor(cost * 100) });

/** Five cases: at 0.4 and 0.5 of their NPV they are worth 40, 50, 30, 12 thousand; the fifth has no business case. */
async function portfolio(app: App) {
  const store = await app.department("MAG", "Magasins");
  const a = await addCase(app, "UC-0001", { standing: worth(100_000, 50_000), departmentId: store });
  const b = await addCase(app, "UC-0002", { standing: worth(100_000, 40_000), stage: "approved" });
  const c = await addCase(app, "UC-0003", { standing: worth(75_000, 30_000) });
  const d = await addCase(app, "UC-0004", { standing: worth(30_000, 20_000), departmentId: store });
  await addCase(app, "UC-0005", {});
  await addCase(app, "UC-0006", { stage: "production", standing: worth(900_000, 1_000) });
  return { store, a, b, c, d };
}

/** Works a scenario out through the form and answers its page, once it is done. */
async function workedOut(person: Person, fields: Record<string, string>) {
  const posted = await person.post("/prioritise/choice", { intent: "work-out", name: "Essai", ...fields });
  expect(posted.status).toBe(303);
  for (let look = 0; look < 200; look++) {
    const page = await person.get(posted.location ?? "");
    if (!page.text.includes("Le calcul est en cours")) return { page, path: posted.location ?? "" };
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("It was never worked out");
}

const rowsOf = (page: Page, caption: RegExp) =>
  page
    .all("table")
    .filter((table) => caption.test(table.querySelector("caption")?.textContent ?? ""))
    .flatMap((table) =>
      table.querySelectorAll("tbody > tr").flatMap((row) => /UC-\d{4}/.exec(row.textContent)?.[0] ?? []),
    );

describe("The choice of a portfolio", () => {
  test("shows what to choose under a budget, with the reason of each, and what lacks a figure", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const { page } = await workedOut(chair, { name: "Prudent", budget: "80 000" });
    expect(page.text).toContain("2 cas retenus");
    expect(rowsOf(page, /cas retenus$/)).toEqual(["UC-0002", "UC-0003"]);
    // What a case is worth and what it costs lead to the lines that they are made of.
    expect(page.all('#chosen a[href="/use-cases/UC-0002/business-case"]')).toHaveLength(2);
    expect(rowsOf(page, /non retenus/)).toEqual(["UC-0001", "UC-0004"]);
    expect(page.text.replace(/\s/g, " ")).toContain(
      "Non retenu : l’imposer ferait perdre 10 000 €. Sortirait : UC-0002.",
    );
    expect(page.text).toContain("Optimal : aucun autre choix ne vaut plus.");
    expect(page.text.replace(/\s/g, " ")).toContain("50 000 €VAN P50 100 000 € × 50 %");
    const opened = page.all("details.formula").map(({ text }) => text.replace(/\s/g, " "));
    const cost = opened.find((text) => text.includes("Somme des coûts totaux des cas choisis"));
    expect(cost).toMatch(/UC-0002[^€]*40 000 €.*UC-0003[^€]*30 000 €.*70 000 €/);
    expect(opened.some((text) => text.includes("le choix est refait chaque fois"))).toBe(true);
    expect(rowsOf(page, /laissé de côté/)).toEqual(["UC-0005"]);
    expect(page.text).not.toContain("UC-0006");
    expect(page.find("figure.chart script").textContent).toContain("Valeur attendue");
    const [event] = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "choice-scenario"));
    expect(event).toMatchObject({ act: "portfolio.choose", actorName: "Claire Bonnet" });
  });

  test("keeps minimums, caps, forced, exclusive and built-on cases, and people", async () => {
    const app = await openApp();
    const { store, a, c } = await portfolio(app);
    await app.database.write(async (tx) => {
      await tx.insert(trustCards).values({ useCaseId: c, aiActClass: "high" });
      await tx.insert(caseLinks).values({ fromId: c, toId: a, kind: "builds-on", at: new Date(0) });
    });
    const member = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const choose = async (fields: Record<string, string>) =>
      rowsOf((await workedOut(member, fields)).page, /cas retenus?$/);
    expect(await choose({ budget: "60 000", [`department.${store}.count`]: "1" })).toEqual(["UC-0002", "UC-0004"]);
    expect(await choose({ "class.unclassified.share": "0" })).toEqual([]);
    expect(await choose({ budget: "100 000", "class.high.count": "0", include: "uc-0004" })).toEqual([
      "UC-0002",
      "UC-0004",
    ]);
    expect(await choose({ exclusive: "UC-0001 UC-0002", budget: "90 000" })).toEqual(["UC-0001", "UC-0003"]);
    expect(await choose({ exclude: "UC-0001" })).toEqual(["UC-0002", "UC-0004"]);
    expect(await choose({ people: "2", assumedPeople: "1" })).toEqual(["UC-0002", "UC-0001"]);
    expect(await choose({ people: "2" })).toEqual([]);
  });

  test("names the constraints that conflict", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const { page } = await workedOut(chair, { budget: "60 000", include: "UC-0001, UC-0003", exclude: "UC-0004" });
    expect(page.text).toContain("Ces contraintes s’opposent");
    expect(page.all("main li").map((one) => one.textContent.replace(/\s+/g, " "))).toEqual(
      expect.arrayContaining(["Budget, au plus 60 000 €", "UC-0001 imposé", "UC-0003 imposé"]),
    );
    expect(page.text).not.toContain("UC-0004 écarté");
  });

  test("keeps each scenario with the figures of its day, and compares them", async () => {
    const app = await openApp();
    const { b } = await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const first = await workedOut(chair, { name: "Prudent", budget: "80 000" });
    await app.database.write((tx) =>
      tx
        .update(standings)
        .set({ npvP50Minor: minor(0) })
        .where(eq(standings.useCaseId, b)),
    );
    await workedOut(chair, { name: "Large", budget: "140 000", exclude: "UC-0001" });
    const again = await chair.get(first.path);
    expect(rowsOf(again, /cas retenus$/)).toEqual(["UC-0002", "UC-0003"]);
    const list = await chair.get("/prioritise/choice?compare=1&compare=2");
    expect(list.text).toContain("Les cas retenus par l’un ou l’autre");
    expect(rowsOf(list, /l’un ou l’autre/)).toEqual(["UC-0002", "UC-0003", "UC-0004"]);
    const from = await chair.get("/prioritise/choice?from=2");
    expect(from.find('[name="exclude"]').textContent).toContain("UC-0001");
    expect(from.find('[name="budget"]').getAttribute("value")).toBe("140000");
  });

  test("turns away what makes no sense with a sentence, and keeps what was typed", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const post = (fields: Record<string, string>) =>
      chair.post("/prioritise/choice", { intent: "work-out", name: "Essai", ...fields });
    const ABSURD: [fields: Record<string, string>, says: string][] = [
      [{ budget: "-5" }, "trop petit"],
      [{ budget: "1000000000000000000" }, "trop grand"],
      [{ budget: "NaN" }, "nombre"],
      [{ name: "" }, "nécessaire"],
      [{ include: "UC-9999" }, "Aucun candidat ne s’appelle « UC-9999 »."],
      [{ include: "UC-0001", exclude: "UC-0001" }, "imposé et écarté à la fois"],
      [{ "class.high.share": "120" }, "trop grand"],
    ];
    for (const [fields, says] of ABSURD) {
      const page = await post(fields);
      expect(page.status, says).toBe(400);
      expect(page.text.replace(/\s/g, " "), JSON.stringify(fields)).toContain(says);
      expect(page.find('[name="name"]').getAttribute("value")).toBe(fields.name ?? "Essai");
    }
    expect(await app.database.select({ id: choiceScenarios.id }).from(choiceScenarios)).toEqual([]);
  });

  test("is worked out by the committee and read by everybody", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const { path } = await workedOut(chair, { budget: "90 000" });
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect((await reader.get(path)).status).toBe(200);
    expect((await reader.get("/prioritise/choice")).all('[name="budget"]')).toHaveLength(0);
    const refused = await reader.post("/prioritise/choice", { intent: "work-out", name: "x" });
    expect(refused.status).toBe(403);
    expect((await reader.get("/prioritise/choice/99")).status).toBe(404);
  });

  test("can be stopped, and stays so whatever the solver answers later", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const { path } = await workedOut(chair, { budget: "90 000" });
    await app.database.write((tx) => tx.update(choiceScenarios).set({ status: "running", result: null }));
    const running = await chair.get(path);
    expect(running.text).toContain("Le calcul est en cours");
    expect(running.headers.get("Refresh")).toBe("2");
    const working = workOut(app.database, 1);
    expect((await chair.post(path, { intent: "cancel" })).status).toBe(303);
    await working;
    expect((await chair.get(path)).text).toContain("Quelqu’un a arrêté ce calcul");
    expect((await chair.post(path, { intent: "cancel" })).status).toBe(409);
    await app.database.write((tx) => tx.update(choiceScenarios).set({ status: "running" }));
    app.clock.at = new Date(app.clock.at.getTime() + 3_600_000);
    expect((await chair.get(path)).text).toContain("interrompu");
  });

  test("is deleted by who made it or by the chair, once they have been asked; its name stays in the log", async () => {
    const app = await openApp();
    await portfolio(app);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const author = await app.signedIn("Marc Auteur", { roles: ["committee"] });
    const other = await app.signedIn("Nina Autre", { roles: ["committee"] });
    const first = await workedOut(author, { name: "Le mien", budget: "80 000" });
    const second = await workedOut(author, { name: "Encore un", budget: "90 000" });
    expect((await other.get(first.path)).text).not.toContain("Supprimer ce scénario");
    expect((await other.post(first.path, { intent: "delete" })).status).toBe(403);
    expect((await author.get(first.path)).text).toContain("C’est définitif");
    const left = await author.submit(first.path, { intent: "delete" });
    expect(left.text).toContain("« Le mien » est supprimé");
    expect(left.all("tbody a").map((link) => link.textContent)).toEqual(["Encore un"]);
    expect((await author.get(first.path)).status).toBe(404);
    expect((await chair.post(second.path, { intent: "delete" })).status).toBe(303);
    expect((await chair.post(second.path, { intent: "delete" })).status).toBe(404);
    expect(await app.database.select().from(choiceScenarios)).toHaveLength(0);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "scenario.delete"));
    expect(events.map(({ before }) => before)).toEqual(['{"name":"Le mien"}', '{"name":"Encore un"}']);
  });
});
