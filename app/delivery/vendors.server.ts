import { and, asc, count, eq, ne } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { fold } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { isStage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { models, useCases, useCaseVendors, vendors } from "#db/schema.server";
import type { Hosting, VendorType } from "./vendors";

export interface VendorSaid {
  name: string;
  type: VendorType;
  country: string | null;
}

export interface ModelSaid {
  vendorId: number;
  name: string;
  hosting: Hosting | null;
}

/** @throws Refusal 404 */
export async function vendorById(db: Reader, id: number) {
  const [vendor] = await db.select().from(vendors).where(eq(vendors.id, id));
  if (!vendor) throw new Refusal(404, "delivery.refusal.no-vendor");
  return vendor;
}

/** Names are compared here and not by the database: SQLite's `lower` knows no accents. The register is small. */
async function refuseTwin(db: Reader, name: string, id: number): Promise<void> {
  const others = await db.select({ name: vendors.name }).from(vendors).where(ne(vendors.id, id));
  if (others.some((other) => fold(other.name) === fold(name))) {
    throw new Refusal(409, "delivery.refusal.vendor-twin", { name });
  }
}

/** @throws Refusal 409 when the register has the name already */
export async function addVendor(tx: Writer, actor: Actor, said: VendorSaid, when: When): Promise<{ id: number }> {
  const may = permit(actor, "vendor.write", {});
  await refuseTwin(tx, said.name, 0);
  const { name, type, country } = said;
  const [made] = await tx.insert(vendors).values({ name, type, country }).returning({ id: vendors.id });
  if (!made) throw new Error("The vendor was not written");
  await record(tx, may, { subject: "vendor", subjectId: made.id, after: { name, type, country } }, when);
  return made;
}

/** @throws Refusal 409 when somebody changed it since `version`, or the name is another vendor's */
export async function editVendor(
  tx: Writer,
  actor: Actor,
  { id, version, name, type, country }: VendorSaid & { id: number; version: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", {});
  const before = await vendorById(tx, id);
  if (before.version !== version) throw new Refusal(409, "desk.refusal.stale");
  await refuseTwin(tx, name, id);
  const after = { name, type, country };
  await tx
    .update(vendors)
    .set({ ...after, version: version + 1 })
    .where(eq(vendors.id, id));
  const was = { name: before.name, type: before.type, country: before.country };
  await record(tx, may, { subject: "vendor", subjectId: id, before: was, after }, when);
}

/** @throws Refusal 409 when the vendor has a model of that name already */
export async function addModel(tx: Writer, actor: Actor, said: ModelSaid, when: When): Promise<{ id: number }> {
  const may = permit(actor, "vendor.write", {});
  const { vendorId, name, hosting } = said;
  await vendorById(tx, vendorId);
  const [made] = await tx
    .insert(models)
    .values({ vendorId, name, hosting })
    .onConflictDoNothing()
    .returning({ id: models.id });
  if (!made) throw new Refusal(409, "delivery.refusal.model-twin", { name });
  await record(tx, may, { subject: "model", subjectId: made.id, after: { vendorId, name, hosting } }, when);
  return made;
}

/** @throws Refusal 404, or 409 when it changed meanwhile or its vendor has the name already */
export async function editModel(
  tx: Writer,
  actor: Actor,
  { id, version, vendorId, name, hosting }: ModelSaid & { id: number; version: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", {});
  const [before] = await tx
    .select()
    .from(models)
    .where(and(eq(models.id, id), eq(models.vendorId, vendorId)));
  if (!before) throw new Refusal(404, "delivery.refusal.no-model");
  if (before.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const [twin] = await tx
    .select({ id: models.id })
    .from(models)
    .where(and(eq(models.vendorId, vendorId), eq(models.name, name), ne(models.id, id)));
  if (twin) throw new Refusal(409, "delivery.refusal.model-twin", { name });
  await tx
    .update(models)
    .set({ name, hosting, version: version + 1 })
    .where(eq(models.id, id));
  const was = { name: before.name, hosting: before.hosting };
  await record(tx, may, { subject: "model", subjectId: id, before: was, after: { name, hosting } }, when);
}

/** Says that a case works with a vendor. */
export async function linkVendor(
  tx: Writer,
  actor: Actor,
  { useCaseId, vendorId }: { useCaseId: number; vendorId: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { name } = await vendorById(tx, vendorId);
  const [linked] = await tx
    .insert(useCaseVendors)
    .values({ useCaseId, vendorId })
    .onConflictDoNothing()
    .returning({ vendorId: useCaseVendors.vendorId });
  if (linked) await record(tx, may, { subject: "vendor", subjectId: vendorId, useCaseId, after: { name } }, when);
}

export async function unlinkVendor(
  tx: Writer,
  actor: Actor,
  { useCaseId, vendorId }: { useCaseId: number; vendorId: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "vendor.write", await caseById(tx, useCaseId));
  const { name } = await vendorById(tx, vendorId);
  const [gone] = await tx
    .delete(useCaseVendors)
    .where(and(eq(useCaseVendors.useCaseId, useCaseId), eq(useCaseVendors.vendorId, vendorId)))
    .returning({ vendorId: useCaseVendors.vendorId });
  if (gone) await record(tx, may, { subject: "vendor", subjectId: vendorId, useCaseId, before: { name } }, when);
}

/** The register: every vendor with how many models it has and how many cases work with it. Three queries. */
export async function listVendors(db: Reader) {
  const all = await db.select().from(vendors).orderBy(asc(vendors.name));
  const perModel = await db.select({ vendorId: models.vendorId, count: count() }).from(models).groupBy(models.vendorId);
  const perCase = await db
    .select({ vendorId: useCaseVendors.vendorId, count: count() })
    .from(useCaseVendors)
    .groupBy(useCaseVendors.vendorId);
  const modelsOf = new Map(perModel.map((row) => [row.vendorId, row.count]));
  const casesOf = new Map(perCase.map((row) => [row.vendorId, row.count]));
  return all.map((vendor) => ({
    ...vendor,
    models: modelsOf.get(vendor.id) ?? 0,
    useCases: casesOf.get(vendor.id) ?? 0,
  }));
}

const CASES = 200;

/** One vendor with its models and the cases that work with it. */
export async function readVendor(db: Reader, id: number) {
  const vendor = await vendorById(db, id);
  const its = await db.select().from(models).where(eq(models.vendorId, id)).orderBy(asc(models.name));
  const cases = await db
    .select({ reference: useCases.reference, title: useCases.title, stage: useCases.stage })
    .from(useCaseVendors)
    .innerJoin(useCases, eq(useCases.id, useCaseVendors.useCaseId))
    .where(eq(useCaseVendors.vendorId, id))
    .orderBy(asc(useCases.id))
    .limit(CASES);
  return {
    vendor,
    models: its,
    useCases: cases.map((row) => ({ ...row, stage: isStage(row.stage) ? row.stage : null })),
  };
}

/** What forms choose from. */
export async function vendorChoices(db: Reader) {
  const all = await db.select({ id: vendors.id, name: vendors.name }).from(vendors).orderBy(asc(vendors.name));
  const known = await db
    .select({ id: models.id, name: models.name, vendorId: models.vendorId, hosting: models.hosting })
    .from(models)
    .orderBy(asc(models.name));
  return { vendors: all, models: known };
}
export type VendorChoices = Awaited<ReturnType<typeof vendorChoices>>;

/** The vendors that a case works with. */
export function vendorsOfCase(db: Reader, useCaseId: number) {
  return db
    .select({ id: vendors.id, name: vendors.name, type: vendors.type, country: vendors.country })
    .from(useCaseVendors)
    .innerJoin(vendors, eq(vendors.id, useCaseVendors.vendorId))
    .where(eq(useCaseVendors.useCaseId, useCaseId))
    .orderBy(asc(vendors.name));
}
