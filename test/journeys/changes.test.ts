/** What changed from one quarter to the next: each kind of change, by page and by program, and its steps to the cent. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { readChanges } from "#app/portfolio/changes/read-changes.server";
import { readDashboard } from "#app/portfolio/dashboard.server";
import { caseById } from "#app/use-cases/cases.server";
import { moveCase } from "#app/use-cases/move.server";
import { openDatabase } from "#db/open.server";
import { departments, useCases } from "#db/schema.server";
import { type App, openApp, type Page } from "../support/app";
import { aCase } from "../support/cases";
import { demoDatabaseUrl, openDemo } from "../support/demo";
import { aMeasuredCase, gridRow, KPI_FORM, type Measured, Q2, Q3, reportForm, whenOf } from "../support/measurement";

const CURRENT = { current: Q3, fiscalFirstMonth: 2 };
const asked = (of: Partial<Parameters<typeof readChanges>[1]> = {}) => ({
  ...{ quarter: Q3, departmentId: null, kind: null, after: null },
  ...of,
});

interface Reported {
  reference: string;
  id: number;
  kpiId: number;
}

/** A case with one KPI worth 1 € by unit above nothing, and what its owner reported of each quarter. */
async function aReportedCase(
  app: App,
  { champion, owner, department }: Measured,
  title: string,
  values: Partial<Record<Quarter, number>>,
): Promise<Reported> {
  const { id, reference } = await aCase(app, { departmentId: department, stage: "production", title });
  const terms = { direction: "up", baseline: "0", target: "", valuePerUnit: "1", attribution: "100" };
  const page = await champion.submit(`/use-cases/${reference}/kpis/new`, {
    ...{ ...KPI_FORM, ...terms, name: `Gain de ${title}`, unit: "h" },
    ownerId: owner.id,
  });
  const kpiId = Number(/kpis\/(\d+)\/edit/.exec(page.html)?.[1]);
  for (const [of, actual] of Object.entries(values)) {
    await owner.submit("/report", reportForm(of as Quarter, gridRow(0, kpiId, { actual: String(actual) })));
  }
  return { id, reference, kpiId };
}

/** One case of each kind, from the second quarter to the third. */
async function aMovedPortfolio() {
  const app = await openApp();
  const measured = await aMeasuredCase(app);
  const Q1 = addQuarters(Q2, -1);
  const cases = {
    new: await aReportedCase(app, measured, "Neuf", { [Q3]: 500 }),
    back: await aReportedCase(app, measured, "Retour", { [Q1]: 40, [Q3]: 50 }),
    grown: await aReportedCase(app, measured, "Monte", { [Q2]: 100, [Q3]: 130 }),
    shrunk: await aReportedCase(app, measured, "Baisse", { [Q2]: 100, [Q3]: 93 }),
    silent: await aReportedCase(app, measured, "Muet", { [Q2]: 20 }),
    stopped: await aReportedCase(app, measured, "Fini", { [Q2]: 60 }),
    level: await aReportedCase(app, measured, "Constant", { [Q2]: 70, [Q3]: 70 }),
  };
  await app.database.write(async (tx) => {
    const may = permit(CASEBOOK, "use-case.move", await caseById(tx, cases.stopped.id));
    await moveCase(tx, may, { ...paused("Fournisseur en faillite"), on: day("2026-09-15") }, [], whenOf(app));
  });
  return { app, measured, cases };
}

const paused = (reason: string) => ({ to: "on-hold", reason: { fr: reason }, relookOn: day("2028-01-10") }) as const;

const sentences = (page: Page) => page.all(".link-list li").map((line) => line.textContent.replace(/\s+/g, " ").trim());

// Played before the first test, whose time is its own.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

describe("What changed from one quarter to the next", () => {
  test("is told by kind and by case, and adds up to the cent", async () => {
    const { app, measured, cases } = await aMovedPortfolio();
    const found = await readChanges(app.database, asked(), CURRENT);
    expect(Object.fromEntries(found.sums.map((sum) => [sum.kind, [sum.cases, sum.difference / 100]]))).toEqual({
      ...{ new: [1, 500], back: [1, 50], grown: [1, 30], shrunk: [1, -7], silent: [1, -20], stopped: [1, -60] },
    });
    const [first, ...steps] = found.steps;
    const last = steps.pop();
    expect([first?.value, last?.value]).toEqual([350_00, 843_00]);
    expect(steps.reduce<number>((level, { value }) => level + value, first?.value ?? 0)).toBe(last?.value);
    expect(found.cases.map(({ reference }) => reference)).toEqual(
      [cases.new, cases.stopped, cases.back, cases.grown, cases.silent, cases.shrunk].map((one) => one.reference),
    );

    const page = await measured.executive.get("/dashboard/changes?quarter=2026-Q3");
    expect(page.status).toBe(200);
    const said = sentences(page);
    expect(said[0]).toBe("La valeur réalisée passe de 350,00 € à 843,00 € : +493,00 €, soit +141 %.");
    expect(said).toContain("1 cas est arrêté ou en pause : −60,00 €.");
    expect(said.join("\n")).toContain("En attente : Fournisseur en faillite");
    expect(page.text.replace(/\s+/g, " ")).toContain("Gain de Monte : de 100 h à 130 h");
  });

  test("narrows to a kind and to a department, and leads to its reports", async () => {
    const { app, measured, cases } = await aMovedPortfolio();
    const { executive } = measured;
    const page = await executive.get("/dashboard/changes?quarter=2026-Q3&kind=shrunk");
    expect(page.all('tbody th a[href^="/use-cases"]').map((link) => link.getAttribute("href"))).toEqual([
      `/use-cases/${cases.shrunk.reference}/kpis`,
    ]);
    const now = page.all(`a[href="/dashboard/reports?quarter=2026-Q3&case=${cases.shrunk.reference}"]`);
    expect(now.length).toBeGreaterThan(0);
    const other = await app.department("RH", "Ressources humaines");
    const none = await readChanges(app.database, asked({ departmentId: other }), CURRENT);
    expect([none.cases, none.sums, none.sentences]).toEqual([[], [], [{ says: "nothing" }]]);
    const own = await readChanges(app.database, asked({ departmentId: measured.department }), CURRENT);
    expect(own.cases).toHaveLength(6);
  });

  test("keeps what was restated apart from what the cases did", async () => {
    const { app, measured, cases } = await aMovedPortfolio();
    const { finance, executive } = measured;
    await finance.submit("/quarter/2026-Q2?index", { intent: "collect", version: 0 });
    await finance.submit("/quarter/2026-Q2?index", { intent: "review", version: 1 });
    await finance.submit("/quarter/2026-Q2/close", { intent: "close", version: 2, despite: "yes" });
    await finance.submit(`/report/missing?kpi=${cases.grown.kpiId}&quarter=2026-Q2`, {
      ...{ intent: "restate", version: 1, actual: "110", evidence: "0", reason: "Recompté" },
    });
    const { steps, restated } = await readChanges(app.database, asked(), CURRENT);
    expect(restated).toEqual({ reports: 1, difference: 10_00 });
    expect(steps.slice(0, 2).map(({ kind, value }) => [kind, value])).toEqual([
      ["before", 350_00],
      ["restated", 10_00],
    ]);
    expect(steps.find(({ kind }) => kind === "grown")?.value).toBe(20_00);
    const page = await executive.get("/dashboard/changes?quarter=2026-Q3");
    expect(sentences(page)).toContain("1 relevé de T2 2026 a été retraité depuis sa clôture : +10,00 €.");
    expect(page.text).toContain("T2 2026 à sa clôture");
  });

  test("does not change with where a case goes later", async () => {
    const { app, cases } = await aMovedPortfolio();
    const kindOf = async () =>
      (await readChanges(app.database, asked(), CURRENT)).cases.find(({ id }) => id === cases.silent.id)?.kind;
    expect(await kindOf()).toBe("silent");
    app.clock.at = new Date("2027-03-01T09:00:00Z");
    await app.database.write(async (tx) => {
      const may = permit(CASEBOOK, "use-case.move", await caseById(tx, cases.silent.id));
      await moveCase(tx, may, paused("Plus tard"), [], whenOf(app));
    });
    const [stands] = await app.database.select().from(useCases).where(eq(useCases.id, cases.silent.id));
    expect(stands?.stage).toBe("on-hold");
    expect(await kindOf()).toBe("silent");
  });

  test("agrees with the dashboard in each quarter and department of the demonstration", async () => {
    const { database } = await openDemo();
    const offered = await database.select({ id: departments.id }).from(departments);
    const { quarters } = await readDashboard(database, { quarter: null, departmentId: null }, addQuarters(Q3, 1));
    expect(quarters.length).toBeGreaterThan(3);
    for (const quarter of quarters) {
      for (const departmentId of [null, ...offered.map(({ id }) => id)]) {
        const { steps, sums } = await readChanges(database, asked({ quarter, departmentId }), CURRENT);
        const { now, against } = await readDashboard(database, { quarter, departmentId }, addQuarters(Q3, 1));
        const came = sums.reduce<number>((sum, { difference }) => sum + difference, against.realised.previous ?? 0);
        expect([quarter, departmentId, came]).toEqual([quarter, departmentId, now.realised ?? 0]);
        const walked = steps.slice(0, -1).reduce<number>((level, { value }) => level + value, 0);
        expect(walked).toBe(now.realised ?? 0);
      }
    }
  });
});
