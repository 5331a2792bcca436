import { asc, desc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { importPresets, imports } from "#db/schema.server";
import { type Preset, presetSchema } from "./mapping";
import { BUILT_IN_PRESETS, toPreset } from "./presets";

export interface KnownPreset extends Preset {
  from: "saved" | "built-in" | "past";
  /** Of a saved one. */
  id: number | null;
}

export async function savedPresets(db: Reader): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: importPresets.id, name: importPresets.name })
    .from(importPresets)
    .orderBy(asc(importPresets.name));
}

const PAST = 20;

/** The presets that people saved, those that ship with the product, and what was said for earlier files. */
export async function knownPresets(db: Reader): Promise<KnownPreset[]> {
  const saved = await db.select().from(importPresets).orderBy(asc(importPresets.name));
  const past = await db
    .select({ name: imports.fileName, mapping: imports.mapping })
    .from(imports)
    .where(eq(imports.status, "done"))
    .orderBy(desc(imports.id))
    .limit(PAST);
  const all: KnownPreset[] = [];
  const take = (from: KnownPreset["from"], id: number | null, preset: unknown) => {
    const read = presetSchema.safeParse(preset);
    if (read.success && !all.some(({ name }) => name === read.data.name)) all.push({ ...read.data, from, id });
  };
  for (const { id, name, signature, mapping } of saved) take("saved", id, { name, signature, mapping });
  for (const preset of BUILT_IN_PRESETS) take("built-in", null, preset);
  for (const { name, mapping } of past)
    if (mapping && !mapping.own) take("past", null, toPreset(name.slice(0, 120), mapping));
  return all;
}

/** Keeps a mapping under a name, instead of the one that had it. @throws Refusal 409 for the name of one of ours */
export async function savePreset(tx: Writer, actor: Actor, preset: Preset, when: When): Promise<void> {
  const may = permit(actor, "use-case.import", NO_PARTIES);
  const { name, signature, mapping } = preset;
  if (BUILT_IN_PRESETS.some((ours) => ours.name === name)) throw new Refusal(409, "imports.refused.preset-name");
  const [before] = await tx
    .select({ name: importPresets.name, signature: importPresets.signature, mapping: importPresets.mapping })
    .from(importPresets)
    .where(eq(importPresets.name, name));
  const [saved] = await tx
    .insert(importPresets)
    .values({ name, signature, mapping, createdBy: actor.personId, createdAt: when.now })
    .onConflictDoUpdate({ target: importPresets.name, set: { signature, mapping } })
    .returning({ id: importPresets.id });
  if (!saved) throw new Error("The preset was not saved");
  await record(tx, may, { subject: "import-preset", subjectId: saved.id, before, after: preset }, when);
}

/** @throws Refusal 404 */
export async function deletePreset(tx: Writer, actor: Actor, id: number, when: When): Promise<string> {
  const may = permit(actor, "use-case.import", NO_PARTIES);
  const [gone] = await tx.delete(importPresets).where(eq(importPresets.id, id)).returning();
  if (!gone) throw new Refusal(404, "desk.refusal.not-found");
  const { name, signature, mapping } = gone;
  await record(tx, may, { subject: "import-preset", subjectId: id, before: { name, signature, mapping } }, when);
  return name;
}
