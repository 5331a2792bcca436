import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { evaluate } from "#app/business-cases/evaluate";
import { freezeBusinessCase, newestBusinessCase, writeBusinessCase } from "#app/business-cases/write.server";
import { minor } from "#app/kernel/money";
import { speechFor } from "#app/locales/speech";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { businessCases, departments, forecasts, rollups, standings } from "#db/schema.server";
import { workedCase } from "../rules/business-cases-drafts";
import { type App, openApp, type Page } from "../support/app";
import { addCase, WHEN } from "../support/standing";

const fr = speechFor("fr", "EUR", "Europe/Paris");

async function written(app: App) {
  const departmentId = await app.department("ACH", "Achats");
  await app.database.write((tx) => tx.update(departments).set({ hourlyCostMinor: minor(4500) }));
  const owner = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [departmentId] });
  const useCaseId = await addCase(app, "UC-0001", { ownerId: owner.id, departmentId });
  return { owner, useCaseId, departmentId };
}

const PAGE = "/use-cases/UC-0001/business-case";
const EDIT = `${PAGE}/edit`;

const TIME = {
  "lines.0.kind": "time",
  "lines.0.id": "line-1",
  "lines.0.label": "Réponses plus rapides",
  "lines.0.volumePerQuarter.likely": "1 200",
  "lines.0.volumePerQuarter.low": "900",
  "lines.0.volumePerQuarter.high": "1 500",
  "lines.0.minutesSaved.likely": "15",
  "lines.0.hourlyCost": "45,00",
  "lines.0.reuseShare": "50",
  "lines.0.adoption.likely": "80 %",
  "lines.0.rampQuarters": "2",
  "lines.0.attribution": "100",
  "lines.0.startsAfterQuarters": "1",
};
const BUILD = {
  "lines.1.kind": "build",
  "lines.1.id": "line-2",
  "lines.1.label": "Intégration",
  "lines.1.amount.likely": "30000,50",
  "lines.1.startsAfterQuarters": "0",
};
const FRAME = { number: 0, version: 0, firstQuarter: "2026-Q4", horizonQuarters: "12", discountRate: "8", note: "" };

describe("Writing a business case", () => {
  test("by its form alone: the page then shows what evaluate() computes", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    expect((await owner.get(PAGE)).text).toContain("Pas encore de business case");
    const page = await owner.submit(EDIT, {
      ...FRAME,
      ...TIME,
      ...BUILD,
      note: "D’après deux semaines de mesure",
      do: "save",
    });
    const newest = await newestBusinessCase(app.database, useCaseId);
    if (!newest) throw new Error("not written");
    expect(newest).toMatchObject({ number: 1, estimatorId: owner.id, discountRate: 0.08 });
    expect(newest.lines[1]).toMatchObject({ amount: { low: 3_000_050, likely: 3_000_050, high: 3_000_050 } });
    const { outputs } = evaluate(newest);
    expect(page.text).toContain(fr.wholeMoney(outputs.npv).replace(/\s+/g, " "));
    expect(page.html).toContain(`title="${fr.money(outputs.npv)}"`);
    expect(page.text).toContain("D’après deux semaines de mesure");
    expect(page.find("figure.chart table")).toBeTruthy();
    const breakEven = page
      .all("section")
      .find((section) => section.querySelector("h2")?.text === "Seuils de rentabilité");
    expect(breakEven?.text).toMatch(/Réponses plus rapides\s: Adoption au plateau\s*À partir de\s*\d+/);
    const [standing] = await app.database.select().from(standings).where(eq(standings.useCaseId, useCaseId));
    expect(standing).toMatchObject({
      npvMinor: outputs.npv,
      totalCostMinor: outputs.totalCost,
      totalBenefitMinor: outputs.totalBenefit,
    });
    const promised = await app.database.select().from(forecasts).where(eq(forecasts.useCaseId, useCaseId));
    expect(promised).toHaveLength(12);
    expect(promised.reduce((sum, row) => sum + row.benefitMinor, 0)).toBe(outputs.totalBenefit);
    const rolled = await app.database.select().from(rollups);
    expect(rolled.reduce((sum, row) => sum + row.forecastCostMinor, 0)).toBe(outputs.totalCost);
  });

  test("line by line: adding and removing keeps what was typed and saves nothing", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    const added = await owner.post(EDIT, {
      ...FRAME,
      ...TIME,
      "lines.0.label": "Pas fini",
      do: "add",
      addKind: "review",
    });
    expect(added.status).toBe(200);
    expect(added.find('[name="lines.0.label"]').getAttribute("value")).toBe("Pas fini");
    expect(added.find('[name="lines.0.volumePerQuarter.likely"]').getAttribute("value")).toBe("1 200");
    expect(added.find('[name="lines.1.kind"]').getAttribute("value")).toBe("review");
    expect(added.find('[name="lines.1.hourlyCost"]').getAttribute("value")).toBe("45");
    const removed = await owner.post(EDIT, { ...FRAME, ...TIME, ...BUILD, do: "remove-0" });
    expect(removed.find('[name="lines.0.kind"]').getAttribute("value")).toBe("build");
    expect(removed.find('[name="lines.0.amount.likely"]').getAttribute("value")).toBe("30000,50");
    expect(removed.all('[name="lines.1.kind"]')).toHaveLength(0);
    const filled = await owner.post(EDIT, { ...FRAME, do: "template", template: "assistant-seats" });
    expect(filled.find('[name="lines.0.price.likely"]').getAttribute("value")).toBe("1");
    expect(filled.all('[name$=".hourlyCost"]')[0]?.getAttribute("value")).toBe("45");
    const worked = await owner.post(EDIT, { ...FRAME, ...TIME, ...BUILD, do: "preview" });
    expect(worked.find('[data-live-figure="totalCost"]').textContent).toBe(fr.wholeMoney(minor(3_000_050)));
    expect(await newestBusinessCase(app.database, useCaseId)).toBeNull();
  });

  test("with a line of time filled from what the case’s card says, as far as it says it", async () => {
    const app = await openApp();
    const { owner, departmentId } = await written(app);
    const added = await owner.post(EDIT, { ...FRAME, do: "add", addKind: "time" });
    const shownIn = (page: Page, field: string) => page.find(`[name="lines.0.${field}"]`).getAttribute("value");
    // 20 people, 6 times on each of 220 days a year.
    expect(shownIn(added, "volumePerQuarter.likely")).toBe("6600");
    expect(shownIn(added, "volumePerQuarter.low")).toBe("");
    expect(shownIn(added, "minutesSaved.likely")).toBe("15");
    expect(added.text).toContain("ne gardez que ce qui est gagné");
    await addCase(app, "UC-0002", { ownerId: owner.id, departmentId, times: null, minutesPerTime: 4.5 });
    const partly = await owner.post(EDIT.replace("0001", "0002"), { ...FRAME, do: "add", addKind: "time" });
    expect(shownIn(partly, "volumePerQuarter.likely")).toBe("");
    expect(shownIn(partly, "minutesSaved.likely")).toBe("4,5");
  });

  test("whose return is beyond telling says so, with the exact rate in its formula", async () => {
    const app = await openApp();
    const { owner } = await written(app);
    const page = await owner.submit(EDIT, { ...FRAME, ...TIME, ...BUILD, "lines.1.amount.likely": "400" });
    const rate = page.all(".figure").find((figure) => figure.querySelector(".figure-label")?.text === "TRI");
    expect(rate?.querySelector(".figure-number")?.text).toBe(`>\u00a0${fr.percent(10)}`);
    expect(rate?.text).toContain("presque rien n’est avancé");
    expect(rate?.text).toMatch(/Taux exact\s*[\d\s]{5,}(,\d+)?\s%/);
  });

  test("with faults: each at its field, everything kept", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    const refused = await owner.post(EDIT, {
      ...FRAME,
      ...TIME,
      "lines.0.minutesSaved.likely": "un quart d’heure",
      "lines.0.volumePerQuarter.low": "2000",
      "lines.0.adoption.likely": "130",
      ...BUILD,
      "lines.1.label": "",
      "lines.1.amount.likely": "",
      do: "save",
    });
    expect(refused.status).toBe(400);
    const faultAt = (field: string) => refused.document.getElementById(`${field}-error`)?.textContent;
    expect(faultAt("lines.0.minutesSaved.likely")).toContain("nombre");
    expect(faultAt("lines.1.label")).toContain("nom");
    expect(faultAt("lines.1.amount.likely")).toContain("nécessaire");
    expect(faultAt("lines.0.adoption.likely")).toContain("100");
    expect(refused.find('[name="lines.0.minutesSaved.likely"]').getAttribute("value")).toBe("un quart d’heure");
    expect(refused.find(".error-summary").textContent).toContain("Ligne 2");
    const disordered = await owner.post(EDIT, {
      ...FRAME,
      ...TIME,
      "lines.0.volumePerQuarter.low": "2000",
      do: "save",
    });
    const marked = disordered.all('[aria-invalid="true"]').map((field) => field.getAttribute("name"));
    expect(marked).toEqual(["lines.0.volumePerQuarter.low"]);
    expect(disordered.document.getElementById("lines.0.volumePerQuarter.low-error")?.textContent).toContain("basse");
    expect(await newestBusinessCase(app.database, useCaseId)).toBeNull();
  });

  test("from a page that somebody else overtook: nothing is overwritten, both sides are shown", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    const input = { useCaseId, draft: workedCase(), note: null };
    await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, input, WHEN));
    const opened = await owner.get(EDIT);
    const started = {
      number: opened.find('[name="number"]').getAttribute("value") ?? "",
      version: opened.find('[name="version"]').getAttribute("value") ?? "",
    };
    await app.database.write((tx) =>
      writeBusinessCase(tx, CASEBOOK, { ...input, draft: { ...workedCase(), horizonQuarters: 8 } }, WHEN),
    );
    const refused = await owner.post(EDIT, { ...FRAME, ...started, ...TIME, do: "save" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Deux versions de la même fiche");
    expect(refused.text).toContain("Réponses plus rapides");
    expect(refused.find('[name="version"]').getAttribute("value")).toBe("2");
    const page = await owner.submit(EDIT, { ...FRAME, number: 1, version: 2, ...TIME, do: "save" });
    expect(page.text).toContain("Réponses plus rapides");
    expect((await app.database.select().from(businessCases)).length).toBe(1);
  });

  test("after a decision froze it: the promise stays readable, and writing makes the next number", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    const input = { useCaseId, draft: workedCase(), note: null };
    await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, input, WHEN));
    const opened = await owner.get(EDIT);
    const [number, version] = ["number", "version"].map((name) =>
      opened.find(`[name="${name}"]`).getAttribute("value"),
    );
    const frozen = await app.database.write((tx) =>
      freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", {}), useCaseId, WHEN),
    );
    expect(frozen).toMatchObject({ number: 1, version: 2 });
    const late = { ...FRAME, ...TIME, number: number ?? "", version: version ?? "", do: "save" };
    expect((await owner.post(EDIT, late)).status).toBe(409);
    const page = await owner.submit(EDIT, { ...late, version: 2 });
    expect(page.text).toContain("Business case n° 2");
    const promised = await owner.get(`${PAGE}?version=1`);
    expect(promised.text).toContain("Figé le 20 novembre 2026");
    expect(promised.text).toContain(fr.wholeMoney(evaluate(workedCase()).outputs.npv).replace(/\s+/g, " "));
    const [standing] = await app.database.select().from(standings).where(eq(standings.useCaseId, useCaseId));
    expect(standing?.npvMinor).not.toBe(evaluate(workedCase()).outputs.npv);
    const again = await app.database.write((tx) =>
      freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", {}), useCaseId, WHEN),
    );
    expect(again?.number).toBe(2);
  });

  test("shows scenarios side by side, and what changed from one number to the next", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    const input = { useCaseId, draft: workedCase(), note: null };
    await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, input, WHEN));
    await app.database.write((tx) => freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", {}), useCaseId, WHEN));
    const next = { ...workedCase(), horizonQuarters: 8 };
    await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, { ...input, draft: next }, WHEN));
    const page = await owner.get(PAGE);
    expect(page.find("#scenarios table").text).toMatch(/Prudent.*Probable.*Audacieux/s);
    expect(page.find("#scenarios table").text).not.toContain("Le vôtre");
    const own = await owner.get(`${PAGE}?version=2&benefits=50&costs=100&delay=1`);
    expect(own.find("#scenarios table").text).toContain("Le vôtre");
    expect(own.find("#scenarios").text).toMatch(/Le vôtre\s: 50\s% des gains probables/);
    const link = page.find(`a[href="/use-cases/UC-0001/business-case?version=2&against=1#against"]`);
    expect(link.text).toContain("face au");
    const diff = (await owner.get(`${PAGE}?version=2&against=1`)).find("#against");
    expect(diff.text).toMatch(/Horizon\s*12\s*8/);
    expect(diff.text).not.toContain("Taux d’actualisation");
    expect((await owner.get(`${PAGE}?version=2&against=7`)).status).toBe(404);
    expect((await owner.get(`${PAGE}?version=2&against=2`)).find("#against").text).toContain(
      "Aucune donnée n’a changé",
    );
  });

  test("taken away as a workbook of its own version", async () => {
    const app = await openApp();
    const { owner, useCaseId } = await written(app);
    const file = `${PAGE}/export.xlsx`;
    expect((await owner.get(file)).status).toBe(404);
    const input = { useCaseId, draft: workedCase(), note: null };
    await app.database.write((tx) => writeBusinessCase(tx, CASEBOOK, input, WHEN));
    const page = await owner.get(PAGE);
    expect(page.find(`a[href="${file}?version=1"]`).text).toBe("Exporter vers un tableur");
    const taken = await owner.get(`${file}?version=1`);
    expect(taken.status).toBe(200);
    expect(taken.headers.get("Content-Type")).toContain("spreadsheetml.sheet");
    expect(taken.headers.get("Content-Disposition")).toContain("UC-0001 business case 1.xlsx");
    expect((await owner.get(`${file}?version=2`)).status).toBe(404);
  });

  test("is for those behind the case and finance, and the case must exist", async () => {
    const app = await openApp();
    await written(app);
    const other = await app.signedIn("Paul Roy", { roles: ["committee"] });
    expect((await other.get(EDIT)).status).toBe(403);
    expect((await other.post(EDIT, { ...FRAME, ...TIME, do: "save" })).status).toBe(403);
    expect((await other.get(PAGE)).status).toBe(200);
    expect((await other.get("/use-cases/UC-0999/business-case")).status).toBe(404);
    expect((await other.get(`${PAGE}?version=7`)).status).toBe(404);
  });

  test("while typing: the stateless answer is that of the saved page", async () => {
    const app = await openApp();
    const { owner } = await written(app);
    const live = await owner.post("/business-cases/evaluate", { ...FRAME, ...TIME, ...BUILD });
    const page = await owner.post(EDIT, { ...FRAME, ...TIME, ...BUILD, do: "preview" });
    const { summary, charts } = JSON.parse(live.html) as {
      summary: Record<string, string>;
      charts: Record<string, { data: unknown; rows: string[][] }>;
    };
    for (const [name, said] of Object.entries(summary)) {
      expect(page.find(`[data-live-figure="${name}"]`).textContent).toBe(said);
    }
    expect(Object.values(charts).every(({ rows }) => rows.length > 0)).toBe(true);
    for (const [name, { data, rows }] of Object.entries(charts)) {
      const chart = page.find(`[data-live-chart="${name}"]`);
      expect(JSON.parse(chart.querySelector("script")?.textContent ?? "")).toEqual(data);
      const cells = [...chart.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      );
      expect(cells).toEqual(rows);
    }
    const half = await owner.post("/business-cases/evaluate", { ...FRAME, ...TIME, "lines.0.label": "" });
    expect(JSON.parse(half.html)).toEqual({ summary: null });
  });
});
