import { and, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { stageChanges } from "#db/schema.server";
import { isStage, type Stage, WAY_THROUGH } from "./stages";

/** The last stage on the way through that a case stood at; null where none is known. One query. */
export async function stoodAt(db: Reader, useCaseId: number): Promise<Stage | null> {
  const [last] = await db
    .select({ to: stageChanges.to })
    .from(stageChanges)
    .where(and(eq(stageChanges.useCaseId, useCaseId), inArray(stageChanges.to, [...WAY_THROUGH])))
    .orderBy(desc(stageChanges.id))
    .limit(1);
  return isStage(last?.to) ? last.to : null;
}
