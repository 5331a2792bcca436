import { eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { attemptComponents, attempts, models, pocIterations, useCaseVendors, vendors } from "#db/schema.server";
import { type Poc, runningPoc } from "../poc.server";
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

/** What an attempt says is of its POC and of the registers. @throws Refusal 409 for a day before the start or to come */
async function fitting(tx: Writer, poc: Poc, { components, ...attempt }: Omit<Attempt, "pocId">, when: When) {
  if (attempt.on > when.today) throw new Refusal(409, "delivery.refusal.day-to-come");
  if (attempt.on < poc.startsOn) throw new Refusal(409, "delivery.refusal.attempt-early");
  if (attempt.iterationId !== null) {
    const [round] = await tx.select().from(pocIterations).where(eq(pocIterations.id, attempt.iterationId));
    if (round?.pocId !== poc.id) throw new Refusal(409, "delivery.refusal.no-iteration");
  }
  if (attempt.modelId !== null) {
    const [model] = await tx.select({ id: models.id }).from(models).where(eq(models.id, attempt.modelId));
    if (!model) throw new Refusal(409, "delivery.refusal.no-model");
  }
  return registered(tx, components);
}

async function writeParts(tx: Writer, poc: Poc, attemptId: number, parts: readonly Component[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.insertMany(
    attemptComponents,
    parts.map((part) => ({ attemptId, ...part })),
  );
  // A vendor that a POC works with is the case's too.
  for (const vendorId of new Set(parts.flatMap((part) => part.vendorId ?? []))) {
    await tx.insert(useCaseVendors).values({ useCaseId: poc.useCaseId, vendorId }).onConflictDoNothing();
  }
}

/** Writes down one way the POC was tried. @throws Refusal 409 outside the POC's days, before the start, after the verdict */
export async function addAttempt(
  tx: Writer,
  actor: Actor,
  { pocId, components, ...attempt }: Attempt,
  when: When,
): Promise<{ id: number }> {
  const { poc, may } = await runningPoc(tx, actor, "poc.write", pocId);
  const { useCaseId } = poc;
  const parts = await fitting(tx, poc, { components, ...attempt }, when);
  const [made] = await tx
    .insert(attempts)
    .values({ pocId, ...attempt })
    .returning({ id: attempts.id });
  if (!made) throw new Error("The attempt was not written");
  await writeParts(tx, poc, made.id, parts);
  const after = { ...attempt, components: parts };
  await record(tx, may, { subject: "attempt", subjectId: made.id, useCaseId, after }, when);
  return made;
}

export type AttemptEdit = Omit<Attempt, "pocId"> & { attemptId: number; version: number };

/** An attempt with what it is made of, as it stands. @throws Refusal 404 */
export async function attemptById(db: Reader, id: number) {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, id));
  if (!row) throw new Refusal(404, "desk.refusal.not-found");
  const parts = await db.select().from(attemptComponents).where(eq(attemptComponents.attemptId, id));
  const components = parts.map(({ id: _, attemptId: __, hosting, ...part }) => ({
    ...part,
    hosting: isHosting(hosting) ? hosting : null,
  }));
  return { ...row, components };
}

/**
 * Changes what was written of an attempt while its POC runs; what it said before stays in the case's history.
 * @throws Refusal 404; 409 when somebody else changed it, outside the POC's days, and after the verdict
 */
export async function editAttempt(
  tx: Writer,
  actor: Actor,
  { attemptId, version, components, ...attempt }: AttemptEdit,
  when: When,
): Promise<void> {
  const { id: _, pocId, chosen: __, version: known, ...before } = await attemptById(tx, attemptId);
  const { poc, may } = await runningPoc(tx, actor, "poc.edit-attempt", pocId);
  if (known !== version) throw new Refusal(409, "desk.refusal.stale");
  const parts = await fitting(tx, poc, { components, ...attempt }, when);
  await tx
    .update(attempts)
    .set({ ...attempt, version: version + 1 })
    .where(eq(attempts.id, attemptId));
  await tx.delete(attemptComponents).where(eq(attemptComponents.attemptId, attemptId));
  await writeParts(tx, poc, attemptId, parts);
  const after = { ...attempt, components: parts };
  await record(tx, may, { subject: "attempt", subjectId: attemptId, useCaseId: poc.useCaseId, before, after }, when);
}
