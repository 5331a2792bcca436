import { asc, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { collectByCalendar } from "#app/measurement/ask-owners.server";
import { auditEvents, notifications, organisations, quarters, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { doJobs } from "../support/jobs";
import { aMeasuredCase, gridRow, Q2, Q3, reportForm } from "../support/measurement";

const KINDS = ["reports-asked", "reports-due", "reports-late", "department-late"];

const run = (app: App, at: string) =>
  app.database.write((tx) =>
    collectByCalendar(tx, whenAt(new Date(`${at}T10:00:00Z`), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 })),
  );

async function told(app: App) {
  const rows = await app.database
    .select()
    .from(notifications)
    .where(inArray(notifications.kind, KINDS))
    .orderBy(asc(notifications.id));
  return rows.map(({ kind, personId }) => [kind, personId]);
}

test("A quarter opens by itself on its day, asks, reminds, and tells deputies and champions who is late, each once", async () => {
  const app = await openApp();
  const { owner, champion, finance, useCaseId } = await aMeasuredCase(app);
  const deputy = await app.signedIn("Denise Roy", { roles: [] });
  await app.database.write((tx) => tx.update(useCases).set({ ownerId: deputy.id }).where(eq(useCases.id, useCaseId)));
  // The quarter ends on Saturday 31 October 2026.
  await run(app, "2026-11-01");
  expect(await app.database.select().from(quarters)).toEqual([]);
  await run(app, "2026-11-02");
  await run(app, "2026-11-02");
  await run(app, "2026-11-05");
  expect(await app.database.select().from(quarters)).toMatchObject([{ quarter: "2026-Q3", status: "collecting" }]);
  const opened = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "quarter"));
  expect(opened).toMatchObject([{ act: "quarter.run", actorName: "Casebook" }]);
  expect(await told(app)).toEqual([["reports-asked", owner.id]]);
  const page = await finance.get("/quarter/2026-Q3");
  expect(page.text).toContain("Rappels le 6 novembre 2026 et le 11 novembre 2026");
  expect(page.text).toContain("Olivier Petit");
  expect((await owner.get("/notifications")).text).toContain("un relevé vous est demandé pour le 13 novembre 2026");

  for (const at of ["2026-11-06", "2026-11-06", "2026-11-07", "2026-11-10"]) await run(app, at);
  await run(app, "2026-11-11");
  expect(await told(app)).toEqual([["reports-asked", owner.id], ...Array(2).fill(["reports-due", owner.id])]);
  for (const at of ["2026-11-13", "2026-11-16", "2026-12-01"]) await run(app, at);
  expect((await told(app)).slice(3)).toEqual([
    ["reports-due", owner.id],
    ["reports-late", deputy.id],
    ["department-late", champion.id],
  ]);
  expect((await deputy.get("/notifications")).text).toContain("Olivier Petit doit encore un relevé");
  expect((await champion.get("/notifications")).text).toContain("dans votre département (Service client)");
});

test("Who has reported is not reminded, and a quarter in which nothing is due stays shut", async () => {
  const app = await openApp();
  await run(app, "2026-11-02");
  expect(await app.database.select().from(quarters)).toEqual([]);
  const { owner, finance, kpiId } = await aMeasuredCase(app);
  await finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
  expect(await told(app), "opened by hand, owners are asked as well").toEqual([["reports-asked", owner.id]]);
  await owner.submit("/report?quarter=2026-Q2", reportForm(Q2, gridRow(0, kpiId, { actual: "9" })));
  await owner.submit("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId, { actual: "8" })));
  for (const at of ["2026-11-06", "2026-11-11", "2026-11-13"]) await run(app, at);
  expect(await told(app)).toHaveLength(1);
});

// The quarter ends on Saturday 31 October 2026; winter time begins in Los Angeles the day after.
test.each([
  ["America/Los_Angeles", "2026-11-02T07:00:00Z", "2026-11-02T08:00:00Z"],
  ["Europe/Paris", "2026-11-01T22:00:00Z", "2026-11-01T23:00:00Z"],
  ["Pacific/Kiritimati", "2026-11-01T09:00:00Z", "2026-11-01T10:00:00Z"],
])("In %s nobody opens the quarter, and it opens at its own midnight", async (timeZone, before, from) => {
  const app = await openApp();
  const { owner } = await aMeasuredCase(app);
  await app.database.write((tx) => tx.update(organisations).set({ timeZone }));
  for (const [at, opened] of [
    [before, []],
    [from, [{ quarter: "2026-Q3", status: "collecting" }]],
  ] as const) {
    app.clock.at = new Date(at);
    const ran = await doJobs(app);
    expect(ran.find(({ name }) => name === "collect-quarter")?.outcome, at).toBe("done");
    expect(await app.database.select().from(quarters), at).toMatchObject(opened);
  }
  expect(await told(app)).toEqual([["reports-asked", owner.id]]);
});
