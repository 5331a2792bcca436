import { eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { attemptComponents, attempts, models, pocIterations, useCaseVendors, vendors } from "#db/schema.server";
import { runningPoc } from "../poc.server";
import { isHosting } from "../vendors";
import type { Attempt } from "./attempt-input";
import type { Component } from "./component";

/** Models bring their name, vendor and place; what the register does not know is refused. @throws Refusal 409 */
async function registered(db: Reader, components: readonly Component[]): Promise<Component[]> {
  const modelIds = components.flatMap(({ modelId }) => modelId ?? []);
  const known = modelIds.length ? await db.select().from(models).where(inArray(models.id, modelIds)) : [];
  const found = components.map((one) => {
    const model = known.find(({ id }) => id === one.modelId);
    if (one.modelId !== null && !model) throw new Refusal(409, "delivery.refusal.no-model");
    if (!model) return one;
    const hosting = one.hosting ?? (isHosting(model.hosting) ? model.hosting : null);
    return { ...one, name: one.name || model.name, vendorId: model.vendorId, hosting };
  });
  const vendorIds = found.flatMap(({ vendorId }) => vendorId ?? []);
  const there = vendorIds.length
    ? await db.select({ id: vendors.id }).from(vendors).where(inArray(vendors.id, vendorIds))
    : [];
  if (vendorIds.some((id) => !there.some((vendor) => vendor.id === id))) {
    throw new Refusal(409, "delivery.refusal.no-vendor");
  }
  return found;
}

/** Writes down one way the POC was tried. @throws Refusal 409 before the start, after the verdict, for a day to come */
export async function addAttempt(
  tx: Writer,
  actor: Actor,
  { pocId, components, ...attempt }: Attempt,
  when: When,
): Promise<{ id: number }> {
  const poc = await runningPoc(tx, pocId);
  const { useCaseId } = poc;
  const may = permit(actor, "poc.write", await caseById(tx, useCaseId));
  if (attempt.on > when.today) throw new Refusal(409, "delivery.refusal.day-to-come");
  if (attempt.iterationId !== null) {
    const [round] = await tx.select().from(pocIterations).where(eq(pocIterations.id, attempt.iterationId));
    if (round?.pocId !== pocId) throw new Refusal(409, "delivery.refusal.no-iteration");
  }
  if (attempt.modelId !== null) {
    const [model] = await tx.select({ id: models.id }).from(models).where(eq(models.id, attempt.modelId));
    if (!model) throw new Refusal(409, "delivery.refusal.no-model");
  }
  const parts = await registered(tx, components);
  const [made] = await tx
    .insert(attempts)
    .values({ pocId, ...attempt })
    .returning({ id: attempts.id });
  if (!made) throw new Error("The attempt was not written");
  if (parts.length > 0) {
    await tx.insertMany(
      attemptComponents,
      parts.map((part) => ({ attemptId: made.id, ...part })),
    );
    // A vendor that a POC works with is the case's too.
    for (const vendorId of new Set(parts.flatMap((part) => part.vendorId ?? []))) {
      await tx.insert(useCaseVendors).values({ useCaseId, vendorId }).onConflictDoNothing();
    }
  }
  const after = { ...attempt, components: parts };
  await record(tx, may, { subject: "attempt", subjectId: made.id, useCaseId, after }, when);
  return made;
}
