import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { verifyAudit } from "#app/people/audit.server";
import { readCasesAsOf } from "#app/portfolio/as-of.server";
import { filtersFrom } from "#app/portfolio/filters";
import { readPastDashboard } from "#app/portfolio/past.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { rebuildLedger } from "#app/use-cases/rebuild-ledger.server";
import { type App, openApp } from "../support/app";
import { aMeasuredCase, costForm, gridRow, Q2, reportForm, whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const at = (app: App, day: string) => {
  app.clock.at = new Date(`${day}T10:00:00Z`);
};

/** A case that reports on the 20th, corrects itself on the 21st, is closed on the 22nd and restated on the 30th. */
async function aHistory() {
  const app = await openAt("2026-11-20");
  const measured = await aMeasuredCase(app);
  const { owner, champion, finance, kpiId, reference } = measured;
  await owner.submit("/report", reportForm(Q2, gridRow(0, kpiId, { actual: "14", evidence: "0" })));
  await champion.submit(`/use-cases/${reference}/kpis`, costForm(Q2, "run", "1 000"));
  at(app, "2026-11-21");
  const corrected = { version: "1", actual: "11", evidence: "0" };
  await owner.submit("/report", reportForm(Q2, gridRow(0, kpiId, corrected)));
  at(app, "2026-11-22");
  await finance.submit("/quarter/2026-Q2?index", { intent: "collect", version: 0 });
  await finance.submit("/quarter/2026-Q2?index", { intent: "review", version: 1 });
  await finance.submit("/quarter/2026-Q2/close", { intent: "close", version: 2, despite: "yes" });
  at(app, "2026-11-30");
  const restated = { intent: "restate", version: 2, actual: "13", evidence: "0", reason: "Recompté" };
  await finance.submit("/report/1", restated);
  return { app, ...measured };
}

async function openAt(day: string) {
  const app = await openApp();
  at(app, day);
  return app;
}

// 1 000,50 € a minute, 80 % of it, from 15 minutes: a minute less is 800,40 €.
const MINUTE = 80_040;

describe("The dashboard as it was on a day", () => {
  test.each([
    ["2026-11-19", null, false],
    ["2026-11-20", 1 * MINUTE, false],
    ["2026-11-21", 4 * MINUTE, false],
    ["2026-11-22", 4 * MINUTE, true],
    ["2026-11-29", 4 * MINUTE, true],
    ["2026-11-30", 2 * MINUTE, true],
  ])("of %s shows %s, closed: %s", async (on, realised, closed) => {
    const { app, department } = await aHistory();
    const when = whenOf(app);
    const calendar = { timeZone: "Europe/Paris", fiscalFirstMonth: 2 };
    for (const departmentId of [null, department]) {
      const past = await readPastDashboard(app.database, { quarter: Q2, departmentId, asOf: day(on) }, calendar, when);
      expect([past.now.realised, past.closed, past.since]).toEqual([realised, closed, "2026-11-20"]);
      expect(past.top.map((row) => row.realised)).toEqual(realised === null ? [] : [realised]);
      expect(past.byDepartment.whole.realised).toBe(realised);
    }
    const filters = filtersFrom(new URLSearchParams({ quarter: Q2, on }));
    const cases = await readCasesAsOf(app.database, filters, day(on), null);
    expect(cases.total.realised).toBe(realised);
    expect(cases.rows.map((row) => [row.realised, row.realisedNow])).toEqual(
      realised === null ? [] : [[realised, 2 * MINUTE]],
    );
  });

  test("is read on a page, each figure leading to its cases of that day and on to those of today", async () => {
    const { app, executive, reference } = await aHistory();
    const now = await executive.get("/dashboard?quarter=2026-Q2");
    expect(now.find('a[href="/dashboard/past?quarter=2026-Q2"]').textContent).toContain("Tel qu’il était un jour");
    const page = await executive.get("/dashboard/past?quarter=2026-Q2&on=2026-11-21");
    expect(page.find("h1").textContent).toContain("tel qu’il était le 21 novembre 2026");
    expect(page.text).toContain("n’était pas encore clos");
    const link = page.find('main a[href^="/dashboard/past/cases"]').getAttribute("href") ?? "";
    const cases = await executive.get(link);
    expect(cases.text).toContain(reference);
    expect(cases.text).toMatch(/3\s201,60/);
    expect(cases.text).toMatch(/1\s600,80/);
    const today = cases.find('main a[href^="/dashboard/reports"]').getAttribute("href") ?? "";
    expect((await executive.get(today)).text).toMatch(/1\s600,80/);
    const early = await executive.get("/dashboard/past?on=2026-11-01");
    expect(early.text).toContain("Casebook tient le journal des chiffres depuis le 20 novembre 2026");
    expect((await executive.get("/dashboard/past?on=2027-01-01")).text).toContain("Ce jour est à venir");
    // Without a day, the one of the last close.
    expect((await executive.get("/dashboard/past")).find("h1").textContent).toContain("22 novembre 2026");
    const nobody = await app.signedIn("Nora", { roles: [] });
    const forbidden = await app.signedIn("Zoé", { roles: ["admin"] });
    expect([(await nobody.get("/dashboard/past")).status, (await forbidden.get("/dashboard/past")).status]).toEqual([
      (await nobody.get("/dashboard")).status,
      (await forbidden.get("/dashboard")).status,
    ]);
  });

  test("is read by a program", async () => {
    const { app, executive, reference } = await aHistory();
    const program = await aProgram(app, await openSite(app), executive.id);
    const { body } = await program.get("/dashboard/past?on=2026-11-21&quarter=2026-Q2");
    expect(body).toMatchObject({ asOf: "2026-11-21", since: "2026-11-20", closed: false });
    expect(body.figures.realised.minor).toBe(4 * MINUTE);
    const cases = await program.get("/dashboard/past/cases?on=2026-11-21&quarter=2026-Q2");
    expect(cases.body.items).toMatchObject([
      { useCase: reference, realised: { minor: 4 * MINUTE }, realisedNow: { minor: 2 * MINUTE } },
    ]);
    const wrong = await program.get("/dashboard/past?on=2027-01-01");
    expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringContaining("day")]);
    expect((await program.get("/dashboard/past")).status).toBe(400);
  });

  test("a day book that was changed is found, and completed on the day without touching the past", async () => {
    const { app } = await aHistory();
    const { database } = app;
    await database.write((tx) => tx.rows(sql`delete from case_days where day = '2026-11-30' returning 1`));
    const [off] = await checkLedger(database);
    expect(off).toMatchObject({ kept: "case_days", off: { declared_minor: 2 * MINUTE } });
    at(app, "2026-12-02");
    await database.write((tx) => rebuildLedger(tx, whenOf(app).today));
    expect(await checkLedger(database)).toEqual([]);
    const filters = filtersFrom(new URLSearchParams({ quarter: Q2, on: "2026-12-01" }));
    expect((await readCasesAsOf(database, filters, day("2026-12-01"), null)).total.realised).toBe(4 * MINUTE);
    expect((await readCasesAsOf(database, filters, day("2026-12-02"), null)).total.realised).toBe(2 * MINUTE);
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
  });
});
