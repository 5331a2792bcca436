/** The portfolio as facts and dimensions: DuckDB works every figure of the dashboard out anew, from the files alone. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { eq, sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { addQuarters, type Quarter, quarter } from "#app/kernel/quarter";
import { readUnresolved } from "#app/measurement/overlaps.server";
import { sayOverlap } from "#app/measurement/resolve-overlap.server";
import { CASEBOOK } from "#app/people/roles";
import { readDashboard } from "#app/portfolio/dashboard.server";
import { STAR_FORMATS, STAR_TABLE_NAMES, STAR_TABLES, type StarFormat } from "#app/portfolio/star/star";
import { people, reports, useCases } from "#db/schema.server";
import { DEMONSTRATION_PASSWORD } from "#seeds/accounts";
import { type Demo, emailOf, openDemo } from "../support/demo";
import { whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { type OpenSite, openSite } from "../support/site";
import { unzipped } from "../support/unzipped";

type Row = Record<string, unknown>;
interface Star {
  folder: string;
  rows(query: string): Promise<Row[]>;
}

/** The files under DuckDB, each table by its name. */
async function queried(folder: string, format: StarFormat): Promise<Star> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  onTestFinished(() => {
    connection.closeSync();
    instance.closeSync();
  });
  for (const table of STAR_TABLE_NAMES) {
    const file = join(folder, `${table}.${format}`);
    const from = format === "csv" ? `read_csv('${file}', header = true)` : `'${file}'`;
    await connection.run(`create view ${table} as select * from ${from}`);
  }
  const rows = async (query: string) => (await connection.runAndReadAll(query)).getRowObjectsJson() as Row[];
  return { folder, rows };
}

async function taken(demo: Demo, site: OpenSite, format: StarFormat): Promise<Star> {
  const [david] = await demo.database
    .select()
    .from(people)
    .where(eq(people.email, emailOf("david")));
  const { token } = await aProgram(demo, site, david?.id ?? 0, "read");
  const answer = await fetch(`${site.address}/api/v1/star?format=${format}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/zip"]);
  return queried(await unzipped(new Uint8Array(await answer.arrayBuffer())), format);
}

/** What PRODUCT.md says of a quarter, in SQL over the files: null is «–». */
const figures = (where: string) => `
  with value as (
    select count(*) as reports, count(realised_minor) as valued, sum(realised_minor) as realised,
      sum(realised_minor) filter (e.proven) as proven,
      ${[0, 1, 2, 3].map((grade) => `coalesce(sum(realised_minor) filter (evidence = ${grade}), 0) as grade${grade}`).join()}
    from fact_value join dim_evidence e using (evidence) where ${where}),
  cost as (select sum(amount_minor) as cost, sum(amount_minor) filter (run_cost) as run from fact_cost where ${where}),
  promise as (
    select sum(benefit_minor) as benefit, sum(cost_minor) as cost, sum(run_cost_minor) as run
    from fact_forecast where counts and ${where})
  select reports, realised, coalesce(proven, case when valued > 0 then 0 end) as proven, grade0, grade1, grade2, grade3,
    cost.cost, case when cost.cost is not null then coalesce(cost.run, 0) end as run, promise.benefit as forecast,
    promise.cost as forecast_cost, promise.run as forecast_run
  from value, cost, promise`;

const number = (value: unknown) => (value === null || value === undefined ? null : Number(value));

function roi(value: number | null, cost: number | null): number | null {
  return value === null || !cost ? null : (value - cost) / cost;
}

const close = (a: number | null, b: number | null) =>
  a === null || b === null ? expect(a).toBe(b) : expect(a).toBeCloseTo(b, 9);

async function aCookie(site: OpenSite, email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: DEMONSTRATION_PASSWORD });
  const answer = await fetch(`${site.address}/sign-in`, { method: "POST", body, redirect: "manual" });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** The demonstration, in which two KPIs share a benefit from the open quarter on. */
async function opened() {
  const demo = await openDemo();
  const [pair] = await readUnresolved(demo.database, quarter("2026-Q3"));
  const shares = [
    { kpiId: pair?.one ?? 0, share: 6_667 },
    { kpiId: pair?.other ?? 0, share: 3_333 },
  ];
  const word = {
    verdict: "shared" as const,
    kpis: shares,
    from: quarter("2026-Q3"),
    reason: { fr: "Les mêmes heures" },
  };
  await demo.database.write((tx) => sayOverlap(tx, CASEBOOK, word, whenOf(demo)));
  return { demo, site: await openSite(demo) };
}

describe.each(STAR_FORMATS)("The star as %s", (format) => {
  test("gives each figure of the dashboard, whole and by department, quarter by quarter", async () => {
    const { demo, site } = await opened();
    const star = await taken(demo, site, format);
    const current = "2026-Q4" as Quarter;
    const { quarters, departments } = await readDashboard(
      demo.database,
      { quarter: null, departmentId: null },
      current,
    );
    expect(quarters.length).toBeGreaterThan(3);
    let withFigures = 0;
    for (const departmentId of [null, ...departments.map(({ id }) => id)]) {
      const place = departmentId === null ? "true" : `department_id = ${departmentId}`;
      // Of departments the last three quarters: the arithmetic is the whole's.
      for (const quarter of departmentId === null ? quarters : quarters.slice(0, 3)) {
        const { now, cumulative, series, against, byDepartment } = await readDashboard(
          demo.database,
          { quarter, departmentId },
          current,
        );
        const [of = {}] = await star.rows(figures(`quarter = '${quarter}' and ${place}`));
        const [since = {}] = await star.rows(figures(`quarter <= '${quarter}' and ${place}`));
        const [before = {}] = await star.rows(figures(`quarter = '${addQuarters(quarter, -1)}' and ${place}`));
        expect([now.reports, now.realised, now.proven, now.cost, now.runCost]).toEqual(
          [of.reports, of.realised, of.proven, of.cost, of.run].map(number),
        );
        close(now.roi, roi(number(of.realised), number(of.run)));
        close(now.provenRoi, roi(number(of.proven), number(of.run)));
        expect(now.forecast ?? 0).toBe(number(of.forecast) ?? 0);
        expect(now.forecastCost ?? 0).toBe(number(of.forecast_cost) ?? 0);
        close(now.forecastRoi, roi(now.forecast, number(of.forecast_run)));
        expect(against.realised.previous).toBe(number(before.realised));
        close(cumulative.roi, roi(number(since.realised), number(since.cost)));
        close(cumulative.provenRoi, roi(number(since.proven), number(since.cost)));
        if (now.realised !== null) {
          withFigures++;
          const grades = series.find((each) => each.quarter === quarter)?.grades;
          expect(grades).toEqual([of.grade0, of.grade1, of.grade2, of.grade3].map(number));
        }
        const parts = await star.rows(`
          select department_id, sum(realised_minor) as realised from fact_value
          where quarter = '${quarter}' and ${place} group by department_id`);
        expect(
          byDepartment.lines
            .filter((line) => line.realised !== null)
            .map((line) => [line.departmentId, line.realised])
            .sort(),
        ).toEqual(
          parts
            .filter((row) => row.realised !== null)
            .map((row) => [number(row.department_id), number(row.realised)])
            .sort(),
        );
      }
    }
    expect(withFigures).toBeGreaterThan(10);
  });

  test("holds the terms of which each value is made, among them the share of a benefit that is counted once", async () => {
    const { demo, site } = await opened();
    const star = await taken(demo, site, format);
    // In whole numbers after the first rounding, as a share is a whole number of hundredths of a percent.
    const worked = `with worked as (
      select report_id, realised_minor, cast(round(share * 10000) as bigint) as parts,
        cast(round(round(case direction when 'up' then actual - baseline else baseline - actual end, 9)
          * value_per_unit_minor * attribution) as bigint) as full_minor
      from fact_value where realised_minor is not null)
      select *, sign(full_minor) * (abs(full_minor) * parts // 10000) as worked_minor from worked`;
    expect(await star.rows(`${worked} where worked_minor <> realised_minor`)).toEqual([]);
    const [counted] = await star.rows(`select count(*) as shared, sum(full_minor - realised_minor) as once
      from (${worked}) where parts < 10000`);
    expect(Number(counted?.shared)).toBe(2);
    expect(Number(counted?.once)).toBeGreaterThan(0);
  });

  test("points at dimensions that are there, keeps each key once, and names no draft", async () => {
    const { demo, site } = await opened();
    const star = await taken(demo, site, format);
    const pointed = {
      fact_value: ["use_case_id", "kpi_id", "department_id", "quarter", "evidence"],
      fact_cost: ["use_case_id", "department_id", "quarter"],
      fact_forecast: ["use_case_id", "department_id", "quarter"],
      fact_stage_change: ["use_case_id"],
      dim_use_case: ["department_id"],
      dim_kpi: ["use_case_id"],
    };
    for (const [table, columns] of Object.entries(pointed)) {
      for (const column of columns) {
        const dimension = `dim_${column.replace(/_id$/u, "")}`;
        const lost = await star.rows(`select * from ${table} anti join ${dimension} using (${column})`);
        expect(lost, `${table}.${column}`).toEqual([]);
      }
    }
    for (const table of STAR_TABLE_NAMES) {
      const [row] = await star.rows(
        `select count(*) as all_rows, count(distinct (${STAR_TABLES[table].key.join()})) as keys from ${table}`,
      );
      expect(row?.all_rows, table).toBe(row?.keys);
    }
    const drafts = await demo.database.select().from(useCases).where(eq(useCases.stage, "draft"));
    expect(drafts.length).toBeGreaterThan(0);
    expect(await star.rows("select * from dim_use_case where stage = 'draft'")).toEqual([]);
    const cases = await demo.database
      .select({ reference: useCases.reference })
      .from(useCases)
      .where(sql`stage is null or stage <> 'draft'`);
    expect(await star.rows("select reference from dim_use_case")).toHaveLength(cases.length);
  });

  test("says of itself as of when it is, in which currency, and what each column holds", async () => {
    const { demo, site } = await opened();
    const star = await taken(demo, site, format);
    const about = JSON.parse(readFileSync(join(star.folder, "about.json"), "utf8"));
    expect(about).toMatchObject({ casebook: "star", currency: "EUR", minorDigits: 2, format });
    expect(new Date(about.asOf).getTime()).toBe(demo.clock.at.getTime());
    for (const table of about.tables) {
      const described = await star.rows(`describe ${table.name}`);
      expect(described.map((column) => column.column_name)).toEqual(
        table.columns.map((column: { name: string }) => column.name),
      );
      const [{ count } = { count: -1 }] = await star.rows(`select count(*) as count from ${table.name}`);
      expect(table.rows).toBe(Number(count));
    }
    const types = Object.fromEntries(
      (await star.rows("describe fact_value")).map((row) => [row.column_name, row.column_type]),
    );
    expect(types).toMatchObject({
      realised_minor: "BIGINT",
      actual: "DOUBLE",
      reported_on: "DATE",
      unavailable: "BOOLEAN",
    });
  });
});

test("The page tells every table and column and gives both files; what was written on the way is gone after", async () => {
  const { demo, site } = await opened();
  const own = mkdtempSync(join(tmpdir(), "casebook-own-"));
  vi.stubEnv("TMPDIR", own);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(own, { recursive: true });
  });
  const david = await demo.as("david");
  const page = await david.get("/dashboard/star");
  for (const table of STAR_TABLE_NAMES) expect(page.text).toContain(table);
  const cookie = await aCookie(site, emailOf("david"));
  for (const format of STAR_FORMATS) {
    expect(page.html).toContain(`/dashboard/star.zip?format=${format}`);
    const answer = await fetch(`${site.address}/dashboard/star.zip?format=${format}`, { headers: { Cookie: cookie } });
    const folder = await unzipped(new Uint8Array(await answer.arrayBuffer()));
    expect(existsSync(join(folder, `fact_value.${format}`))).toBe(true);
  }
  await expect.poll(() => readdirSync(own).filter((name) => name.startsWith("casebook-star-"))).toEqual([]);
  const stranger = await fetch(`${site.address}/dashboard/star.zip`, { redirect: "manual" });
  expect(stranger.status).toBe(302);
});

test("A number too large for 32 bits, a text that begins like a formula and a report without a value come through", async () => {
  const { demo, site } = await opened();
  const [one] = await demo.database.select().from(reports).limit(1);
  await demo.database.write(async (tx) => {
    await tx
      .update(reports)
      .set({ actual: null, unavailableBecause: { fr: "Panne" }, realisedMinor: null })
      .where(eq(reports.id, one?.id ?? 0));
    await tx
      .update(useCases)
      .set({ peopleAffected: 2_000_000_000, title: { fr: '=1+1;"x"\nfin' } })
      .where(eq(useCases.id, one?.useCaseId ?? 0));
  });
  for (const format of STAR_FORMATS) {
    const star = await taken(demo, site, format);
    expect(
      await star.rows(`select actual, unavailable, realised_minor from fact_value where report_id = ${one?.id}`),
    ).toEqual([{ actual: null, unavailable: true, realised_minor: null }]);
    const [row] = await star.rows(
      `select name_fr, people_affected from dim_use_case where use_case_id = ${one?.useCaseId}`,
    );
    // A CSV is opened by spreadsheets too, which would run the formula: an apostrophe stands before it there.
    expect(row?.name_fr).toBe(`${format === "csv" ? "'" : ""}=1+1;"x"\nfin`);
    expect(Number(row?.people_affected)).toBe(2_000_000_000);
  }
});
