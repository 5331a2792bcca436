import { createHash } from "node:crypto";
import { count, countDistinct, desc, eq, isNotNull, sql, sum } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { beforeAll, describe, expect, test } from "vitest";
import { brokenCloses } from "#app/measurement/closing.server";
import { verifyAudit } from "#app/people/audit.server";
import { checkCounts } from "#app/use-cases/check-counts.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { checkTotals } from "#app/use-cases/list/kept-totals.server";
import { STAGES } from "#app/use-cases/stages";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { sqliteTables } from "#db/postgres.server";
import { brokenReferences } from "#db/references.server";
import {
  caseTags,
  comments,
  counters,
  kpis,
  pocCheckIns,
  pocs,
  reports,
  rollups,
  standings,
  useCases,
} from "#db/schema.server";
import { plantRegister } from "#seeds/bulk/plant";
import { TODAY } from "#seeds/story/organisation";
import { openApp } from "../support/app";
import { demoDatabaseUrl } from "../support/demo";

const SIZE = { cases: 560, reports: 5_600, seed: 7, today: TODAY, progress: () => undefined };

async function planted(size = SIZE): Promise<Database> {
  const database = await openDatabase(await demoDatabaseUrl());
  await plantRegister(database, size);
  return database;
}

// It is planted once, and only read.
let database: Database;

beforeAll(async () => {
  database = await planted();
  return () => database.close();
}, 120_000);

/** A hash of each table's rows, whatever their order. */
async function fingerprints(db: Database): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of sqliteTables) {
    const rows = (await db.select().from(table)).map((row) => JSON.stringify(row)).sort();
    prints[getTableConfig(table).name] = createHash("sha256").update(rows.join("\n")).digest("hex");
  }
  return prints;
}

describe("A planted register", () => {
  test("has as many cases and reports as were asked for, with references that go on", async () => {
    const [{ cases } = { cases: 0 }] = await database.select({ cases: count() }).from(useCases);
    const [{ reported } = { reported: 0 }] = await database.select({ reported: count() }).from(reports);
    const [counter] = await database.select().from(counters).where(sql`${counters.name} = 'use-cases'`);
    expect({ cases, reported, next: counter?.value }).toEqual({ cases: 560, reported: 5_600, next: 560 });
  });

  test("is all that check and audit verify prove", async () => {
    expect((await brokenReferences(database)).broken).toEqual([]);
    expect(await checkLedger(database)).toEqual([]);
    expect(await checkCounts(database)).toEqual([]);
    expect(await checkTotals(database)).toEqual([]);
    expect(await checkStages(database)).toEqual([]);
    expect(await brokenCloses(database)).toEqual([]);
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
  });

  test("is the same for the same seed, and another for another", async () => {
    const [same, other] = [await planted(), await planted({ ...SIZE, seed: 8 })];
    const prints = await fingerprints(database);
    expect(await fingerprints(same)).toEqual(prints);
    const changed = await fingerprints(other);
    expect(changed.use_cases).not.toBe(prints.use_cases);
    expect(changed.reports).not.toBe(prints.reports);
    await Promise.all([same.close(), other.close()]);
  });

  test("has the weeks of its POCs, none before its seal, after its verdict or to come, and sums that never fall", async () => {
    const weeks = await database
      .select({ week: pocCheckIns, poc: pocs })
      .from(pocCheckIns)
      .innerJoin(pocs, eq(pocs.id, pocCheckIns.pocId))
      .orderBy(pocCheckIns.pocId, pocCheckIns.on);
    const running = await database.select().from(pocs).where(isNotNull(pocs.startedOn));
    expect(weeks.length).toBeGreaterThan(3 * running.length);
    const wrong = weeks.filter(({ week, poc }, at) => {
      const before = weeks[at - 1]?.week;
      const falls = before?.pocId === week.pocId && (week.spentMinor ?? 0) < (before.spentMinor ?? 0);
      return falls || week.on < (poc.startedOn ?? "") || week.on > (poc.verdictOn ?? TODAY) || week.on > TODAY;
    });
    expect(wrong).toEqual([]);
  });

  test("has tags on many cases, and cases from its campaigns", async () => {
    const [tagged] = await database.select({ cases: countDistinct(caseTags.useCaseId), tags: count() }).from(caseTags);
    expect(Number(tagged?.cases)).toBeGreaterThan(150);
    expect(Number(tagged?.tags)).toBeGreaterThan(Number(tagged?.cases));
    const called = await database
      .select({ campaign: useCases.campaignId, cases: count() })
      .from(useCases)
      .where(isNotNull(useCases.campaignId))
      .groupBy(useCases.campaignId);
    expect(called.length).toBeGreaterThan(2);
  });

  test("has cases at every stage, at none that is known, and in every way of reporting", async () => {
    const stages = await database.selectDistinct({ stage: useCases.stage }).from(useCases);
    expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set([...STAGES, null]));
    const graded = await database.selectDistinct({ evidence: reports.evidence }).from(reports);
    expect(graded.map(({ evidence }) => evidence).sort()).toEqual([0, 1, 2, 3]);
    const reviewed = await database.selectDistinct({ review: reports.review }).from(reports);
    expect(reviewed.map(({ review }) => review).sort()).toEqual(["accepted", "sent-back", "waiting"]);
    const quarters = await database.selectDistinct({ quarter: rollups.quarter }).from(rollups);
    expect(quarters.length).toBeGreaterThanOrEqual(12);
    const [{ silent } = { silent: 0 }] = await database
      .select({ silent: count() })
      .from(kpis)
      .where(sql`not exists (select 1 from reports where kpi_id = ${kpis.id} and quarter = '2026-Q3')`);
    expect(silent).toBeGreaterThan(0);
  });

  test("is as uneven as real registers: a few large departments, few live cases, few that are talked about", async () => {
    const departments = await database
      .select({ departmentId: useCases.departmentId, cases: count() })
      .from(useCases)
      .groupBy(useCases.departmentId)
      .orderBy(desc(count()));
    expect(departments.length).toBeGreaterThan(25);
    expect(departments[0]?.cases).toBeGreaterThan(10 * (departments[20]?.cases ?? 0));
    const [{ live } = { live: 0 }] = await database
      .select({ live: count() })
      .from(useCases)
      .where(sql`${useCases.stage} in ('pilot', 'production')`);
    expect(live / 560).toBeGreaterThan(0.06);
    expect(live / 560).toBeLessThan(0.2);
    const talk = await database
      .select({ said: count() })
      .from(comments)
      .groupBy(comments.useCaseId)
      .orderBy(desc(count()));
    expect(talk.length).toBeLessThan(400);
    expect(talk[0]?.said).toBeGreaterThan(5 * (talk[talk.length >> 1]?.said ?? 0));
    const [{ lost } = { lost: 0 }] = await database
      .select({ lost: count() })
      .from(standings)
      .where(sql`${standings.realisedMinor} < 0`);
    expect(lost).toBeGreaterThan(0);
    const [{ value } = { value: 0 }] = await database.select({ value: sum(rollups.measuredMinor) }).from(rollups);
    expect(Number(value)).toBeGreaterThan(0);
  });

  test("refuses sizes that cannot be", async () => {
    await expect(plantRegister(database, { ...SIZE, cases: 100 })).rejects.toThrow(RangeError);
    await expect(plantRegister(database, { ...SIZE, cases: 600, reports: 1_000_000 })).rejects.toThrow(RangeError);
  });

  test("opens: list, search, case, board, ranking, dashboard, quarter, sign-offs", async () => {
    const app = await openApp({ database });
    const claire = app.stranger();
    await claire.post("/sign-in", { email: "claire.vasseur@halvenne.example", password: "halvenne-demo" });
    const [seen] = await database.select().from(useCases).where(eq(useCases.stage, "production")).limit(1);
    const card = `/use-cases/${seen?.reference}`;
    const pages = ["/", "/use-cases", "/use-cases?q=client", card, "/pipeline", "/prioritise"];
    for (const path of [...pages, "/assess", "/dashboard", "/sign-offs", "/quarter/2026-Q3", "/people"]) {
      const page = await claire.get(path);
      expect([path, page.status]).toEqual([path, 200]);
    }
  });

  test("shows no more of a queue than people read, says how many there are, and leads to the rest", async () => {
    const app = await openApp({ database });
    const claire = app.stranger();
    await claire.post("/sign-in", { email: "claire.vasseur@halvenne.example", password: "halvenne-demo" });
    const [{ waiting } = { waiting: 0 }] = await database
      .select({ waiting: count() })
      .from(useCases)
      .where(sql`${useCases.stage} = 'assessment'`);
    const page = await claire.get("/assess");
    const shown = page.all("main tbody tr").length;
    const more = page.all('main a[href="/use-cases?stage=assessment"]').map((link) => Number.parseInt(link.text, 10));
    expect(waiting).toBeGreaterThan(50);
    expect(shown).toBeLessThanOrEqual(100);
    expect(more.reduce((sum, count) => sum + count, shown)).toBe(waiting);
  });
});
