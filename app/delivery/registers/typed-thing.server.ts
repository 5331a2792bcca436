/** A vendor, model or data set that somebody typed by its name: who is meant, and what is offered while they type. */
import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { FieldErrors } from "#app/kernel/input";
import { fold } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { dataSets, models, vendors } from "#db/schema.server";
import type { Register } from "./fields";
import { modelTyped, namesMaker, namesSuccessor } from "./typed-thing";

interface Named {
  id: number;
  /** As a field takes it, so that nothing else is meant. */
  written: string;
  names: string[];
}

const OFFERED = 12;
const holding = (text: string) => `%${fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

async function modelsWhere(db: Reader, meant: SQL | undefined, limit?: number): Promise<Named[]> {
  const asked = db
    .select({ id: models.id, name: models.name, release: models.release, vendor: vendors.name })
    .from(models)
    .innerJoin(vendors, eq(vendors.id, models.vendorId))
    .where(meant)
    .orderBy(asc(models.nameFolded), asc(models.id));
  return (await (limit === undefined ? asked : asked.limit(limit))).map(({ id, name, release, vendor }) => {
    const full = [name, release].filter(Boolean).join(" ");
    return { id, written: modelTyped({ vendor, name: full }), names: [full, name] };
  });
}

async function dataWhere(db: Reader, meant: SQL | undefined, limit?: number): Promise<Named[]> {
  const asked = db
    .select({ id: dataSets.id, name: dataSets.name })
    .from(dataSets)
    .where(meant)
    .orderBy(asc(dataSets.nameFolded), asc(dataSets.id));
  const found = await (limit === undefined ? asked : asked.limit(limit));
  return found.map(({ id, name }) => ({ id, written: name, names: [name] }));
}

async function vendorsWhere(db: Reader, meant: SQL | undefined, limit?: number): Promise<Named[]> {
  const asked = db
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(meant)
    .orderBy(asc(vendors.nameFolded), asc(vendors.id));
  const found = await (limit === undefined ? asked : asked.limit(limit));
  return found.map(({ id, name }) => ({ id, written: name, names: [name] }));
}

const WHERE = { vendors: vendorsWhere, models: modelsWhere, "data-sets": dataWhere } as const;

/** How a field writes a model that is stored, retired or not. */
export async function modelWritten(db: Reader, id: number): Promise<string | undefined> {
  return (await modelsWhere(db, eq(models.id, id)))[0]?.written;
}

/** How a field writes a vendor that is in use. */
export async function vendorWritten(db: Reader, id: number): Promise<string | null> {
  return (await vendorsWhere(db, and(eq(vendors.id, id), isNull(vendors.retiredOn))))[0]?.written ?? null;
}

/** What in use holds the typed text in its name, a model's also in its vendor's: a dozen at most. One query. */
export async function suggestThings(db: Reader, register: Register, typed: string): Promise<string[]> {
  if (typed.trim() === "") return [];
  const like = holding(typed);
  const inUse = {
    vendors: and(isNull(vendors.retiredOn), sql`${vendors.nameFolded} like ${like} escape '\\'`),
    models: and(
      isNull(models.retiredOn),
      sql`(${models.nameFolded} || ' ' || lower(${models.release}) || ' ' || ${vendors.nameFolded}) like ${like} escape '\\'`,
    ),
    "data-sets": and(isNull(dataSets.retiredOn), sql`${dataSets.nameFolded} like ${like} escape '\\'`),
  };
  const found = await WHERE[register](db, inUse[register], OFFERED);
  return found.map(({ written }) => written);
}

/** Which one a typed name means; why nobody can tell, else. Numbers are ids, as programs and older forms send them. */
async function meantBy(db: Reader, register: Register, typed: string) {
  const wanted = fold(typed);
  const known = await WHERE[register](db, undefined);
  const exactly = known.filter(({ written }) => fold(written) === wanted);
  const found = exactly.length > 0 ? exactly : known.filter(({ names }) => names.some((name) => fold(name) === wanted));
  const [one] = found;
  if (!one) return { key: "registers.file.fault.unknown" as const };
  return found.length > 1 ? { key: "registers.file.fault.several" as const } : one.id;
}

/** The form of a model: its maker and its successor are named in it. */
export async function withNamedIn(db: Reader, form: FormData): Promise<{ read: FormData; faults: FieldErrors }> {
  const made = await withThings(db, form, "vendors", namesMaker);
  const { read, faults } = await withThings(db, made.read, "models", namesSuccessor);
  return { read, faults: { ...made.faults, ...faults } };
}

/**
 * A form in whose fields things of a register may be named: the same with their ids, and the faults of those that are not
 * known. The form itself stays as it was typed.
 */
export async function withThings(
  db: Reader,
  form: FormData,
  register: Register,
  isThing: (name: string) => boolean,
): Promise<{ read: FormData; faults: FieldErrors }> {
  const read = new FormData();
  const faults: FieldErrors = {};
  for (const [name, value] of form.entries()) {
    const typed = typeof value === "string" ? value.trim() : "";
    if (!isThing(name) || typed === "" || /^\d+$/.test(typed)) {
      read.append(name, value);
      continue;
    }
    const meant = await meantBy(db, register, typed);
    if (typeof meant === "number") read.append(name, String(meant));
    else faults[name] = { key: meant.key, values: { cell: typed.slice(0, 100) } };
  }
  return { read, faults };
}
