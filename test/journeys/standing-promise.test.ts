/** What was promised stands: a pause lifts no promise, and nothing that moves later changes a quarter that is closed. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/kernel/day";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { readDashboard } from "#app/portfolio/dashboard.server";
import { readCasesBehind } from "#app/portfolio/drill-down.server";
import { filtersFrom } from "#app/portfolio/filters";
import { caseById } from "#app/use-cases/cases.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { replaceForecast } from "#app/use-cases/ledger.server";
import { moveCase } from "#app/use-cases/move.server";
import { rebuildLedger } from "#app/use-cases/rebuild-ledger.server";
import { nextStages, type Stage } from "#app/use-cases/stages";
import { quarters, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";
import {
  aMeasuredCase,
  costForm,
  euros,
  gridRow,
  type Measured,
  Q2,
  Q3,
  Q4,
  reportForm,
  whenOf,
} from "../support/measurement";

const Q5 = addQuarters(Q4, 1);
const ALL = [Q2, Q3, Q4, Q5];

async function promising(app: App, useCaseId: number, amount = 3_000) {
  await app.database.write((tx) =>
    replaceForecast(
      tx,
      useCaseId,
      ALL.map((quarter, at) => ({
        quarter,
        benefitMinor: euros(amount + at),
        costMinor: euros(100),
        runCostMinor: euros(50),
      })),
      whenOf(app),
    ),
  );
}

/** A live case with a promise of four quarters; the first of them is closed. */
async function aPromise(app: App): Promise<Measured> {
  const measured = await aMeasuredCase(app);
  const { owner, champion, finance, kpiId, reference, useCaseId } = measured;
  await owner.submit("/report", reportForm(Q2, gridRow(0, kpiId, { actual: "11,5", evidence: "1" })));
  await champion.submit(`/use-cases/${reference}/kpis`, costForm(Q2, "run", "1 000,10"));
  await promising(app, useCaseId);
  await finance.submit("/quarter/2026-Q2?index", { intent: "collect", version: 0 });
  await finance.submit("/quarter/2026-Q2?index", { intent: "review", version: 1 });
  await finance.submit("/quarter/2026-Q2/close", { intent: "close", version: 2, despite: "yes" });
  return measured;
}

async function move(app: App, useCaseId: number, to: Stage, when: When = whenOf(app)) {
  await app.database.write(async (tx) => {
    const may = permit(CASEBOOK, "use-case.move", await caseById(tx, useCaseId));
    const aside = to === "on-hold" ? { relookOn: addDays(when.today, 30) } : {};
    await moveCase(tx, may, { to, reason: { fr: "Parce que" }, learning: { fr: "Appris" }, ...aside }, [], when);
  });
}

async function figures(app: App, quarter: Quarter) {
  const { now, byDepartment } = await readDashboard(app.database, { quarter, departmentId: null }, Q4);
  return { now, lines: byDepartment.lines, whole: byDepartment.whole };
}

const promised = async (app: App, quarter: Quarter) => (await figures(app, quarter)).now.forecast ?? 0;
const behind = async (app: App, quarter: Quarter) =>
  readCasesBehind(app.database, { ...filtersFrom(new URLSearchParams()), quarter }, null);

async function addsUp(app: App) {
  expect(await checkLedger(app.database)).toEqual([]);
  for (const quarter of ALL) {
    const { now, whole } = await figures(app, quarter);
    expect(whole.forecast).toBe(now.forecast);
    const { rows, total } = await behind(app, quarter);
    expect(rows.reduce((sum, row) => sum + row.forecast, 0)).toBe(now.forecast ?? 0);
    expect(total.forecast).toBe(now.forecast);
  }
}

describe("A promise", () => {
  test("stands through a pause by an incident, before it and after it, and through the coming back", async () => {
    const app = await openApp();
    const { useCaseId, reference } = await aPromise(app);
    const security = await app.signedIn("Hugo Delmas", { roles: ["security"] });
    const executive = await app.signedIn("Edith Brun", { roles: ["executive"] });
    const before = await Promise.all(ALL.map((quarter) => figures(app, quarter)));
    const told = await security.submit(`/use-cases/${reference}/incidents/new`, {
      ...{ intent: "incident", title: "Faux montants", what: "Deux colonnes inversées", severity: "2" },
      ...{ startedOn: "2026-11-10", startedTime: "09:30", detectedOn: "2026-11-10", detectedTime: "14:05" },
      ...{ personalData: "no", seriousness: "no" },
    });
    const path = /\/use-cases\/UC-\d+\/incidents\/\d+/.exec(told.html)?.[0] ?? "";
    expect(told.text).toContain("ne lève aucune promesse");
    await security.submit(path, { intent: "pause", reason: "Le calcul est faux", relookOn: "2026-12-05" });
    expect(await Promise.all(ALL.map((quarter) => figures(app, quarter)))).toEqual(before);
    await addsUp(app);
    expect((await executive.get(`/dashboard/cases?quarter=${Q2}`)).text).toContain(reference);
    await app.database.write((tx) => rebuildLedger(tx, whenOf(app).today));
    expect(await promised(app, Q3)).toBe(euros(3_001));
    await promising(app, useCaseId, 5_000);
    expect([await promised(app, Q2), await promised(app, Q3)]).toEqual([euros(3_000), euros(5_001)]);
    await move(app, useCaseId, "production");
    expect([await promised(app, Q2), await promised(app, Q5)]).toEqual([euros(3_000), euros(5_003)]);
    await addsUp(app);
  });

  test("stands for the quarters up to the one in which a case is rejected, and falls for those to come", async () => {
    const app = await openApp();
    const { useCaseId } = await aPromise(app);
    await move(app, useCaseId, "on-hold");
    await move(app, useCaseId, "rejected");
    expect(await Promise.all(ALL.map((quarter) => promised(app, quarter)))).toEqual([
      euros(3_000),
      euros(3_001),
      euros(3_002),
      0,
    ]);
    await addsUp(app);
  });

  test("is none of a closed quarter when it is approved or written after the close", async () => {
    const app = await openApp();
    await aPromise(app);
    const late = await aCase(app, { stage: "assessment" });
    await promising(app, late.id, 900);
    await move(app, late.id, "pilot");
    expect(await promised(app, Q2)).toBe(euros(3_000));
    expect(await promised(app, Q3)).toBe(euros(3_001 + 901));
    const written = await aCase(app, { stage: "production" });
    await promising(app, written.id, 50);
    expect(await promised(app, Q2)).toBe(euros(3_000));
    expect(await promised(app, Q4)).toBe(euros(3_002 + 902 + 52));
    await addsUp(app);
  });

  test("and all figures of a closed quarter stay as they are, whatever moves back and forth later", async () => {
    const app = await openApp();
    const { useCaseId } = await aPromise(app);
    const other = await aCase(app, { stage: "assessment" });
    await promising(app, other.id, 700);
    const closed = await figures(app, Q2);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ first: fc.boolean(), pick: fc.nat(), later: fc.boolean(), amount: fc.nat(9_000) }), {
          minLength: 1,
          maxLength: 8,
        }),
        async (steps) => {
          let when = whenOf(app);
          for (const { first, pick, later, amount } of steps) {
            if (later) when = { ...when, quarter: addQuarters(when.quarter, 1) };
            const id = first ? useCaseId : other.id;
            const { stage } = await caseById(app.database, id);
            const reachable = nextStages(stage);
            const to = reachable[pick % Math.max(1, reachable.length)];
            if (to) await move(app, id, to, when);
            if (amount % 3 === 0) await promising(app, id, amount);
            expect(await figures(app, Q2)).toEqual(closed);
          }
          await addsUp(app);
          // The next round begins where people work, and not in a draft.
          for (const id of [useCaseId, other.id]) {
            const { stage } = await caseById(app.database, id);
            if (stage === "withdrawn") await move(app, id, "submitted", when);
          }
        },
      ),
      { numRuns: 12 },
    );
    const [row] = await app.database.select().from(quarters).where(eq(quarters.quarter, Q2));
    expect(row?.status).toBe("closed");
    expect((await app.database.select().from(useCases)).length).toBeGreaterThan(1);
  });
});
