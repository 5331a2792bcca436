import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Database } from "#db/client.server";
import { LIMITS } from "./limits";
import { type Filled, mappingFromForm } from "./mapping-form";
import { openImport, readable } from "./open-import.server";
import { applyPreset, toPreset } from "./presets";
import { knownPresets, savePreset } from "./saved-presets.server";
import { guessed, saveMapping } from "./upload.server";
import { withTable } from "./with-table.server";

/** Takes over what the form of the columns or of the values says. @throws Refusal 409 when somebody else did meanwhile */
export async function takeMapping(
  database: Database,
  actor: Actor,
  id: number,
  version: number,
  form: Filled,
): Promise<void> {
  const found = readable(await openImport(database, actor, id));
  await withTable(database, found, async (table) => {
    const read = mappingFromForm(form, table, found.mapping);
    // Its fields are choices that we offered: only a form that is not ours can say anything else.
    if (!("mapping" in read)) throw new Refusal(400, "desk.refusal.unreadable");
    const change = { version, mapping: read.mapping, presetName: found.presetName };
    await database.write((tx) => saveMapping(tx, actor, id, change));
  });
}

/**
 * Takes over what the person says of one row of an unknown id: the case of its title and department, or a new one.
 * @throws Refusal 409 when somebody else went on meanwhile, or more rows were said to be new than are kept
 */
export async function takeAlike(
  database: Database,
  actor: Actor,
  id: number,
  { version, row, same }: { version: number; row: string; same: boolean },
): Promise<void> {
  const { mapping, presetName } = readable(await openImport(database, actor, id));
  const without = (said: readonly string[]) => said.filter((one) => one !== row);
  const others = same ? without(mapping.others) : [...without(mapping.others), row];
  const joined = same ? [...without(mapping.same), row] : without(mapping.same);
  if (Math.max(others.length, joined.length) > LIMITS.others)
    throw new Refusal(409, "imports.refused.others", { most: LIMITS.others });
  await database.write((tx) =>
    saveMapping(tx, actor, id, { version, mapping: { ...mapping, others, same: joined }, presetName }),
  );
}

/** Begins the mapping anew: by a preset, or without one by headers and contents. */
export async function applyKnownPreset(
  database: Database,
  actor: Actor,
  id: number,
  { version, preset: name }: { version: number; preset: string },
  reader: Locale,
): Promise<void> {
  const found = readable(await openImport(database, actor, id));
  const preset = name ? (await knownPresets(database)).find((known) => known.name === name) : undefined;
  if (name && !preset) throw new Refusal(404, "desk.refusal.not-found");
  await withTable(database, found, async (table) => {
    const mapping = preset ? applyPreset(table, preset) : await guessed(database, table, found.fileName, reader);
    const change = { version, mapping, presetName: preset?.name ?? null };
    await database.write((tx) => saveMapping(tx, actor, id, change));
  });
}

/** Keeps the mapping of an import under a name, for the next file of its register. */
export async function savePresetOf(
  database: Database,
  actor: Actor,
  id: number,
  name: string,
  when: When,
): Promise<void> {
  const { mapping, version } = readable(await openImport(database, actor, id));
  await database.write(async (tx) => {
    await savePreset(tx, actor, toPreset(name, mapping), when);
    await saveMapping(tx, actor, id, { version, mapping, presetName: name });
  });
}
