/** The three tables behind the registers, under one set of verbs. */
import { and, eq, ne } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import { fold, type Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import type { Reader, Writer } from "#db/client.server";
import { dataSets, departments, models, people, vendors } from "#db/schema.server";
import type { Entry, Register } from "./fields";

export interface Stored<Of extends Register> {
  id: number;
  version: number;
  retiredOn: Day | null;
  retiredReason: Told | null;
  entry: Entry<Of>;
}

export interface Retired {
  retiredOn: Day | null;
  retiredReason: Told | null;
}

export interface Store<Of extends Register> {
  register: Of;
  /** What the audit log calls one of it. */
  subject: "vendor" | "model" | "data-set";
  missing: Key;
  twin: Key;
  read(db: Reader, id: number): Promise<Stored<Of> | null>;
  /** Whether another one has its name already. */
  hasTwin(db: Reader, entry: Entry<Of>, id: number): Promise<boolean>;
  insert(tx: Writer, entry: Entry<Of>): Promise<number | undefined>;
  /** Whether `version` was still the stored one. */
  update(tx: Writer, id: number, version: number, entry: Entry<Of>): Promise<boolean>;
  retire(tx: Writer, id: number, version: number, retired: Retired): Promise<boolean>;
}

type Kept = { id: number; version: number; nameFolded: string } & Retired;

/** A row apart: what is said of the thing, and what is kept about it. */
function apart<Row extends Kept>({ id, version, retiredOn, retiredReason, nameFolded: _, ...entry }: Row) {
  return { id, version, retiredOn, retiredReason, entry };
}

export const VENDORS: Store<"vendors"> = {
  register: "vendors",
  subject: "vendor",
  missing: "delivery.refusal.no-vendor",
  twin: "delivery.refusal.vendor-twin",
  async read(db, id) {
    const [row] = await db.select().from(vendors).where(eq(vendors.id, id));
    return row ? apart(row) : null;
  },
  async hasTwin(db, { name }, id) {
    const found = await db
      .select({ id: vendors.id })
      .from(vendors)
      .where(and(eq(vendors.nameFolded, fold(name)), ne(vendors.id, id)))
      .limit(1);
    return found.length > 0;
  },
  async insert(tx, entry) {
    const values = { ...entry, nameFolded: fold(entry.name) };
    return (await tx.insert(vendors).values(values).returning({ id: vendors.id }))[0]?.id;
  },
  async update(tx, id, version, entry) {
    const set = { ...entry, nameFolded: fold(entry.name), version: version + 1 };
    const isIt = and(eq(vendors.id, id), eq(vendors.version, version));
    return (await tx.update(vendors).set(set).where(isIt).returning({ id: vendors.id })).length > 0;
  },
  async retire(tx, id, version, retired) {
    const isIt = and(eq(vendors.id, id), eq(vendors.version, version));
    const set = { ...retired, version: version + 1 };
    return (await tx.update(vendors).set(set).where(isIt).returning({ id: vendors.id })).length > 0;
  },
};

export const MODELS: Store<"models"> = {
  register: "models",
  subject: "model",
  missing: "delivery.refusal.no-model",
  twin: "delivery.refusal.model-twin",
  async read(db, id) {
    const [row] = await db.select().from(models).where(eq(models.id, id));
    if (!row) return null;
    const { modality, hosting, release, ...rest } = row;
    const { entry, ...kept } = apart(rest);
    return {
      ...kept,
      entry: {
        ...entry,
        release: release || null,
        ...({ modality, hosting } as Pick<Entry<"models">, "modality" | "hosting">),
      },
    };
  },
  async hasTwin(db, { vendorId, name, release }, id) {
    const found = await db
      .select({ id: models.id })
      .from(models)
      .where(
        and(
          eq(models.vendorId, vendorId),
          eq(models.nameFolded, fold(name)),
          eq(models.release, release ?? ""),
          ne(models.id, id),
        ),
      )
      .limit(1);
    return found.length > 0;
  },
  async insert(tx, entry) {
    const values = { ...entry, release: entry.release ?? "", nameFolded: fold(entry.name) };
    return (await tx.insert(models).values(values).returning({ id: models.id }))[0]?.id;
  },
  async update(tx, id, version, entry) {
    const set = { ...entry, release: entry.release ?? "", nameFolded: fold(entry.name), version: version + 1 };
    const isIt = and(eq(models.id, id), eq(models.version, version));
    return (await tx.update(models).set(set).where(isIt).returning({ id: models.id })).length > 0;
  },
  async retire(tx, id, version, retired) {
    const isIt = and(eq(models.id, id), eq(models.version, version));
    const set = { ...retired, version: version + 1 };
    return (await tx.update(models).set(set).where(isIt).returning({ id: models.id })).length > 0;
  },
};

export const DATA_SETS: Store<"data-sets"> = {
  register: "data-sets",
  subject: "data-set",
  missing: "registers.refusal.no-data-set",
  twin: "registers.refusal.data-set-twin",
  async read(db, id) {
    const [row] = await db.select().from(dataSets).where(eq(dataSets.id, id));
    if (!row) return null;
    const { hosting, ...rest } = row;
    const { entry, ...kept } = apart(rest);
    return { ...kept, entry: { ...entry, ...({ hosting } as Pick<Entry<"data-sets">, "hosting">) } };
  },
  async hasTwin(db, { name }, id) {
    const found = await db
      .select({ id: dataSets.id })
      .from(dataSets)
      .where(and(eq(dataSets.nameFolded, fold(name)), ne(dataSets.id, id)))
      .limit(1);
    return found.length > 0;
  },
  async insert(tx, entry) {
    const values = { ...entry, nameFolded: fold(entry.name) };
    return (await tx.insert(dataSets).values(values).returning({ id: dataSets.id }))[0]?.id;
  },
  async update(tx, id, version, entry) {
    const set = { ...entry, nameFolded: fold(entry.name), version: version + 1 };
    const isIt = and(eq(dataSets.id, id), eq(dataSets.version, version));
    return (await tx.update(dataSets).set(set).where(isIt).returning({ id: dataSets.id })).length > 0;
  },
  async retire(tx, id, version, retired) {
    const isIt = and(eq(dataSets.id, id), eq(dataSets.version, version));
    const set = { ...retired, version: version + 1 };
    return (await tx.update(dataSets).set(set).where(isIt).returning({ id: dataSets.id })).length > 0;
  },
};

const STORES: { [Of in Register]: Store<Of> } = { vendors: VENDORS, models: MODELS, "data-sets": DATA_SETS };

export function storeOf<Of extends Register>(register: Of): Store<Of> {
  return STORES[register];
}

/** @throws Refusal 404 */
export async function storedEntry<Of extends Register>(db: Reader, store: Store<Of>, id: number): Promise<Stored<Of>> {
  const stored = await store.read(db, id);
  if (!stored) throw new Refusal(404, store.missing);
  return stored;
}

const POINTED_AT = {
  person: { table: people, id: people.id },
  department: { table: departments, id: departments.id },
  vendor: { table: vendors, id: vendors.id },
  model: { table: models, id: models.id },
} as const;

/** Whether what a field points at is there. */
export async function isThere(db: Reader, kind: keyof typeof POINTED_AT, id: number): Promise<boolean> {
  const { table, id: column } = POINTED_AT[kind];
  return (await db.select({ id: column }).from(table).where(eq(column, id)).limit(1)).length > 0;
}
