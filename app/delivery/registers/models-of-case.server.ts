/** Keeps which models a case works with as its POCs and switches tell it: part of the command that records. */
import { and, eq, inArray } from "drizzle-orm";
import type { Writer } from "#db/client.server";
import { attemptComponents, models, type pocs, useCaseModels, useCaseVendors } from "#db/schema.server";

/** The case works with these from now on, and their makers are among its vendors. */
export async function worksWith(tx: Writer, useCaseId: number, modelIds: readonly number[]): Promise<void> {
  if (modelIds.length === 0) return;
  for (const modelId of new Set(modelIds)) {
    await tx.insert(useCaseModels).values({ useCaseId, modelId }).onConflictDoNothing();
  }
  const makers = await tx
    .selectDistinct({ vendorId: models.vendorId })
    .from(models)
    .where(inArray(models.id, [...modelIds]));
  for (const { vendorId } of makers) {
    await tx.insert(useCaseVendors).values({ useCaseId, vendorId }).onConflictDoNothing();
  }
}

async function leaves(tx: Writer, useCaseId: number, modelId: number): Promise<void> {
  await tx.delete(useCaseModels).where(and(eq(useCaseModels.useCaseId, useCaseId), eq(useCaseModels.modelId, modelId)));
}

/** One model takes another one's place. */
export async function changesModel(
  tx: Writer,
  useCaseId: number,
  from: number | null,
  to: number | null,
): Promise<void> {
  if (from !== null && from !== to) await leaves(tx, useCaseId, from);
  if (to !== null) await worksWith(tx, useCaseId, [to]);
}

/** What the verdict kept is what the case works with: the POC's own model goes where the kept attempt has others. */
export async function keepsAttempt(
  tx: Writer,
  poc: Pick<typeof pocs.$inferSelect, "useCaseId" | "modelId">,
  kept: { id: number; modelId: number | null },
): Promise<void> {
  const parts = await tx
    .select({ modelId: attemptComponents.modelId })
    .from(attemptComponents)
    .where(eq(attemptComponents.attemptId, kept.id));
  const used = [kept.modelId, ...parts.map(({ modelId }) => modelId)].filter((id) => id !== null);
  if (used.length === 0) return;
  if (poc.modelId !== null && !used.includes(poc.modelId)) await leaves(tx, poc.useCaseId, poc.modelId);
  await worksWith(tx, poc.useCaseId, used);
}
