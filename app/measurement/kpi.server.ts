import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
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
