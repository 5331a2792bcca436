import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { stageChanges } from "#db/schema.server";
import { isStage, JUDGED_STAGES, type Stage, WAY_THROUGH } from "./stages";

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

/** Whether a case ever came as far as its assessment, wherever it stands now. One query at most. */
export async function wasJudged(db: Reader, { id, stage }: { id: number; stage: Stage | null }): Promise<boolean> {
  const judged: readonly (Stage | null)[] = JUDGED_STAGES;
  if (judged.includes(stage)) return true;
  const [passed] = await db
    .select({ id: stageChanges.id })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.useCaseId, id),
        or(inArray(stageChanges.to, [...JUDGED_STAGES]), inArray(stageChanges.from, [...JUDGED_STAGES])),
      ),
    )
    .limit(1);
  return passed !== undefined;
}

/** Whether nothing but to wait was decided of a case: what is on hold from its approval on is the committee's. */
export async function mayStillTakeBack(
  db: Reader,
  { id, stage }: { id: number; stage: Stage | null },
): Promise<boolean> {
  if (stage !== "on-hold") return true;
  const stood = await stoodAt(db, id);
  return stood === null || stood === "submitted" || stood === "assessment";
}
