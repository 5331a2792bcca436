import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { isStage, type Stage } from "./stages";

export type UseCase = Omit<typeof useCases.$inferSelect, "stage"> & { stage: Stage | null };

function shaped(row: typeof useCases.$inferSelect): UseCase {
  return { ...row, stage: isStage(row.stage) ? row.stage : null };
}

/** The case behind a reference such as `UC-0042`, in any letter case. @throws Refusal 404 */
export async function caseByReference(db: Reader, reference: string | undefined): Promise<UseCase> {
  const [row] = await db
    .select()
    .from(useCases)
    .where(eq(useCases.reference, (reference ?? "").toUpperCase()));
  if (!row) throw new Refusal(404, "use-cases.refusal.not-found", { reference: reference ?? "" });
  return shaped(row);
}

/** @throws Refusal 404 */
export async function caseById(db: Reader, id: number): Promise<UseCase> {
  const [row] = await db.select().from(useCases).where(eq(useCases.id, id));
  if (!row) throw new Refusal(404, "use-cases.refusal.not-found", { reference: String(id) });
  return shaped(row);
}
