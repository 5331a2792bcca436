import { eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { caseById, casesById, type UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { kpis } from "#db/schema.server";

export type Kpi = typeof kpis.$inferSelect;

/** A KPI with its case: the parties of everything that is done to it. */
export interface KpiOfCase extends UseCase {
  kpi: Kpi;
  kpiOwnerId: number;
}

/** @throws Refusal 404 */
export async function kpiById(db: Reader, id: number): Promise<KpiOfCase> {
  const [kpi] = await db.select().from(kpis).where(eq(kpis.id, id));
  if (!kpi) throw new Refusal(404, "measurement.refusal.no-kpi");
  const useCase = await caseById(db, kpi.useCaseId);
  return { ...useCase, kpi, kpiOwnerId: kpi.ownerId };
}

/** These KPIs, by their id; those that are not there are left out. Two queries. */
export async function kpisById(db: Reader, ids: readonly number[]): Promise<Map<number, KpiOfCase>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select()
    .from(kpis)
    .where(inArray(kpis.id, [...ids]));
  const cases = await casesById(db, [...new Set(found.map(({ useCaseId }) => useCaseId))]);
  return new Map(
    found.flatMap((kpi) => {
      const useCase = cases.get(kpi.useCaseId);
      return useCase ? [[kpi.id, { ...useCase, kpi, kpiOwnerId: kpi.ownerId }] as const] : [];
    }),
  );
}
