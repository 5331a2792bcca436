/** The dashboard as files: what each holds adds up to the page that it was taken from. */
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "#app/kernel/told";
import { whenAt } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { readDashboard } from "#app/portfolio/dashboard.server";
import { readCasesBehind, readCostsBehind, readReportsBehind } from "#app/portfolio/drill-down.server";
import { figureSheet } from "#app/portfolio/files/figure-sheet.server";
import { FIGURE_VIEWS, type FigureFormat, type FigureView, fileAddress } from "#app/portfolio/files/views";
import { filtersFrom } from "#app/portfolio/filters";
import { readTable } from "#app/use-cases/import/read-table.server";
import { fileOf } from "#app/use-cases/list/export.server";
import { openDatabase } from "#db/open.server";
import { openApp } from "../support/app";
import { demoDatabaseUrl, openDemo } from "../support/demo";
import { aMeasuredCase, costForm, gridRow, Q3, reportForm } from "../support/measurement";

const CALENDAR = { timeZone: "Europe/Paris", fiscalFirstMonth: 2 };

async function tableOf(
  demo: Awaited<ReturnType<typeof openDemo>>,
  view: FigureView,
  { format = "xlsx", query = "", locale = "en" }: { format?: FigureFormat; query?: string; locale?: Locale } = {},
) {
  const when = whenAt(demo.clock.at, CALENDAR);
  const filters = filtersFrom(new URLSearchParams(query));
  const speech = speechFor(locale, "EUR", CALENDAR.timeZone);
  const sheet = figureSheet(demo.database, view, { filters, kind: null, speech, when, fiscalFirstMonth: 2 });
  return readTable(await buffer(fileOf(sheet, format)));
}

/** The sum of a column, in cents. */
function sumOf({ columns, rows }: Awaited<ReturnType<typeof readTable>>, name: string): number {
  const names = columns.map((column) => column.name);
  const at = names.indexOf(name);
  if (at < 0) throw new Error(`No column ${name} in ${names.join(", ")}`);
  return rows.reduce((sum, row) => sum + Math.round(Number(row.cells[at] || 0) * 100), 0);
}

// Played before the first test, whose time is its own.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

describe("A file of the dashboard", () => {
  test("adds up to the page that it was taken from, to the cent", async () => {
    const demo = await openDemo();
    const { database, clock } = demo;
    const { quarter: current } = whenAt(clock.at, CALENDAR);
    const filters = filtersFrom(new URLSearchParams("quarter=2026-Q2"));
    const { now } = await readDashboard(database, filters, current);
    const query = "quarter=2026-Q2";
    const figures = await tableOf(demo, "figures", { query });
    expect(sumOf(figures, "Realised value (EUR)")).toBe(now.realised);
    expect(sumOf(figures, "Proven value (EUR)")).toBe(now.proven);
    expect(sumOf(figures, "Cost (EUR)")).toBe(now.cost);
    const reports = await readReportsBehind(database, filters, null);
    expect(sumOf(await tableOf(demo, "reports", { query }), "Realised value (EUR)")).toBe(reports.total);
    const costs = await readCostsBehind(database, filters, null);
    expect(sumOf(await tableOf(demo, "costs", { query }), "Amount (EUR)")).toBe(costs.total);
    const cases = await readCasesBehind(database, filters, null);
    expect(sumOf(await tableOf(demo, "cases", { query }), "Promised value (EUR)")).toBe(cases.total.forecast);
    const proven = await tableOf(demo, "reports", { query: `${query}&evidence=proven` });
    expect(sumOf(proven, "Realised value (EUR)")).toBe(now.proven);
  });

  test("holds every row of a page that goes on", async () => {
    const demo = await openDemo();
    const { inMoney } = await readReportsBehind(demo.database, filtersFrom(new URLSearchParams()), null);
    expect(inMoney).toBeGreaterThan(50);
    const { rows } = await tableOf(demo, "reports");
    expect(rows).toHaveLength(inMoney);
    expect(new Set(rows.map(({ cells }) => cells.join("|"))).size).toBe(inMoney);
  });

  test.each(FIGURE_VIEWS)("of %s says the same in both formats and as of which day", async (view) => {
    const demo = await openDemo();
    for (const locale of ["fr", "en"] as const) {
      const [csv, xlsx] = [
        await tableOf(demo, view, { format: "csv", locale }),
        await tableOf(demo, view, { format: "xlsx", locale }),
      ];
      expect(csv.columns.map(({ name }) => name)).toEqual(xlsx.columns.map(({ name }) => name));
      expect(csv.rows.length).toBe(xlsx.rows.length);
      expect(csv.rows.length).toBeGreaterThan(0);
      const { today } = whenAt(demo.clock.at, CALENDAR);
      expect(new Set(csv.rows.map(({ cells }) => cells.at(-1)))).toEqual(new Set([today]));
    }
  });

  test("is led to from its page with the page's filters, and no text in it becomes a formula", async () => {
    const app = await openApp();
    const { owner, champion, executive, kpiId, reference } = await aMeasuredCase(app);
    await owner.submit("/report", reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "1" })));
    await champion.submit(`/use-cases/${reference}/kpis`, costForm(Q3, "run", "12", { note: "=1+1" }));
    const page = await executive.get("/dashboard/costs?quarter=2026-Q3");
    const links = page.all("a[download]").map((link) => link.getAttribute("href"));
    expect(links).toEqual(["/dashboard/file/costs.csv?quarter=2026-Q3", "/dashboard/file/costs.xlsx?quarter=2026-Q3"]);
    const file = await executive.get(links[0] ?? "");
    expect(file.status).toBe(200);
    expect(file.html).toContain(`;"'=1+1";`);
    expect((await executive.get("/dashboard/file/wages.csv")).status).toBe(404);
    expect((await executive.get("/dashboard/file/costs.pdf")).status).toBe(404);
  });

  test.each([
    ["/dashboard", "/dashboard/file/figures.csv"],
    ["/dashboard?quarter=2026-Q2&department=3", "/dashboard/file/figures.csv?quarter=2026-Q2&department=3"],
    ["/dashboard/reports?until=2026-Q2&after=12~3", "/dashboard/file/reports.csv?until=2026-Q2"],
  ])("of %s is found at %s", (page, file) => {
    expect(fileAddress(page, "csv")).toBe(file);
  });
});
