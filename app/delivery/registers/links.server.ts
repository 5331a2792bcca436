/** Which models and data a case works with, and as which of its components. */
import { and, asc, eq } from "drizzle-orm";
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

/** The two registers that cases are linked to one by one; vendors come along with their models. */
export const LINKED = ["models", "data-sets"] as const;
export type LinkedRegister = (typeof LINKED)[number];

type Component = Told | null;

const LINKS = {
  models: {
    store: MODELS,
    async read(db: Reader, { useCaseId, id }: Linked) {
      const isIt = and(eq(useCaseModels.useCaseId, useCaseId), eq(useCaseModels.modelId, id));
      return (await db.select({ component: useCaseModels.component }).from(useCaseModels).where(isIt))[0];
    },
    async keep(tx: Writer, { useCaseId, id }: Linked, component: Component) {
      const target = [useCaseModels.useCaseId, useCaseModels.modelId];
      const row = { useCaseId, modelId: id, component };
      await tx.insert(useCaseModels).values(row).onConflictDoUpdate({ target, set: { component } });
      const { vendorId } = (await storedEntry(tx, MODELS, id)).entry;
      await tx.insert(useCaseVendors).values({ useCaseId, vendorId }).onConflictDoNothing();
    },
    async drop(tx: Writer, { useCaseId, id }: Linked) {
      const isIt = and(eq(useCaseModels.useCaseId, useCaseId), eq(useCaseModels.modelId, id));
      await tx.delete(useCaseModels).where(isIt);
    },
  },
  "data-sets": {
    store: DATA_SETS,
    async read(db: Reader, { useCaseId, id }: Linked) {
      const isIt = and(eq(useCaseDataSets.useCaseId, useCaseId), eq(useCaseDataSets.dataSetId, id));
      return (await db.select({ component: useCaseDataSets.component }).from(useCaseDataSets).where(isIt))[0];
    },
    async keep(tx: Writer, { useCaseId, id }: Linked, component: Component) {
      const target = [useCaseDataSets.useCaseId, useCaseDataSets.dataSetId];
      const row = { useCaseId, dataSetId: id, component };
      await tx.insert(useCaseDataSets).values(row).onConflictDoUpdate({ target, set: { component } });
    },
    async drop(tx: Writer, { useCaseId, id }: Linked) {
      const isIt = and(eq(useCaseDataSets.useCaseId, useCaseId), eq(useCaseDataSets.dataSetId, id));
      await tx.delete(useCaseDataSets).where(isIt);
    },
  },
} as const;

/** The name of a linked thing, and how the log calls it. @throws Refusal 404 */
async function thingOf(db: Reader, register: LinkedRegister, id: number) {
  const { store } = LINKS[register];
  const entry = store === MODELS ? await storedEntry(db, MODELS, id) : await storedEntry(db, DATA_SETS, id);
  return { subject: store.subject, name: entry.entry.name };
}

/** Says that a case works with a model or data, or anew what it does there. A model's vendor comes along. */
export async function linkThing(
  tx: Writer,
  actor: Actor,
  { register, component, ...link }: Linked & { register: LinkedRegister; component: Component },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, link.useCaseId);
  const may = permit(actor, "vendor.write", useCase);
  await refuseMerged(tx, useCase);
  const { subject, name } = await thingOf(tx, register, link.id);
  const before = await LINKS[register].read(tx, link);
  await LINKS[register].keep(tx, link, component);
  const after = before ? { component } : { name, component };
  const about = { subject, subjectId: link.id, useCaseId: link.useCaseId };
  await record(tx, may, { ...about, before: before ? { component: before.component } : null, after }, when);
}

export async function unlinkThing(
  tx: Writer,
  actor: Actor,
  { register, useCaseId, id }: Linked & { register: LinkedRegister },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { subject, name } = await thingOf(tx, register, id);
  if (!(await LINKS[register].read(tx, { useCaseId, id }))) return;
  await LINKS[register].drop(tx, { useCaseId, id });
  await record(tx, may, { subject, subjectId: id, useCaseId, before: { name } }, when);
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
