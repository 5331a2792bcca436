import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "#app/kernel/day";
import type { Evidence } from "#app/kernel/evidence";
import { minor } from "#app/kernel/money";
import { addQuarters } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import { brokenCloses } from "#app/measurement/closing.server";
import { setCost } from "#app/measurement/costs.server";
import { defineKpi, editKpi } from "#app/measurement/define-kpi.server";
import { kpiById } from "#app/measurement/kpi.server";
import { ENTERED_KINDS } from "#app/measurement/postings";
import { reportOf, writeReport } from "#app/measurement/report.server";
import { restateReport } from "#app/measurement/restate.server";
import { reviewReport } from "#app/measurement/review.server";
import { closeQuarter, startCollecting, startReview } from "#app/measurement/run-quarter.server";
import { permit } from "#app/people/permit";
import { type Actor, CASEBOOK } from "#app/people/roles";
import { totalsAsOf } from "#app/portfolio/as-of.server";
import { dashboardOf } from "#app/portfolio/dashboard";
import { readQuarters, readTotals } from "#app/portfolio/dashboard.server";
import { NO_SUMS, type RollupRow } from "#app/portfolio/sums";
import { caseById } from "#app/use-cases/cases.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { carryOver } from "#app/use-cases/ledger.server";
import { moveCase } from "#app/use-cases/move.server";
import { rebuildLedger } from "#app/use-cases/rebuild-ledger.server";
import { reports, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { Q3, whenOf } from "../support/measurement";

const nth = fc.nat(3);
const step = fc.record({
  kind: fc.constantFrom(
    "report",
    "report",
    "report",
    "review",
    "cost",
    "edit",
    "stage",
    "department",
    "close",
    "restate",
  ),
  which: nth,
  back: fc.nat(2),
  value: fc.integer({ min: -500, max: 500 }),
  evidence: fc.constantFrom<Evidence>(0, 1, 2),
});

/** Rows that count for something, in one order. */
function inOrder(rows: readonly RollupRow[]): RollupRow[] {
  const { grades: _, ...nothing } = NO_SUMS;
  const counts = (row: RollupRow) =>
    row.grades.some((amount) => amount !== 0) ||
    (Object.keys(nothing) as (keyof typeof nothing)[]).some((name) => row[name] !== 0);
  return rows.filter(counts).sort((a, b) => a.departmentId - b.departmentId || (a.quarter < b.quarter ? -1 : 1));
}

test("Whatever is posted, corrected, moved, closed and restated, every kept sum equals its rows", {
  timeout: 60_000,
}, async () => {
  const app = await openApp();
  const { database } = app;
  const began = whenOf(app);
  const places = [await app.department("A"), await app.department("B")];
  const finance: Actor = {
    personId: (await app.signedIn("Fanny", { roles: ["finance"] })).id,
    name: "Fanny",
    roles: ["finance"],
    departmentIds: [],
  };
  const owner = (await app.signedIn("Olivier")).id;
  const kpiIds: number[] = [];
  for (const index of [0, 1, 2, 3]) {
    const made = await aCase(app, {
      departmentId: places[index % 2],
      ownerId: owner,
      stage: "production",
      title: `Cas ${index}`,
    });
    const definition = {
      name: { fr: `K${index}` },
      unit: "h",
      direction: index % 2 ? "up" : "down",
      baseline: 100,
      baselinePeriod: null,
      baselineMethod: null,
      target: null,
      ownerId: owner,
      valuePerUnitMinor: index === 3 ? null : 333.3,
      attribution: 0.7,
      overTime: "sum",
      isGuardrail: false,
      limit: null,
      firstQuarter: addQuarters(Q3, -3),
      lastQuarter: null,
    } as const;
    kpiIds.push(await database.write((tx) => defineKpi(tx, CASEBOOK, { useCaseId: made.id, ...definition }, began)));
  }
  const ignoreRefusal = (problem: unknown) => {
    if (!(problem instanceof Refusal)) throw problem;
  };

  // Each step is on a day of its own; at its end, what the dashboard adds up is written down.
  let when = began;
  const stood: { day: Day; rows: unknown }[] = [];
  const nextDay = () => {
    const now = new Date(when.now.getTime() + 86_400_000);
    when = { ...when, now, today: addDays(when.today, 1) };
  };
  const totalsNow = async () => inOrder(await readTotals(database, sql`true`));

  const run = ({ kind, which, back, value, evidence }: typeof step extends fc.Arbitrary<infer S> ? S : never) =>
    database.write(async (tx) => {
      const kpiId = kpiIds[which] ?? 0;
      const quarter = addQuarters(Q3, -back);
      const { kpi, ...useCase } = await kpiById(tx, kpiId);
      const words = { fr: "parce que" };
      if (kind === "report") {
        await writeReport(
          tx,
          CASEBOOK,
          {
            kpiId,
            quarter,
            actual: value % 7 === 0 ? null : value,
            unavailableBecause: words,
            evidence,
            source: words,
            note: words,
          },
          when,
        );
      } else if (kind === "review") {
        const report = await reportOf(tx, kpiId, quarter);
        const verdict = (["validate", "accept", "send-back"] as const)[Math.abs(value) % 3] ?? "accept";
        if (report) await reviewReport(tx, finance, { reportId: report.id, verdict, note: words }, when);
      } else if (kind === "cost") {
        const amountMinor = value % 5 === 0 ? null : minor(value * 101);
        const costKind = ENTERED_KINDS[Math.abs(value) % ENTERED_KINDS.length] ?? "run";
        await setCost(
          tx,
          CASEBOOK,
          { useCaseId: kpi.useCaseId, quarter, kind: costKind, amountMinor, note: null },
          when,
        );
      } else if (kind === "edit") {
        const { id: _, useCaseId: __, version, ...definition } = kpi;
        await editKpi(
          tx,
          CASEBOOK,
          { kpiId, version, ...definition, valuePerUnitMinor: value % 4 === 0 ? null : value, baseline: 100 + back },
          when,
        );
      } else if (kind === "stage") {
        const to = useCase.stage === "production" ? "pilot" : "production";
        await moveCase(
          tx,
          permit(CASEBOOK, "use-case.move", await caseById(tx, kpi.useCaseId)),
          { to, reason: words },
          [],
          when,
        );
      } else if (kind === "department") {
        const departmentId = value % 3 === 0 ? null : (places[back % 2] ?? null);
        const from = { departmentId: useCase.departmentId, stage: useCase.stage };
        await tx.update(useCases).set({ departmentId }).where(eq(useCases.id, kpi.useCaseId));
        await carryOver(tx, kpi.useCaseId, from, { ...from, departmentId }, when);
      } else if (kind === "close" && value > 300) {
        const oldest = addQuarters(Q3, -2);
        await startCollecting(tx, CASEBOOK, { quarter: oldest }, when);
        await startReview(tx, CASEBOOK, { quarter: oldest }, when);
        await closeQuarter(tx, finance, { quarter: oldest, despite: true }, when);
      } else if (kind === "restate") {
        await restateReport(tx, finance, { kpiId, quarter, actual: value, evidence: 3, reason: words }, when);
      }
    });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      for (const each of steps) {
        nextDay();
        await run(each).catch(ignoreRefusal);
        stood.push({ day: when.today, rows: await totalsNow() });
      }
      for (const { day, rows } of stood) expect(inOrder(await totalsAsOf(database, sql`true`, day))).toEqual(rows);
      expect(await checkLedger(database)).toEqual([]);
      expect(await brokenCloses(database)).toEqual([]);
      const written = await database.select().from(reports);
      const quarters = await readQuarters(database);
      for (const quarter of [Q3, addQuarters(Q3, -1), addQuarters(Q3, -2)]) {
        const { now } = dashboardOf({ quarters, parts: [], quarter, departments: [] });
        const byHand = written.filter((row) => row.quarter === quarter);
        const worth = byHand.flatMap(({ realisedMinor, evidence }) =>
          realisedMinor === null ? [] : [{ amount: realisedMinor, proven: evidence >= 2 ? realisedMinor : 0 }],
        );
        const known = (total: number) => (worth.length > 0 ? total : null);
        expect(now.realised).toBe(known(worth.reduce((sum, { amount }) => sum + amount, 0)));
        expect(now.proven).toBe(known(worth.reduce((sum, { proven }) => sum + proven, 0)));
        expect(now.reports).toBe(byHand.length);
      }
    }),
    { numRuns: 4 },
  );
  await database.write((tx) => rebuildLedger(tx, when.today));
  expect(await checkLedger(database)).toEqual([]);
  expect((await database.select().from(reports)).length).toBeGreaterThan(5);
});
