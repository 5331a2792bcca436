import { createHash } from "node:crypto";
import { and, eq, isNotNull, lt, ne } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { type Actor, CASEBOOK } from "#app/people/roles";
import type { Database, Reader, Writer } from "#db/client.server";
import { imports } from "#db/schema.server";
import { ownFile, ownHeader } from "../own-file/columns";
import { refuseShownList } from "../own-file/shown-list.server";
import { dropFile, keepFile } from "./file-parts.server";
import { sourceAmong, sourceOf } from "./file-source";
import { guessMapping } from "./guess-mapping";
import { type Import, readImport } from "./imports.server";
import { knownSources } from "./known.server";
import { type Mapping, mappingSchema } from "./mapping";
import { applyPreset, choosePreset } from "./presets";
import type { ReadOptions } from "./read-options";
import { readTable } from "./read-table.server";
import { knownPresets } from "./saved-presets.server";
import type { Table } from "./table";
import { inTurn, withTable } from "./with-table.server";

/** Files that nobody went on with are dropped after so many days; the rows that were left out after so many more. */
const ABANDONED_DAYS = 7;
const REFUSED_ROWS_DAYS = 30;
const DAY_MS = 86_400_000;

/** What another header line, sheet, encoding or separator may mend: the person sees the file and says it. */
export const CORRECTABLE: readonly string[] = [
  "imports.refused.no-table",
  "imports.refused.no-rows",
  "imports.refused.one-column",
  "imports.refused.columns",
  "imports.refused.open-quote",
];

/** What the import of our own file is called among those of registers. */
const OWN_SOURCE = "casebook";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** The first mapping of a table: by a preset that knows it, or by its headers and contents. */
export async function firstMapping(
  db: Reader,
  table: Table,
  fileName: string,
  reader: Locale,
): Promise<{ mapping: Mapping; presetName: string | null }> {
  const own = ownFile(table.columns.map(({ name }) => name));
  if (own) {
    if (!own.whole)
      throw new Refusal(400, "imports.own.no-version-column", { column: ownHeader("version", own.locale) });
    const mapping = { source: OWN_SOURCE, language: own.locale, columns: {}, own: own.locale };
    return { mapping: mappingSchema.parse(mapping), presetName: null };
  }
  await refuseShownList(db, table);
  const preset = choosePreset(table, await knownPresets(db));
  if (!preset) return { mapping: await guessed(db, table, fileName, reader), presetName: null };
  const mapping = applyPreset(table, preset);
  // Columns of an earlier file, whose register nobody named for others: a file of another name tells of its own.
  const past = sourceOf(preset.name);
  if (preset.from === "past" && sourceAmong([past], sourceOf(fileName)) !== past)
    mapping.source = await registerOf(db, fileName);
  return { mapping, presetName: preset.name };
}

/** A mapping by headers and contents, for the register that the file's name tells of. */
export async function guessed(db: Reader, table: Table, fileName: string, reader: Locale): Promise<Mapping> {
  return guessMapping(table, await registerOf(db, fileName), reader);
}

const registerOf = async (db: Reader, fileName: string): Promise<string> =>
  sourceAmong(await knownSources(db), sourceOf(fileName));

/**
 * Takes a file in: it waits in the database until it is imported or abandoned.
 * @param correctable what the person will be shown and can mend by saying how the file is read
 * @throws Refusal 400 when it is no table of ours for another reason
 */
export async function receiveFile(
  database: Database,
  actor: Actor,
  { name, bytes }: UploadedFile,
  reader: Locale,
  when: When,
  correctable: readonly string[] = [],
): Promise<{ id: number; own: boolean }> {
  const may = permit(actor, "use-case.import", NO_PARTIES);
  if (bytes.byteLength === 0) throw new Refusal(400, "imports.refused.empty");
  const fileName = name.toWellFormed().replaceAll("\0", "").slice(-200) || "import";
  const first = await inTurn(bytes.byteLength, async () => {
    try {
      return await firstMapping(database, await readTable(bytes), fileName, reader);
    } catch (problem) {
      if (problem instanceof Refusal && correctable.includes(problem.key)) return null;
      throw problem;
    }
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return database.write(async (tx) => {
    const [made] = await tx
      .insert(imports)
      .values({
        fileName,
        size: bytes.byteLength,
        sha256,
        source: first?.mapping.source ?? sourceOf(fileName),
        reading: {},
        mapping: first?.mapping ?? null,
        presetName: first?.presetName ?? null,
        status: "uploaded",
        createdBy: actor.personId,
        createdAt: when.now,
      })
      .returning({ id: imports.id });
    if (!made) throw new Error("The file was not kept");
    await keepFile(tx, made.id, bytes);
    await record(tx, may, { subject: "import", subjectId: made.id, after: { fileName, sha256 } }, when);
    return { id: made.id, own: first?.mapping.own !== undefined };
  });
}

/** Reads the file another way. Where that gives other columns, the mapping begins anew. */
export async function saveReading(
  database: Database,
  actor: Actor,
  id: number,
  { version, options }: { version: number; options: ReadOptions },
  reader: Locale,
): Promise<void> {
  permit(actor, "use-case.import", NO_PARTIES);
  const before = await readImport(database, id);
  refuseUnlessOpen(before);
  await withTable(database, { ...before, reading: options }, async (table) => {
    const headers = new Set(table.columns.map(({ name }) => name));
    const fits = before.mapping && Object.values(before.mapping.columns).every((header) => headers.has(header));
    const first = fits ? {} : await firstMapping(database, table, before.fileName, reader);
    await database.write((tx) => keep(tx, id, version, { reading: options, ...first }));
  });
}

export async function saveMapping(
  tx: Writer,
  actor: Actor,
  id: number,
  change: { version: number; mapping: Mapping; presetName: string | null },
): Promise<void> {
  permit(actor, "use-case.import", NO_PARTIES);
  refuseUnlessOpen(await readImport(tx, id));
  const { version, mapping, presetName } = change;
  await keep(tx, id, version, { mapping, presetName, source: mapping.source });
}

/** @throws Refusal 409 when somebody else went on with this import meanwhile */
async function keep(tx: Writer, id: number, version: number, change: Partial<Import>): Promise<void> {
  const [kept] = await tx
    .update(imports)
    .set({ ...change, status: "uploaded", problem: null, version: version + 1 })
    .where(and(eq(imports.id, id), eq(imports.version, version)))
    .returning({ id: imports.id });
  if (!kept) throw new Refusal(409, "desk.refusal.stale");
}

/** @throws Refusal 409 once it runs or is done: then nothing of it changes any more. */
export function refuseUnlessOpen({ status }: Pick<Import, "status">): void {
  if (status === "done") throw new Refusal(409, "imports.refused.done");
  if (status === "running") throw new Refusal(409, "imports.refused.running");
}

/** Drops an import that was not carried out, with its file. */
export async function discardImport(tx: Writer, actor: Actor, id: number, when: When): Promise<string> {
  const may = permit(actor, "use-case.import", NO_PARTIES);
  const before = await readImport(tx, id);
  refuseUnlessOpen(before);
  const { fileName, sha256 } = before;
  await dropFile(tx, id);
  await tx.delete(imports).where(eq(imports.id, id));
  await record(tx, may, { subject: "import", subjectId: id, before: { fileName, sha256 } }, when);
  return fileName;
}

const isAbandoned = (now: Date) =>
  and(ne(imports.status, "done"), lt(imports.createdAt, new Date(now.getTime() - ABANDONED_DAYS * DAY_MS)));

/** Drops the files that nobody went on with, and refused rows that nobody came back for. */
export async function forgetOldFiles(tx: Writer, when: When): Promise<void> {
  const gone = await tx
    .select({ id: imports.id, fileName: imports.fileName })
    .from(imports)
    .where(isAbandoned(when.now));
  const may = permit(CASEBOOK, "use-case.import", NO_PARTIES);
  for (const { id, fileName } of gone) {
    await dropFile(tx, id);
    await tx.delete(imports).where(eq(imports.id, id));
    await record(tx, may, { subject: "import", subjectId: id, before: { fileName } }, when);
  }
  const longAgo = new Date(when.now.getTime() - REFUSED_ROWS_DAYS * DAY_MS);
  await tx
    .update(imports)
    .set({ refusedRows: null })
    .where(and(isNotNull(imports.refusedRows), lt(imports.finishedAt, longAgo)));
}
