import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { isDay } from "#app/kernel/day";
import type { Locale } from "#app/kernel/told";
import { whenAt } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK } from "#app/people/roles";
import { withLeanHeap } from "#app/use-cases/import/lean-heap.server";
import { type Mapping, missingColumns } from "#app/use-cases/import/mapping";
import type { ImportCounts } from "#app/use-cases/import/plan";
import { applyPreset } from "#app/use-cases/import/presets";
import { readTable } from "#app/use-cases/import/read-table.server";
import { importWhole, refusedRowsFile } from "#app/use-cases/import/run.server";
import { knownPresets } from "#app/use-cases/import/saved-presets.server";
import type { Table } from "#app/use-cases/import/table";
import { firstMapping } from "#app/use-cases/import/upload.server";
import { stageSpellings } from "#app/use-cases/import/value-counts";
import type { RefusedRow } from "#app/use-cases/import/walk.server";
import type { Database } from "#db/client.server";
import { type Command, CommandProblem, type Door, type Given, UsageProblem } from "./command";

const SHOWN = 10;
const SAID_EVERY = 10_000;
const { t, number } = speechFor("en", "EUR", "UTC");

export const importFile: Command = {
  name: "import",
  summary:
    "Bring in a CSV, XLSX or JSON file of use cases, all or nothing: a second time it changes what the file changed.",
  arguments: ["FILE"],
  options: {
    preset: {
      type: "string",
      value: "NAME",
      what: "map the columns by this preset; without it the file is recognised",
    },
    source: { type: "string", value: "NAME", what: "the register's name: with each row's id it knows a case again" },
    "as-of": {
      type: "string",
      value: "DAY",
      what: "the day as of which the file tells: stages that changed, and have no day of their own, changed then",
    },
    "all-new": {
      type: "boolean",
      what: "rows of unknown ids are new cases, even with the title and department of a case that is here already",
    },
    "dry-run": { type: "boolean", what: "say what would happen, and write nothing" },
    "leave-out-refused": { type: "boolean", what: "import the rest where rows are refused, instead of nothing" },
    errors: { type: "string", value: "FILE", what: "write the refused rows there as CSV, with their reasons" },
  },
  async run(given, door) {
    const database = await door.open(door.environment.databaseUrl);
    try {
      return await withLeanHeap(() => bringIn(database, given, door));
    } finally {
      await database.close();
    }
  },
};

async function bringIn(database: Database, given: Given, { now, folder, progress }: Door) {
  const organisation = await readOrganisation(database);
  if (!organisation) {
    throw new CommandProblem("This database holds no organisation yet: open Casebook once in a browser to set it up.");
  }
  const path = resolve(folder, given.arguments[0] ?? "");
  const { table, sha256, size } = await tableAt(path);
  const fileName = basename(path);
  const { mapping, presetName } = await mappingFor(database, table, fileName, organisation.locale, given);
  const dryRun = given.flag("dry-run");
  const { counts, tally, importId } = await importWhole(
    database,
    CASEBOOK,
    {
      ...{ fileName, sha256, size, table, mapping, presetName, dryRun },
      reading: {},
      leaveOut: given.flag("leave-out-refused"),
      reader: organisation.locale,
    },
    whenAt(now, organisation),
    () => new Date(),
    (phase, done, total) => {
      if (done % SAID_EVERY && done !== total) return;
      progress(`${phase === "check" ? "Checked" : "Written"}: ${number(done)} of ${number(total)} rows.`);
    },
  );
  const { refused } = tally;
  const errors = given.text("errors");
  if (errors && refused.length > 0) {
    await writeFile(resolve(folder, errors), refusedRowsFile(table, tally, organisation.locale));
  }
  const lines = [
    mapping.own
      ? "A file of ours come back: each row is compared with its case."
      : `Register «${mapping.source}», ${presetName ? `mapped as «${presetName}»` : "mapped by its headers and contents"}.`,
    ...nearest(table, mapping),
    ...refusals(refused),
    ...(errors && refused.length > 0 ? [`The refused rows are in ${errors}.`] : []),
    ...apart(counts, tally.changing),
    outcome(counts, dryRun, importId !== null),
  ];
  const rows = refused.map(({ line, problems }) => ({
    line,
    problems: problems.map((said) => t(said.key, said.values)),
  }));
  return {
    ok: refused.length === 0,
    lines,
    data: { written: importId !== null, importId, source: mapping.source, preset: presetName, counts, refused: rows },
  };
}

async function tableAt(path: string) {
  const bytes = await readFile(path).catch((problem: NodeJS.ErrnoException) => {
    throw new CommandProblem(`The file ${path} cannot be read (${problem.code}).`);
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { table: await readTable(bytes), sha256, size: bytes.byteLength };
}

async function mappingFor(db: Database, table: Table, fileName: string, reader: Locale, given: Given) {
  const name = given.text("preset");
  const source = given.text("source")?.trim();
  if (source !== undefined && (source === "" || source.length > 80)) {
    throw new UsageProblem("The register's name must have 1 to 80 characters.");
  }
  const first = name ? await byPreset(db, table, name) : await firstMapping(db, table, fileName, reader);
  const asOf = given.text("as-of") ?? null;
  if (asOf !== null && !isDay(asOf)) throw new UsageProblem(`«${asOf}» is no day: write it as 2024-12-31.`);
  const rules = given.flag("all-new") ? ({ alike: "new", elsewhere: "new" } as const) : {};
  return { ...first, mapping: { ...first.mapping, asOf, ...rules, ...(source && { source }) } };
}

async function byPreset(db: Database, table: Table, name: string) {
  const presets = await knownPresets(db);
  const preset = presets.find((known) => known.name === name);
  if (!preset)
    throw new UsageProblem(`There is no preset «${name}». Known: ${presets.map((one) => one.name).join("; ")}.`);
  const missing = missingColumns(table, preset.mapping);
  if (missing.length > 0) {
    throw new CommandProblem(`This file lacks columns of the preset «${name}»: ${missing.join("; ")}.`);
  }
  return { mapping: applyPreset(table, preset), presetName: preset.name };
}

/** Spellings that another scale's step was read for: nobody confirms them here, so they are said. */
function nearest(table: Table, mapping: Mapping): string[] {
  return stageSpellings(table, mapping).spellings.flatMap(({ text, count, meaning }) =>
    meaning?.certainty === "nearest"
      ? [`Read as the nearest stage: «${text}» as ${meaning.stage}, ${number(count)} rows.`]
      : [],
  );
}

function refusals(refused: readonly RefusedRow[]): string[] {
  const shown = refused
    .slice(0, SHOWN)
    .map(
      ({ line, problems }) => `Line ${line} is refused: ${problems.map(({ key, values }) => t(key, values)).join(" ")}`,
    );
  return refused.length > SHOWN ? [...shown, `… and ${number(refused.length - SHOWN)} more.`] : shown;
}

/** What a person would look at before anything else: which cases change, which are told apart, which are gone. */
function apart(
  { change, conflicts, moved = 0, gone = 0, alike = 0 }: ImportCounts,
  changing: readonly string[],
): string[] {
  const more = change > changing.length ? " …" : "";
  return [
    ...(change > 0 ? [`Cases that change: ${number(change)} (${changing.join(", ")}${more}).`] : []),
    ...(alike > 0 ? [`Known by title and department, under an id of this file from now on: ${number(alike)}.`] : []),
    ...(moved > 0 ? [`Cases that change stage: ${number(moved)}.`] : []),
    ...(conflicts > 0 ? [`Changed here and in the file, and not overwritten: ${number(conflicts)}.`] : []),
    ...(gone > 0 ? [`In the register, no longer in this file, and left as they are: ${number(gone)}.`] : []),
  ];
}

function outcome(counts: ImportCounts, dryRun: boolean, written: boolean): string {
  const { create, change, unchanged, refuse, newDepartments, unknownStages } = counts;
  const numbers = `${number(create)} created, ${number(change)} changed, ${number(unchanged)} unchanged, ${number(refuse)} refused; ${number(newDepartments)} departments created; ${number(unknownStages)} new cases without a known stage`;
  if (written) return `Imported: ${numbers}.`;
  return dryRun
    ? `A dry run, nothing is written: ${numbers}.`
    : `Nothing is imported, because rows are refused: ${numbers}.`;
}
