/** Which models and data a case works with, and as which of its components. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import type { Reader, Writer } from "#db/client.server";
import { dataSets, models, useCaseDataSets, useCaseModels, useCaseVendors, vendors } from "#db/schema.server";
import { DATA_SETS, MODELS, storedEntry } from "./stores.server";

export interface Linked {
  useCaseId: number;
  id: number;
}

/** Says that a case works with a model, or anew what the model does there. Its vendor comes along. */
export async function linkModel(
  tx: Writer,
  actor: Actor,
  { useCaseId, id, component }: Linked & { component: Told | null },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "vendor.write", useCase);
  await refuseMerged(tx, useCase);
  const { entry } = await storedEntry(tx, MODELS, id);
  const isIt = and(eq(useCaseModels.useCaseId, useCaseId), eq(useCaseModels.modelId, id));
  const [before] = await tx.select().from(useCaseModels).where(isIt);
  const target = [useCaseModels.useCaseId, useCaseModels.modelId];
  await tx
    .insert(useCaseModels)
    .values({ useCaseId, modelId: id, component })
    .onConflictDoUpdate({ target, set: { component } });
  await tx.insert(useCaseVendors).values({ useCaseId, vendorId: entry.vendorId }).onConflictDoNothing();
  const was = before ? { component: before.component } : null;
  const after = before ? { component } : { name: entry.name, component };
  await record(tx, may, { subject: "model", subjectId: id, useCaseId, before: was, after }, when);
}

export async function unlinkModel(tx: Writer, actor: Actor, { useCaseId, id }: Linked, when: When): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { entry } = await storedEntry(tx, MODELS, id);
  const [gone] = await tx
    .delete(useCaseModels)
    .where(and(eq(useCaseModels.useCaseId, useCaseId), eq(useCaseModels.modelId, id)))
    .returning({ id: useCaseModels.modelId });
  if (gone) await record(tx, may, { subject: "model", subjectId: id, useCaseId, before: { name: entry.name } }, when);
}

/** Says which data a case works with, and for what. */
export async function linkDataSet(
  tx: Writer,
  actor: Actor,
  { useCaseId, id, component }: Linked & { component: Told | null },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "vendor.write", useCase);
  await refuseMerged(tx, useCase);
  const { entry } = await storedEntry(tx, DATA_SETS, id);
  const isIt = and(eq(useCaseDataSets.useCaseId, useCaseId), eq(useCaseDataSets.dataSetId, id));
  const [before] = await tx.select().from(useCaseDataSets).where(isIt);
  const target = [useCaseDataSets.useCaseId, useCaseDataSets.dataSetId];
  await tx
    .insert(useCaseDataSets)
    .values({ useCaseId, dataSetId: id, component })
    .onConflictDoUpdate({ target, set: { component } });
  const was = before ? { component: before.component } : null;
  const after = before ? { component } : { name: entry.name, component };
  await record(tx, may, { subject: "data-set", subjectId: id, useCaseId, before: was, after }, when);
}

export async function unlinkDataSet(tx: Writer, actor: Actor, { useCaseId, id }: Linked, when: When): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { entry } = await storedEntry(tx, DATA_SETS, id);
  const [gone] = await tx
    .delete(useCaseDataSets)
    .where(and(eq(useCaseDataSets.useCaseId, useCaseId), eq(useCaseDataSets.dataSetId, id)))
    .returning({ id: useCaseDataSets.dataSetId });
  const before = { name: entry.name };
  if (gone) await record(tx, may, { subject: "data-set", subjectId: id, useCaseId, before }, when);
}

/** A vendor whose model a case works with cannot be unlinked from it. @throws Refusal 409 */
export async function refuseVendorInUse(db: Reader, useCaseId: number, vendorId: number): Promise<void> {
  const [used] = await db
    .select({ name: models.name })
    .from(useCaseModels)
    .innerJoin(models, eq(models.id, useCaseModels.modelId))
    .where(and(eq(useCaseModels.useCaseId, useCaseId), eq(models.vendorId, vendorId)))
    .limit(1);
  if (used) throw new Refusal(409, "registers.refusal.vendor-in-use", { name: used.name });
}

/** What a case works with, by register. Two queries. */
export async function componentsOf(db: Reader, useCaseId: number) {
  return {
    models: await db
      .select({
        id: models.id,
        name: models.name,
        release: models.release,
        vendor: vendors.name,
        component: useCaseModels.component,
        endOfLifeOn: models.endOfLifeOn,
        retiredOn: models.retiredOn,
      })
      .from(useCaseModels)
      .innerJoin(models, eq(models.id, useCaseModels.modelId))
      .innerJoin(vendors, eq(vendors.id, models.vendorId))
      .where(eq(useCaseModels.useCaseId, useCaseId))
      .orderBy(asc(models.nameFolded), asc(models.id)),
    dataSets: await db
      .select({
        id: dataSets.id,
        name: dataSets.name,
        sensitivity: dataSets.sensitivity,
        personalData: dataSets.personalData,
        component: useCaseDataSets.component,
        retiredOn: dataSets.retiredOn,
      })
      .from(useCaseDataSets)
      .innerJoin(dataSets, eq(dataSets.id, useCaseDataSets.dataSetId))
      .where(eq(useCaseDataSets.useCaseId, useCaseId))
      .orderBy(asc(dataSets.nameFolded), asc(dataSets.id)),
  };
}
export type Components = Awaited<ReturnType<typeof componentsOf>>;

/** What a form offers beside what is linked already: nothing that was retired. */
export function dataSetChoices(db: Reader) {
  return db
    .select({ id: dataSets.id, name: dataSets.name })
    .from(dataSets)
    .where(isNull(dataSets.retiredOn))
    .orderBy(asc(dataSets.nameFolded), asc(dataSets.id));
}
