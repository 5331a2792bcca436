import { count, sql } from "drizzle-orm";
import type { Writer } from "#db/client.server";
import { caseCounts, useCases } from "#db/schema.server";
import { rebuildTotals } from "./list/kept-totals.server";

const BATCH = 500;

/** Counts the kinds of cases anew, as the triggers keep them: what to run when `casebook check` finds one miscounted. */
export async function rebuildCounts(tx: Writer): Promise<number> {
  const kinds = await tx
    .select({
      stage: sql<string>`coalesce(${useCases.stage}, '')`,
      departmentId: sql<number>`coalesce(${useCases.departmentId}, 0)`.mapWith(Number),
      aiType: sql<string>`coalesce(${useCases.aiType}, '')`,
      source: sql<string>`coalesce(${useCases.externalSource}, ${useCases.source}, '')`,
      campaignId: sql<number>`coalesce(${useCases.campaignId}, 0)`.mapWith(Number),
      cases: count(),
    })
    .from(useCases)
    .groupBy(sql`1, 2, 3, 4, 5`);
  await tx.delete(caseCounts);
  for (let at = 0; at < kinds.length; at += BATCH) await tx.insert(caseCounts).values(kinds.slice(at, at + BATCH));
  await rebuildTotals(tx);
  return kinds.length;
}
