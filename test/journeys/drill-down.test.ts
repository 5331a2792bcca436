import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { largest, place } from "#app/portfolio/filtered.server";
import { filtersFrom } from "#app/portfolio/filters";
import { costs, kpis, reports, rollups, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";

const QUARTERS = ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"].map(quarter);

/** Two cases with 200 reports and 48 costs over four quarters, many of the same amount, some reports of none. */
async function aPortfolio() {
  const app = await openApp();
  const made = [await aCase(app, { stage: "production" }), await aCase(app, { stage: "production" })];
  const on = day("2026-11-10");
  await app.database.write(async (tx) => {
    for (const { id: useCaseId } of made) {
      for (const [turn, of] of QUARTERS.entries()) {
        for (const [at, kind] of (["build", "licence", "usage", "run", "review", "change"] as const).entries()) {
          const amountMinor = minor(((turn * 7 + at * 5 + useCaseId) % 9) * 100);
          await tx.insert(costs).values({ useCaseId, quarter: of, kind, amountMinor, enteredBy: 1, enteredOn: on });
        }
      }
      for (let each = 0; each < 25; each++) {
        const measured = { name: { fr: "Minutes" }, unit: "min", direction: "down" as const, baseline: 9 };
        const kpi = {
          useCaseId,
          ...measured,
          ownerId: 1,
          overTime: "average" as const,
          firstQuarter: quarter("2025-Q4"),
        };
        const [{ id: kpiId } = { id: 0 }] = await tx.insert(kpis).values(kpi).returning({ id: kpis.id });
        for (const [turn, of] of QUARTERS.entries()) {
          const worth = (each * 3 + turn * 11 + useCaseId) % 17;
          await tx.insert(reports).values({
            ...{ kpiId, useCaseId, quarter: of, actual: 7, direction: "down", baseline: 9, attribution: 1 },
            ...{ evidence: ([0, 1, 2, 3] as const)[each % 4] ?? 0, reportedBy: 1, reportedOn: on },
            realisedMinor: worth === 5 ? null : minor((worth - 6) * 1_000),
          });
        }
      }
    }
    await tx
      .insert(rollups)
      .values(
        QUARTERS.map((of) => ({ quarter: of, departmentId: 1, stage: "production", valuedReports: 9, costEntries: 9 })),
      );
  });
  return app;
}

test("The largest of each quarter are the largest of all, on every page, whatever is filtered", async () => {
  const { database } = await aPortfolio();
  for (const address of ["", "quarter=2026-Q2", "until=2026-Q1", "department=1", "department=2&until=2026-Q2"]) {
    const filters = filtersFrom(new URLSearchParams(address));
    const upTo = QUARTERS.filter((of) => (filters.quarter ?? of) === of && of <= (filters.until ?? of));
    for (const [what, table, amount] of [
      ["reports", reports, reports.realisedMinor],
      ["costs", costs, costs.amountMinor],
    ] as const) {
      const read = async (shown: SQL | undefined) => {
        const rows = await database
          .select({ id: table.id, quarter: table.quarter, amount })
          .from(table)
          .innerJoin(useCases, eq(useCases.id, table.useCaseId))
          .where(shown)
          .orderBy(desc(amount), asc(table.id));
        return rows.filter((row) => row.amount !== null && upTo.includes(row.quarter));
      };
      const meant = and(...place(filters));
      const all = await read(meant);
      expect(all.length, address).toBeGreaterThan(0);
      const found: typeof all = [];
      let cursor: string | null = null;
      while (found.length < all.length) {
        const shown: SQL | undefined = await largest(database, what, filters, { meant, cursor, many: 1_000_000 });
        const page = (await read(shown)).slice(0, 20);
        const last = page.at(-1);
        if (!last) break;
        found.push(...page);
        cursor = `${last.amount}~${last.id}`;
      }
      expect(found, `${what} ${address}`).toEqual(all);
    }
  }
});
