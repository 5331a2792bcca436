import { and, asc, eq, sql } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { models, useCaseVendors, vendors } from "#db/schema.server";
import type { Entry } from "./registers/fields";
import { addEntry } from "./registers/keep.server";
import { refuseVendorInUse } from "./registers/links.server";
import { storedEntry, VENDORS } from "./registers/stores.server";

const NO_CONTRACT = { contract: null, contractFrom: null, renewsOn: null, noticeDays: null, autoRenews: null };
const VENDOR = { country: null, ownerId: null, ...NO_CONTRACT, yearlyMinor: null, note: null };
const NO_TERMS = { price: null, priceUnit: null, endOfLifeOn: null, successorId: null, ownerId: null, note: null };
const MODEL = { release: null, modality: null, licence: null, hosting: null, region: null, ...NO_TERMS };

export type VendorSaid = Pick<Entry<"vendors">, "name" | "type"> & Partial<Entry<"vendors">>;
export type ModelSaid = Pick<Entry<"models">, "vendorId" | "name"> & Partial<Entry<"models">>;

/** A vendor of which only so much is known. @throws Refusal 409 when the register has the name already */
export const addVendor = (tx: Writer, actor: Actor, said: VendorSaid, when: When): Promise<{ id: number }> =>
  addEntry(tx, actor, { register: "vendors", entry: { ...VENDOR, ...said } }, when);

/** The same of a model. @throws Refusal 409 when the vendor has a model of that name and release already */
export const addModel = (tx: Writer, actor: Actor, said: ModelSaid, when: When): Promise<{ id: number }> =>
  addEntry(tx, actor, { register: "models", entry: { ...MODEL, ...said } }, when);

/** Says that a case works with a vendor. */
export async function linkVendor(
  tx: Writer,
  actor: Actor,
  { useCaseId, vendorId }: { useCaseId: number; vendorId: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { name } = (await storedEntry(tx, VENDORS, vendorId)).entry;
  const [linked] = await tx
    .insert(useCaseVendors)
    .values({ useCaseId, vendorId })
    .onConflictDoNothing()
    .returning({ vendorId: useCaseVendors.vendorId });
  if (linked) await record(tx, may, { subject: "vendor", subjectId: vendorId, useCaseId, after: { name } }, when);
}

/** @throws Refusal 409 while the case works with one of its models */
export async function unlinkVendor(
  tx: Writer,
  actor: Actor,
  { useCaseId, vendorId }: { useCaseId: number; vendorId: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { name } = (await storedEntry(tx, VENDORS, vendorId)).entry;
  await refuseVendorInUse(tx, useCaseId, vendorId);
  const [gone] = await tx
    .delete(useCaseVendors)
    .where(and(eq(useCaseVendors.useCaseId, useCaseId), eq(useCaseVendors.vendorId, vendorId)))
    .returning({ vendorId: useCaseVendors.vendorId });
  if (gone) await record(tx, may, { subject: "vendor", subjectId: vendorId, useCaseId, before: { name } }, when);
}

/** What forms choose from, and name what was chosen by: all, each with whether it was retired. */
export async function vendorChoices(db: Reader) {
  const all = await db
    .select({ id: vendors.id, name: vendors.name, retired: sql<number>`${vendors.retiredOn} is not null` })
    .from(vendors)
    .orderBy(asc(vendors.nameFolded), asc(vendors.id));
  const known = await db
    .select({
      ...{ id: models.id, name: models.name, release: models.release, vendorId: models.vendorId },
      ...{ hosting: models.hosting, retired: sql<number>`${models.retiredOn} is not null` },
    })
    .from(models)
    .orderBy(asc(models.nameFolded), asc(models.id));
  return {
    vendors: all.map((one) => ({ ...one, retired: Boolean(one.retired) })),
    models: known.map(({ name, release, ...one }) => ({
      ...one,
      name: release ? `${name} ${release}` : name,
      retired: Boolean(one.retired),
    })),
  };
}
export type VendorChoices = Awaited<ReturnType<typeof vendorChoices>>;

/** The vendors that a case works with. */
export function vendorsOfCase(db: Reader, useCaseId: number) {
  return db
    .select({ id: vendors.id, name: vendors.name, type: vendors.type, country: vendors.country })
    .from(useCaseVendors)
    .innerJoin(vendors, eq(vendors.id, useCaseVendors.vendorId))
    .where(eq(useCaseVendors.useCaseId, useCaseId))
    .orderBy(asc(vendors.nameFolded), asc(vendors.id));
}
