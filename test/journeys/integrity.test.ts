import { readFileSync } from "node:fs";
import { and, eq, ne, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { minor, NOTHING } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { openStanding, post, replaceForecast } from "#app/use-cases/ledger.server";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import { rebuildLedger } from "#app/use-cases/rebuild-ledger.server";
import { openDatabase } from "#db/open.server";
import { brokenReferences } from "#db/references.server";
import {
  caseQuarters,
  costs,
  kpis,
  quarterTotals,
  reports,
  rollups,
  stageChanges,
  standings,
  useCases,
} from "#db/schema.server";
import { type App, openApp, TODAY } from "../support/app";
import { newDatabaseUrl } from "../support/database";

const Q3 = quarter("2026-Q3");

/** One live case with a measured report of 1 200 €, a declared one of −50 €, a build cost, a run cost and a forecast. */
async function oneCase(app: App): Promise<number> {
  const departmentId = await app.department("LOG");
  return app.database.write(async (tx) => {
    const [made] = await tx
      .insert(useCases)
      .values({
        reference: "UC-0001",
        title: { fr: "Quais" },
        titleFolded: "quais",
        departmentId,
        stage: "production",
        createdAt: TODAY,
        updatedAt: TODAY,
      })
      .returning({ id: useCases.id });
    const useCaseId = made?.id ?? 0;
    await openStanding(tx, useCaseId);
    await tx.insert(stageChanges).values({ useCaseId, from: "pilot", to: "production", on: day("2026-05-04") });
    for (const [evidence, realised] of [
      [2, 120_000],
      [0, -5_000],
    ] as const) {
      const [kpi] = await tx
        .insert(kpis)
        .values({
          useCaseId,
          name: { fr: "Minutes" },
          unit: "min",
          direction: "down",
          baseline: 9,
          ownerId: 1,
          overTime: "average",
          firstQuarter: Q3,
        })
        .returning({ id: kpis.id });
      await tx.insert(reports).values({
        kpiId: kpi?.id ?? 0,
        useCaseId,
        quarter: Q3,
        actual: 7,
        direction: "down",
        baseline: 9,
        attribution: 1,
        evidence,
        realisedMinor: minor(realised),
        reportedBy: 1,
        reportedOn: day("2026-11-10"),
      });
    }
    const spent = { useCaseId, quarter: Q3, enteredBy: 1, enteredOn: day("2026-11-10") };
    await tx.insert(costs).values([
      { ...spent, kind: "build", amountMinor: minor(80_000) },
      { ...spent, kind: "run", amountMinor: minor(9_000) },
    ]);
    const brought = { measuredMinor: minor(120_000), declaredMinor: minor(-5_000) };
    await post(tx, useCaseId, Q3, { ...brought, reports: 2, valuedReports: 2 }, { today: day("2026-11-10") });
    await post(
      tx,
      useCaseId,
      Q3,
      { costMinor: minor(89_000), runCostMinor: minor(9_000), costEntries: 2 },
      { today: day("2026-11-10") },
    );
    await replaceForecast(
      tx,
      useCaseId,
      [{ quarter: Q3, benefitMinor: minor(100_000), costMinor: minor(90_000), runCostMinor: minor(10_000) }],
      { today: day("2026-11-10") },
    );
    return useCaseId;
  });
}

/** A live case that nobody has reported on. */
async function silentCase(app: App): Promise<number> {
  return app.database.write(async (tx) => {
    const title = { title: { fr: "Rayons" }, titleFolded: "rayons" };
    const [made] = await tx
      .insert(useCases)
      .values({ reference: "UC-0002", ...title, stage: "production", createdAt: TODAY, updatedAt: TODAY })
      .returning({ id: useCases.id });
    await openStanding(tx, made?.id ?? 0);
    return made?.id ?? 0;
  });
}

describe("The check of kept sums", () => {
  test("finds nothing where every write went through the ledger", async () => {
    const app = await openApp();
    await oneCase(app);
    expect(await checkLedger(app.database)).toEqual([]);
    expect(await checkStages(app.database)).toEqual([]);
  });

  test("names each sum that was moved by hand, and by how much", async () => {
    const app = await openApp();
    const id = await oneCase(app);
    await app.database.write(async (tx) => {
      await tx
        .update(standings)
        .set({ realisedMinor: minor(115_001) })
        .where(eq(standings.useCaseId, id));
      await tx
        .update(rollups)
        .set({ forecastCostMinor: minor(89_990) })
        .where(eq(rollups.quarter, Q3));
    });
    expect(await checkLedger(app.database)).toEqual([
      { kept: "standings", of: `case ${id}`, off: { realised_minor: 1 } },
      { kept: "rollups", of: "2026-Q3, department 1, stage production", off: { forecast_cost_minor: -10 } },
      // The day book adds up to what the dashboard said before.
      { kept: "total_days", of: "2026-Q3, all departments", off: { forecast_cost_minor: 10 } },
      { kept: "total_days", of: "2026-Q3, department 1", off: { forecast_cost_minor: 10 } },
    ]);
  });

  test("adds quarters up over departments and stages, promises of approved cases alone, whatever becomes of the rollups", async () => {
    const app = await openApp();
    await oneCase(app);
    const whole = () =>
      app.database
        .select()
        .from(quarterTotals)
        .where(and(eq(quarterTotals.quarter, Q3), eq(quarterTotals.departmentId, WHOLE)));
    const kept = { declaredMinor: -5_000, measuredMinor: 120_000, forecastBenefitMinor: 100_000, reports: 2 };
    expect(await whole()).toMatchObject([kept]);
    const other = { quarter: Q3, departmentId: 0, stage: "submitted", reports: 1, forecastBenefitMinor: minor(7) };
    await app.database.write((tx) => tx.insert(rollups).values(other));
    expect(await whole()).toMatchObject([{ ...kept, reports: 3 }]);
    await app.database.write((tx) =>
      tx.update(rollups).set({ stage: "poc", departmentId: 1 }).where(eq(rollups.stage, "submitted")),
    );
    expect(await whole()).toMatchObject([{ ...kept, reports: 3, forecastBenefitMinor: 100_007 }]);
    await app.database.write((tx) => tx.delete(rollups).where(eq(rollups.stage, "poc")));
    expect(await whole()).toMatchObject([kept]);
    expect(await checkLedger(app.database)).toEqual([]);

    await app.database.write((tx) =>
      tx
        .update(quarterTotals)
        .set({ costMinor: minor(88_998) })
        .where(eq(quarterTotals.departmentId, WHOLE)),
    );
    expect(await checkLedger(app.database)).toEqual([
      { kept: "quarter_totals", of: "2026-Q3, all departments", off: { cost_minor: -2 } },
      { kept: "total_days", of: "2026-Q3, all departments", off: { cost_minor: 2 } },
    ]);
    await app.database.write((tx) => rebuildLedger(tx, day("2026-11-20")));
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("names a zero that is kept where nothing is known, and the other way round; a rebuild mends it", async () => {
    const app = await openApp();
    const reported = await oneCase(app);
    const silent = await silentCase(app);
    await app.database.write(async (tx) => {
      const nothing = { realisedMinor: NOTHING, provenMinor: NOTHING, costMinor: NOTHING };
      await tx.update(standings).set(nothing).where(eq(standings.useCaseId, silent));
      await tx.update(caseQuarters).set({ costEntries: 0 });
      await tx.update(standings).set({ costMinor: null }).where(eq(standings.useCaseId, reported));
    });
    expect(await checkLedger(app.database)).toMatchObject([
      { kept: "case_quarters", of: `case ${reported}, 2026-Q3`, off: { cost_entries: -2 } },
      { kept: "standings", of: `case ${reported}`, off: { cost_minor: -89_000 } },
      { kept: "standings", of: `case ${silent}`, off: { realised_known: 1, proven_known: 1, cost_known: 1 } },
      { kept: "rollups", of: "2026-Q3, department 1, stage production", off: { cost_entries: 2 } },
      { kept: "case_days", of: `case ${reported}, 2026-Q3, department 1`, off: { cost_entries: 2 } },
    ]);
    await app.database.write((tx) => rebuildLedger(tx, day("2026-11-20")));
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("finds nothing after a database of an earlier version learned what it did not know", async () => {
    const app = await openApp();
    const reported = await oneCase(app);
    await silentCase(app);
    const folder = `db/migrations/${app.database.engine}`;
    const fill = readFileSync(`${folder}/0003_unknown-sums.sql`, "utf8")
      .split("--> statement-breakpoint")
      .map((statement) => statement.trim().replace(/;$/, ""))
      .filter((statement) => statement.startsWith("UPDATE"));
    expect(fill).toHaveLength(4);
    const before = await app.database.select().from(standings).where(eq(standings.useCaseId, reported));
    await app.database.write(async (tx) => {
      await tx.update(caseQuarters).set({ valuedReports: 0, costEntries: 0 });
      await tx.update(rollups).set({ valuedReports: 0, costEntries: 0 });
      await tx
        .update(standings)
        .set({ realisedMinor: NOTHING, provenMinor: NOTHING, costMinor: NOTHING })
        .where(ne(standings.useCaseId, reported));
      for (const statement of fill) await tx.rows(sql.raw(`${statement} RETURNING 1`));
    });
    expect(await checkLedger(app.database)).toEqual([]);
    expect(await app.database.select().from(standings).where(eq(standings.useCaseId, reported))).toEqual(before);
  });

  test("names a report that the ledger never heard of", async () => {
    const app = await openApp();
    const id = await oneCase(app);
    await app.database.write(async (tx) => {
      await tx
        .update(reports)
        .set({ realisedMinor: minor(120_500) })
        .where(eq(reports.evidence, 2));
      await tx.update(caseQuarters).set({ reports: 3 }).where(eq(caseQuarters.useCaseId, id));
    });
    const [found] = await checkLedger(app.database);
    expect(found).toMatchObject({
      kept: "case_quarters",
      of: `case ${id}, 2026-Q3`,
      off: { measured_minor: -500, reports: 1 },
    });
  });

  test("names a case whose stage is not the one that it last moved to", async () => {
    const app = await openApp();
    const id = await oneCase(app);
    await app.database.write((tx) => tx.update(useCases).set({ stage: null }).where(eq(useCases.id, id)));
    expect(await checkStages(app.database)).toEqual([
      { reference: "UC-0001", stage: "unknown", lastMove: "production" },
    ]);
  });
});

test("A database of another history is refused in one sentence, on either engine", async () => {
  const url = await newDatabaseUrl();
  const database = await openDatabase(url);
  const kept = sql.raw(database.engine === "postgres" ? "drizzle.__drizzle_migrations" : "__drizzle_migrations");
  await database.write((tx) => tx.rows(sql`UPDATE ${kept} SET created_at = created_at - 1 RETURNING 1`));
  await database.close();
  await expect(openDatabase(url)).rejects.toThrow(/^The .+ has another history than this version of Casebook: .+\.$/);
});

test("Every foreign key of the schema is looked at, and holds", async () => {
  const app = await openApp();
  await oneCase(app);
  const { references, broken } = await brokenReferences(app.database);
  expect(references).toBeGreaterThan(60);
  expect(broken).toEqual([]);
});

// SQLite keeps its foreign keys on for good in a connection of ours; there test/commands/casebook.test.ts breaks one.
test.runIf(process.env.CASEBOOK_ENGINE === "postgres")("A reference that leads nowhere is named", async () => {
  const app = await openApp();
  await app.database.write(async (tx) => {
    await tx.rows(sql`alter table person_roles disable trigger all`);
    await tx.rows(sql`insert into person_roles (person_id, role) values (99999, 'admin')`);
  });
  const { broken } = await brokenReferences(app.database);
  expect(broken).toEqual([{ reference: "person_roles.person_id → people.id", rows: 1 }]);
});
