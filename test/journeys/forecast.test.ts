/** What the rest of a year is expected to bring, by page and by program, and the target that it is set against. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addQuarters } from "#app/kernel/quarter";
import { readObservations } from "#app/measurement/calibration.server";
import { type AskedForecast, readForecast } from "#app/portfolio/forecast/read-forecast.server";
import { auditEvents, businessCases, forecasts, people, quarters, useCases, valueTargets } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { emailOf, openDemo } from "../support/demo";
import { lived, reported } from "../support/lived";
import { Q2, Q3, whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const ASKED: AskedForecast = { year: null, departmentId: null, quarter: null, stage: null, after: null };

async function forecastIn(app: Pick<App, "database" | "clock">, asked: Partial<AskedForecast> = {}) {
  const current = whenOf(app as App).quarter;
  const observations = await readObservations(app.database, current);
  return readForecast(app.database, { ...ASKED, ...asked }, { current, fiscalFirstMonth: 2, observations });
}

/**
 * Three live cases that each promise 1 000 € a quarter from 2026-Q2 on; Q2 and Q3 are closed, and the year has Q4 left.
 * Of 5 000 € promised and reported, 3 000 € came.
 */
async function aYear() {
  const app = await openApp();
  const [sales, buying] = [await app.department("VEN", "Ventes"), await app.department("ACH", "Achats")];
  const author = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [sales] });
  const executive = await app.signedIn("Edith Roux", { roles: ["executive"] });
  // Written before the first quarter that it promises was over.
  const today = app.clock.at;
  app.clock.at = new Date("2026-05-04T09:00:00Z");
  const near = { departmentId: sales, authorId: author.id, promised: 1_000 };
  const first = await lived(app, { ...near, title: "Devis", came: [500, 500] });
  const second = await lived(app, { ...near, title: "Relances", came: [400, 600] });
  const third = await lived(app, { ...near, departmentId: buying, title: "Commandes", came: [1_000] });
  app.clock.at = today;
  await app.database.write((tx) =>
    tx.insert(quarters).values([Q2, Q3].map((quarter) => ({ quarter, status: "closed" as const }))),
  );
  return { app, sales, buying, author, executive, first, second, third };
}

describe("The forecast of a year", () => {
  test("adds what is expected of the open quarter to what was reported, by each case’s own record", async () => {
    const { app, first, third } = await aYear();
    const found = await forecastIn(app);
    expect(found.year).toBe(2026);
    expect(found.realised).toBe(3_000_00);
    expect(
      found.quarters.map(({ realised, promised, expected, closed }) => [realised, promised, expected > 0, closed]),
    ).toEqual([
      [null, null, false, false],
      [1_900_00, 3_000_00, false, true],
      [1_100_00, 3_000_00, false, true],
      [null, 3_000_00, true, false],
    ]);
    const byId = new Map(found.cases.map((one) => [one.id, one]));
    expect(byId.get(first.id)).toMatchObject({
      own: 0.5,
      track: { quarters: 2, promised: 2_000_00 },
      promised: 1_000_00,
    });
    expect(byId.get(third.id)).toMatchObject({ own: 1, track: { quarters: 1 } });
    for (const { share, prior, own, weight, track } of found.cases) {
      expect(weight).toBeCloseTo((track?.quarters ?? 0) / ((track?.quarters ?? 0) + found.k), 12);
      expect(share).toBeCloseTo(prior + weight * ((own ?? 0) - prior), 12);
    }
    expect(found.whole.expected).toBe(found.realised + found.cases.reduce((sum, one) => sum + one.expected, 0));
  });

  test("counts a report instead of what was expected as soon as it is there", async () => {
    const { app, first, author } = await aYear();
    const before = await forecastIn(app);
    const expected = before.cases.find(({ id }) => id === first.id)?.expected ?? 0;
    await reported(app, first.id, first.kpiId, addQuarters(Q3, 1), 800, author.id);
    const after = await forecastIn(app);
    expect(after.cases.some(({ id }) => id === first.id)).toBe(false);
    expect(after.whole.expected - before.whole.expected).toBe(800_00 - expected);
  });

  test("expects nothing of what stopped, and goes on as last reported where nothing is promised", async () => {
    const { app, second, third } = await aYear();
    await app.database.write(async (tx) => {
      await tx.update(useCases).set({ stage: "stopped" }).where(eq(useCases.id, second.id));
      await tx.delete(forecasts).where(eq(forecasts.useCaseId, third.id));
    });
    const found = await forecastIn(app);
    expect(found.bridge).toMatchObject({ promised: 2_000_00, gone: -1_000_00, unpromised: 1_000_00 });
    const carried = found.cases.find(({ id }) => id === third.id);
    // It last reported in the second quarter: the third is closed without it, the fourth is still to come.
    expect(carried).toMatchObject({ basis: "last-report", promised: 1_000_00, expected: 1_000_00 });
  });

  test("takes no record from quarters that were over before the business case was written", async () => {
    const { app, first } = await aYear();
    await app.database.write((tx) =>
      tx
        .update(businessCases)
        .set({ createdAt: new Date("2026-08-03T09:00:00Z") })
        .where(eq(businessCases.useCaseId, first.id)),
    );
    const found = await forecastIn(app);
    expect(found.cases.find(({ id }) => id === first.id)?.track).toMatchObject({ quarters: 1, promised: 1_000_00 });
  });

  test("is narrowed to a department, a quarter and a stage, each adding up", async () => {
    const { app, sales, buying, executive } = await aYear();
    const whole = await forecastIn(app);
    const parts = await Promise.all([sales, buying].map((departmentId) => forecastIn(app, { departmentId })));
    expect(parts.reduce((sum, part) => sum + part.whole.expected, 0)).toBe(whole.whole.expected);
    const q4 = await forecastIn(app, { quarter: addQuarters(Q3, 1) });
    expect(q4.counted.expected).toBe(whole.quarters[3]?.expected);
    const none = await forecastIn(app, { stage: "poc" });
    expect(none.counted).toEqual({ cases: 0, promised: 0, expected: 0 });
    const page = await executive.get(`/dashboard/forecast?year=2026&department=${sales}`);
    expect(page.text).toContain("Devis");
    expect(page.text).not.toContain("Commandes");
    expect((await executive.get("/dashboard/forecast?year=zz&department=zz&quarter=zz&stage=zz&after=zz")).status).toBe(
      200,
    );
  });
});

describe("The target of a year", () => {
  const form = { year: "2026", departmentId: "", version: "0", amount: "5 000,50" };

  test("is set by who leads, is told what it asks for, and is taken away by an empty field", async () => {
    const { app, executive, author } = await aYear();
    expect((await author.post("/dashboard/forecast?year=2026", form)).status).toBe(403);
    expect((await author.get("/dashboard/forecast")).html).not.toContain('name="amount"');
    const set = await executive.submit("/dashboard/forecast?year=2026", form);
    expect(set.text.replace(/\s/g, " ")).toContain("5 000,50 € en 2026 reste ouvert");
    expect(set.text).toMatch(/Il manque/);
    expect(await app.database.select().from(valueTargets)).toEqual([
      { year: 2026, departmentId: -1, amountMinor: 5_000_50, version: 1 },
    ]);
    // Somebody set it meanwhile: nothing that was typed is lost.
    const stale = await executive.post("/dashboard/forecast?year=2026", { ...form, amount: "7 000" });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("7 000");
    for (const amount of ["beaucoup", "-5", "1e30"]) {
      const wrong = await executive.post("/dashboard/forecast?year=2026", { ...form, version: "1", amount });
      expect([amount, wrong.status]).toEqual([amount, 400]);
      expect(wrong.html).toContain(`value="${amount}"`);
    }
    await executive.submit("/dashboard/forecast?year=2026", { ...form, version: "1", amount: "" });
    expect(await app.database.select().from(valueTargets)).toEqual([]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "value-target"));
    expect(events.map(({ act, subjectId }) => [act, subjectId])).toEqual([
      ["target.set", 2026],
      ["target.set", 2026],
    ]);
  });

  test("is one for each department, and none for a department that does not exist", async () => {
    const { sales, executive } = await aYear();
    await executive.submit(`/dashboard/forecast?year=2026&department=${sales}`, {
      ...form,
      departmentId: String(sales),
    });
    expect((await executive.get(`/dashboard/forecast?year=2026&department=${sales}`)).text).toContain("Il manque");
    expect((await executive.get("/dashboard/forecast?year=2026")).text).not.toContain("Il manque");
    expect((await executive.post("/dashboard/forecast", { ...form, departmentId: "9999" })).status).toBe(404);
  });
});

test("A program reads the forecast and sets the target", async () => {
  const demo = await openDemo();
  const site = await openSite(demo);
  const [helene] = await demo.database
    .select()
    .from(people)
    .where(eq(people.email, emailOf("helene")));
  const program = await aProgram(demo, site, helene?.id ?? 0);
  const set = await program.ask("PATCH", "/dashboard/forecast", { body: { year: 2026, targetMinor: 500_000_000 } });
  expect([set.status, set.body]).toEqual([
    200,
    { year: 2026, department: null, target: { minor: 500_000_000, currency: "EUR" } },
  ]);
  const { status, body } = await program.get("/dashboard/forecast?year=2026");
  expect(status).toBe(200);
  expect(body.target).toMatchObject({
    amount: { minor: 500_000_000 },
    gap: { minor: 500_000_000 - body.whole.expected.minor },
  });
  expect(body.items.reduce((sum: number, item: { expected: { minor: number } }) => sum + item.expected.minor, 0)).toBe(
    body.rest.expected.minor,
  );
  expect((await program.get("/dashboard/forecast?year=26")).status).toBe(400);
  expect((await program.ask("PATCH", "/dashboard/forecast", { body: { year: 2026, targetMinor: -1 } })).status).toBe(
    400,
  );
  expect(
    (await program.ask("PATCH", "/dashboard/forecast", { body: { year: 2026, department: 9999, targetMinor: 1 } }))
      .status,
  ).toBe(404);
});
