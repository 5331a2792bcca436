import { and, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { rollOutSites } from "#db/schema.server";
import { type RollOutTotals, type SiteUsers, totalsOf } from "./roll-out";

/** How far each of these cases is rolled out; none of those that are not. One query. */
export async function rollOutsOf(db: Reader, useCaseIds: readonly number[]): Promise<Map<number, RollOutTotals>> {
  if (useCaseIds.length === 0) return new Map();
  const rows = await db
    .select({
      ...{ useCaseId: rollOutSites.useCaseId, country: rollOutSites.country, stage: rollOutSites.stage },
      ...{ eligible: rollOutSites.eligible, active: rollOutSites.active },
    })
    .from(rollOutSites)
    .where(inArray(rollOutSites.useCaseId, [...useCaseIds]));
  const byCase = new Map<number, SiteUsers[]>();
  for (const { useCaseId, ...site } of rows) byCase.set(useCaseId, [...(byCase.get(useCaseId) ?? []), site]);
  return new Map(
    [...byCase].flatMap(([id, sites]) => {
      const totals = totalsOf(sites);
      return totals ? [[id, totals] as const] : [];
    }),
  );
}

/** People who use a case where it is not withdrawn, by its latest readings; null where nobody counted them. */
export async function activeUsers(db: Reader, useCaseId: number): Promise<number | null> {
  const rows = await db
    .select({ active: rollOutSites.active })
    .from(rollOutSites)
    .where(and(eq(rollOutSites.useCaseId, useCaseId), ne(rollOutSites.stage, "withdrawn")));
  const known = rows.flatMap(({ active }) => active ?? []);
  return known.length > 0 ? known.reduce((sum, active) => sum + active, 0) : null;
}
