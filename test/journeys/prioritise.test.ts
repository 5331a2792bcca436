import { describe, expect, test } from "vitest";
import { installFilters } from "#app/committee/default-filters.server";
import { exceptFilter } from "#app/committee/edit-filter.server";
import { readFilters, readRanking } from "#app/committee/ranking.server";
import { minor } from "#app/kernel/money";
import { CASEBOOK } from "#app/people/roles";
import { type App, openApp, type Page } from "../support/app";
import { addCase, WHEN } from "../support/standing";

const figures = (value: number, complexity: number, npv: number, cost: number, paybackQuarters: number | null) => ({
  value,
  complexity,
  npvMinor: minor(npv),
  npvP50Minor: minor(npv),
  totalCostMinor: minor(cost),
  totalBenefitMinor: minor(cost + npv),
  roi: npv / cost,
  paybackQuarters,
});

async function portfolio(app: App) {
  await app.database.write((tx) => installFilters(tx, CASEBOOK, WHEN));
  const store = await app.department("MAG", "Magasins");
  await addCase(app, "UC-0001", { standing: figures(70, 40, 5_000_000, 2_000_000, 3), departmentId: store });
  await addCase(app, "UC-0002", { standing: figures(80, 30, 9_000_000, 9_000_000, 2), stage: "approved" });
  await addCase(app, "UC-0003", { standing: figures(90, 20, 20_000_000, 2_000_000, 6) });
  await addCase(app, "UC-0004", { standing: figures(40, 90, 2_000_000, 2_000_000, null) });
  await addCase(app, "UC-0005", { standing: { value: 55, complexity: 35 } });
  await addCase(app, "UC-0006", { stage: "production", standing: figures(90, 10, 1_000_000, 1_000_000, 1) });
  return { store };
}

/** The references in the order in which the ranked list shows them. */
function orderOn(page: Page): string[] {
  const table = page.all("table").find((each) => each.textContent.includes("Explication"));
  return (table?.querySelectorAll("tbody > tr") ?? []).flatMap((row) => /UC-\d{4}/.exec(row.textContent)?.[0] ?? []);
}

describe("Prioritising", () => {
  test("shows the cases in order, each with why, and lists apart those that cannot be ranked", async () => {
    const app = await openApp();
    await portfolio(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const page = await reader.get("/prioritise");
    expect(page.status).toBe(200);
    expect(orderOn(page)).toEqual(["UC-0001", "UC-0002", "UC-0003", "UC-0004"]);
    expect(page.text).toContain("Jamais rentabilisé sur l’horizon");
    const missing = page.find('a[href="/use-cases/UC-0005/business-case"]');
    expect(missing.textContent).toBe("Business case");
    expect(page.text).not.toContain("UC-0006");
    expect(page.find("figure.chart script").textContent).toContain("Gains rapides");
    expect(page.all('a[href^="/prioritise/filters?case="]')).toHaveLength(0);
    expect(page.text).not.toContain("Page 1");
  });

  test("keeps the rank among all when a department or a stage is chosen, and forgives a wrong address", async () => {
    const app = await openApp();
    const { store } = await portfolio(app);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect(orderOn(await reader.get(`/prioritise?department=${store}`))).toEqual(["UC-0001"]);
    expect(orderOn(await reader.get("/prioritise?stage=approved"))).toEqual(["UC-0002"]);
    expect((await reader.get("/prioritise?stage=approved")).text).toContain(", 4 au total");
    expect(orderOn(await reader.get("/prioritise?stage=nowhere&department=x&page=-3"))).toHaveLength(4);
    expect((await reader.get("/prioritise?stage=poc")).text).toContain("Aucun cas à classer");
  });

  test("moves a case when the chair changes a filter, and only then", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const member = await app.signedIn("Hugo Petit", { roles: ["committee"] });
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    const change = {
      intent: "filter",
      id: filter?.id ?? 0,
      version: 1,
      name: "Retour en dix-huit mois",
      field: "paybackQuarters",
      operator: "at-most",
      threshold: "6",
      position: 1,
      active: "yes",
    };
    expect((await member.post("/prioritise/filters", change)).status).toBe(403);
    const wrong = await chair.post("/prioritise/filters", { ...change, threshold: "beaucoup" });
    expect(wrong.status).toBe(400);
    expect(wrong.find(`#filter-${filter?.id}-threshold`).getAttribute("value")).toBe("beaucoup");
    expect(wrong.find(`#filter-${filter?.id}-threshold-error`).textContent).toContain("nombre");
    await chair.submit("/prioritise/filters", change);
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    expect(orderOn(await reader.get("/prioritise"))).toEqual(["UC-0003", "UC-0001", "UC-0002", "UC-0004"]);
    expect((await chair.post("/prioritise/filters", { ...change, threshold: "8" })).status).toBe(409);
  });

  test("lets a case pass with the chair’s signed exception, until it is withdrawn", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    // The chair owes assessments of these cases: their order is hidden from her.
    const reader = await app.signedIn("Hélène Petit", { roles: ["executive"] });
    const sign = {
      intent: "except",
      reference: "UC-0003",
      filterId: filter?.id ?? 0,
      reason: "Socle commun à trois cas",
    };
    const refused = await chair.post("/prioritise/filters", { ...sign, reference: "UC-0001" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("rien à excepter");
    expect((await chair.post("/prioritise/filters", { ...sign, reference: "UC-0005" })).text).toContain("il manque");
    const signed = await chair.submit("/prioritise/filters", sign);
    expect(signed.text).toContain("Socle commun à trois cas");
    expect(orderOn(await reader.get("/prioritise"))).toEqual(["UC-0003", "UC-0001", "UC-0002", "UC-0004"]);
    expect((await chair.post("/prioritise/filters", sign)).status).toBe(409);
    const exceptionId = signed.find('[name="exceptionId"]').getAttribute("value") ?? "";
    await chair.submit("/prioritise/filters", { intent: "withdraw", exceptionId });
    expect(orderOn(await reader.get("/prioritise"))[0]).toBe("UC-0001");
  });

  test("does not let the chair except their own case", async () => {
    const app = await openApp();
    await portfolio(app);
    const [filter] = await readFilters(app.database);
    const chair = await app.signedIn("Claire Bonnet", { roles: ["chair"] });
    await addCase(app, "UC-0007", { standing: figures(90, 20, 2_000_000, 2_000_000, 9), ownerId: chair.id });
    const sign = { intent: "except", reference: "UC-0007", filterId: filter?.id ?? 0, reason: "C’est le mien" };
    expect((await chair.post("/prioritise/filters", sign)).status).toBe(403);
    const actor = { personId: chair.id, name: "Claire Bonnet", roles: ["chair"], departmentIds: [] } as const;
    const input = { reference: "UC-0007", filterId: filter?.id ?? 0, reason: { fr: "C’est le mien" } };
    await expect(app.database.write((tx) => exceptFilter(tx, actor, input, WHEN))).rejects.toMatchObject({
      status: 403,
    });
  });

  test("weighs by the probabilities that the administrator sets", async () => {
    const app = await openApp();
    await portfolio(app);
    const admin = await app.signedIn("Nour Haddad", { roles: ["admin"] });
    const before = await readRanking(app.database);
    expect(before.ranked.map((each) => each.case.stage)).toEqual([
      "assessment",
      "approved",
      "assessment",
      "assessment",
    ]);
    const saved = { intent: "probabilities", version: 0, assessment: "5", approved: "90 %", poc: "95" };
    await admin.submit("/prioritise/filters", saved);
    expect(orderOn(await admin.get("/prioritise"))).toEqual(["UC-0002", "UC-0001", "UC-0003", "UC-0004"]);
    expect((await admin.post("/prioritise/filters", { ...saved, poc: "130" })).status).toBe(400);
  });
});
