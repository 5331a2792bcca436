import { describe, expect, test } from "vitest";
import { minor } from "#app/kernel/money";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { replaceForecast } from "#app/use-cases/ledger.server";
import { moveCase } from "#app/use-cases/move.server";
import { rebuildLedger } from "#app/use-cases/rebuild-ledger.server";
import { rollups } from "#db/schema.server";
import { type App, openApp, type Page } from "../support/app";
import { aCase } from "../support/cases";
import {
  aMeasuredCase,
  costForm,
  euros,
  gridRow,
  KPI_FORM,
  type Measured,
  Q2,
  Q3,
  reportForm,
  whenOf,
} from "../support/measurement";

/** The figure that stands under a label, in full. */
function figure(page: Page, label: string): string {
  const found = page.all(".figure").find((each) => each.querySelector(".figure-label")?.textContent.trim() === label);
  if (!found) throw new Error(`No figure ${label} on ${page.text.slice(0, 600)}`);
  return (found.querySelector("data")?.getAttribute("value") ?? "").replace(/\s/g, " ");
}

const totals = (page: Page) =>
  page.all("tfoot td, tfoot th").map((cell) => cell.textContent.replace(/\s+/g, " ").trim());

/** Two quarters of one case, the second measured and validated, with costs and a promise. */
async function aReportedPortfolio(app: App): Promise<Measured & { other: string }> {
  const measured = await aMeasuredCase(app);
  const { owner, finance, champion, kpiId, reference, useCaseId, department } = measured;
  await owner.submit("/report", reportForm(Q2, gridRow(0, kpiId, { actual: "11,5", evidence: "1" })));
  await owner.submit("/report", reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "2", source: "Tickets" })));
  for (const cost of [
    costForm(Q2, "build", "4 000"),
    costForm(Q2, "run", "1 000,10"),
    costForm(Q3, "run", "1200.20"),
    costForm(Q3, "usage", "99,80"),
  ])
    await champion.submit(`/use-cases/${reference}/kpis`, cost);
  await app.database.write((tx) =>
    replaceForecast(
      tx,
      useCaseId,
      [
        { quarter: Q2, benefitMinor: euros(3_000), costMinor: euros(5_000), runCostMinor: euros(1_000) },
        { quarter: Q3, benefitMinor: euros(8_000), costMinor: euros(1_000) },
      ],
      whenOf(app),
    ),
  );
  const other = await aCase(app, { departmentId: department, stage: "pilot", title: "Second cas" });
  const page = await champion.submit(`/use-cases/${other.reference}/kpis/new`, {
    ...KPI_FORM,
    name: "Second",
    ownerId: owner.id,
  });
  const second = Number(/kpis\/(\d+)\/edit/.exec(page.html)?.[1]);
  // It got worse: (15 − 16) × 1 000,50 × 80 % = −800,40
  await owner.submit("/report", reportForm(Q3, gridRow(0, second, { actual: "16" })));
  await finance.submit("/quarter/2026-Q2?index", { intent: "collect", version: 0 });
  await finance.submit("/quarter/2026-Q2?index", { intent: "review", version: 1 });
  await finance.submit("/quarter/2026-Q2/close", { intent: "close", version: 2, despite: "yes" });
  return { ...measured, other: other.reference };
}

describe("The dashboard", () => {
  test("says what its reports add up to, by hand and to the cent", async () => {
    const app = await openApp();
    const { executive, department, other } = await aReportedPortfolio(app);
    // Q2: (15 − 11,5) × 1 000,50 × 80 % = 2 801,40, estimated. Q3: 5 602,80 measured, −800,40 declared.
    const q3 = await executive.get("/dashboard?quarter=2026-Q3");
    expect(q3.status).toBe(200);
    expect(figure(q3, "Valeur réalisée")).toBe("4 802,40 €");
    expect(figure(q3, "Valeur prouvée")).toBe("5 602,80 €");
    expect(figure(q3, "Coût")).toBe("1 300,00 €");
    // (4 802,40 − 1 300) / 1 300, and (7 603,80 − 6 300,10) / 6 300,10
    expect(figure(q3, "ROI du trimestre")).toBe("269 %");
    expect(figure(q3, "ROI cumulé")).toBe("21 %");
    // 7 603,80 / 11 000
    expect(figure(q3, "Promesse tenue")).toBe("69 %");
    const q2 = await executive.get("/dashboard");
    expect(q2.text).toContain("L’IA au T2 2026");
    // The build is not a run cost: (2 801,40 − 1 000,10) / 1 000,10
    expect(figure(q2, "ROI du trimestre")).toBe("180 %");

    const behind = await executive.get("/dashboard/reports?quarter=2026-Q3");
    expect(totals(behind).at(-1)).toBe("4 802,40 €");
    expect(behind.all("tbody tr")).toHaveLength(2);
    const proven = await executive.get(`/dashboard/reports?quarter=2026-Q3&department=${department}&evidence=proven`);
    expect(totals(proven).at(-1)).toBe("5 602,80 €");
    const bar = await executive.get(`/dashboard/reports?quarter=2026-Q3&evidence=0&case=${other}`);
    expect(totals(bar).at(-1)).toBe("−800,40 €");
    const until = await executive.get("/dashboard/costs?until=2026-Q3");
    expect(totals(until).at(-1)).toBe("6 300,10 €");
    const promises = await executive.get("/dashboard/cases?until=2026-Q3");
    expect(figure(promises, "Valeur promise")).toBe("11 000,00 €");
    const same = await executive.get("/dashboard/reconciliation");
    expect(same.text).toContain("tout concorde au centime");
    expect((await executive.get("/dashboard?department=9999")).status).toBe(200);
  });

  test("follows a case that moves to another stage or loses a restated value", async () => {
    const app = await openApp();
    const { executive, finance, kpiId, useCaseId } = await aReportedPortfolio(app);
    await app.database.write(async (tx) => {
      const may = permit(CASEBOOK, "use-case.move", await caseById(tx, useCaseId));
      await moveCase(tx, may, { to: "pilot", reason: { fr: "Retour en pilote" } }, [], whenOf(app));
    });
    await finance.submit(`/report/missing?kpi=${kpiId}&quarter=2026-Q2`, {
      intent: "restate",
      version: 1,
      actual: "12,5",
      evidence: "1",
      reason: "Erreur de saisie",
    });
    const page = await executive.get("/dashboard?quarter=2026-Q2");
    expect(figure(page, "Valeur réalisée")).toBe("2 001,00 €");
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("is empty with the next step when nothing was ever reported", async () => {
    const app = await openApp();
    const reader = await app.signedIn("Edith Roux", { roles: ["executive"] });
    const page = await reader.get("/dashboard");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Aucun chiffre pour l’instant");
    expect(page.html).not.toContain("Infinity");
  });
});

describe("The ledger check", () => {
  test("finds a sum that was tampered with, and rebuilding mends it", async () => {
    const app = await openApp();
    await aReportedPortfolio(app);
    expect(await checkLedger(app.database)).toEqual([]);
    await app.database.write((tx) => tx.update(rollups).set({ validatedMinor: minor(1) }));
    const found = await checkLedger(app.database);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.kept).toBe("rollups");
    await app.database.write((tx) => rebuildLedger(tx, whenOf(app).today));
    expect(await checkLedger(app.database)).toEqual([]);
  });
});
