import { and, eq, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Reader } from "#db/client.server";
import { pocAmendments } from "#db/schema.server";

/** A POC has one amendment at a time that waits, and no verdict meanwhile. @throws Refusal 409 */
export async function refuseOpenAmendment(db: Reader, pocId: number): Promise<void> {
  const [open] = await db
    .select({ id: pocAmendments.id })
    .from(pocAmendments)
    .where(and(eq(pocAmendments.pocId, pocId), isNull(pocAmendments.verdict)));
  if (open) throw new Refusal(409, "delivery.refusal.amendment-open");
}
