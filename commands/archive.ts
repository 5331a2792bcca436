/** A whole database as a folder of files, one for each table, with a manifest: written from one moment, and read back. */

import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { z } from "zod";
import { csvLine } from "#app/kernel/csv";
import { CsvParser } from "#app/use-cases/import/parse-csv";
import type { Database } from "#db/client.server";
import { type PlainTable, plainTables, type Row, rowsOf } from "#db/rows.server";
import { schemaVersion } from "#db/version.server";
import { fromCells, fromJson, toCells, toJson } from "./cells";
import { CommandProblem } from "./command";
import { newFolder } from "./new-folder";

export const FORMATS = ["json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

const MANIFEST = "manifest.json";
/** Of a file, in bytes, read at once. */
const PIECE = 1 << 20;

const manifestShape = z.object({
  casebook: z.literal("export"),
  /** The newest migration of the version that wrote it. */
  schema: z.string(),
  engine: z.string(),
  exportedAt: z.string(),
  format: z.enum(FORMATS),
  tables: z.array(
    z.object({
      name: z.string(),
      file: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestShape>;

const fileOf = (table: PlainTable, format: Format) => `${table.name}.${format === "csv" ? "csv" : "jsonl"}`;

/** @throws CommandProblem when the folder holds something already. */
export async function writeArchive(
  database: Database,
  folder: string,
  format: Format,
  now: Date,
  progress: (text: string) => void,
): Promise<Manifest> {
  newFolder(folder);
  const tables = await database.snapshot(async (db) => {
    const written: Manifest["tables"] = [];
    for (const table of plainTables) {
      const columns = table.columns.map(({ name }) => name);
      const file = fileOf(table, format);
      const { rows, sha256 } = await writeFile(join(folder, file), linesOf(table, format, rowsOf(db, table)));
      written.push({ name: table.name, file, columns, rows, sha256 });
      if (rows > 0) progress(`${table.name}: ${rows} rows`);
    }
    return written;
  });
  const manifest: Manifest = {
    casebook: "export",
    schema: schemaVersion(),
    engine: database.engine,
    exportedAt: now.toISOString(),
    format,
    tables,
  };
  // Last, so that a folder with a manifest is a whole export.
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function* linesOf(
  table: PlainTable,
  format: Format,
  batches: AsyncIterable<Row[]>,
): AsyncGenerator<[string, number]> {
  if (format === "csv") yield [csvLine(table.columns.map(({ name }) => name)), 0];
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      format === "csv" ? csvLine(toCells(table.columns, row)) : `${toJson(table.columns, row)}\n`,
    );
    yield [lines.join(""), rows.length];
  }
}

async function writeFile(
  file: string,
  pieces: AsyncIterable<[string, number]>,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash("sha256");
  const out = createWriteStream(file, { mode: 0o600 });
  let rows = 0;
  for await (const [text, more] of pieces) {
    rows += more;
    hash.update(text);
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return { rows, sha256: hash.digest("hex") };
}

/** @throws CommandProblem when the folder holds no export, or one of another version or of other tables. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw new CommandProblem(`The folder ${folder} holds no ${MANIFEST}: it is no whole export.`);
  const read = manifestShape.safeParse(jsonOf(file));
  if (!read.success) throw new CommandProblem(`The file ${file} is no manifest of an export.`);
  const ours = schemaVersion();
  if (read.data.schema !== ours) {
    throw new CommandProblem(
      `The export is of version ${read.data.schema}, this Casebook of ${ours}: load it with the Casebook that wrote it, then upgrade.`,
    );
  }
  for (const { name, columns } of plainTables) {
    const listed = read.data.tables.find((table) => table.name === name);
    if (!listed) throw new CommandProblem(`The export lacks the table ${name}.`);
    if (listed.columns.join() !== columns.map((column) => column.name).join()) {
      throw new CommandProblem(`The export's manifest lists other columns of ${name} than this version has.`);
    }
  }
  return read.data;
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** The rows of one table of an export. @throws CommandProblem at the first line that cannot be read, or when the file was changed. */
export async function* archivedRows(
  folder: string,
  { format, tables }: Manifest,
  table: PlainTable,
): AsyncGenerator<Row[]> {
  const listed = tables.find(({ name }) => name === table.name);
  const file = join(folder, listed?.file ?? fileOf(table, format));
  if (!existsSync(file)) throw new CommandProblem(`The file ${file} of the export is missing.`);
  const hash = createHash("sha256");
  const pieces = hashed(createReadStream(file, { encoding: "utf8", highWaterMark: PIECE }), hash);
  let rows = 0;
  for await (const batch of format === "csv" ? csvRows(pieces, table, file) : jsonRows(pieces, table, file)) {
    rows += batch.length;
    yield batch;
  }
  if (rows !== listed?.rows || hash.digest("hex") !== listed.sha256) {
    throw new CommandProblem(
      `The file ${file} is not as it was exported: its rows or their hash differ from the manifest's.`,
    );
  }
}

async function* hashed(pieces: AsyncIterable<unknown>, hash: Hash): AsyncGenerator<string> {
  for await (const piece of pieces) {
    const text = String(piece);
    hash.update(text);
    yield text;
  }
}

async function* jsonRows(pieces: AsyncIterable<string>, table: PlainTable, file: string): AsyncGenerator<Row[]> {
  let line = 0;
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield lines.map((text) => {
      line += 1;
      return readAs(file, line, () => fromJson(table.columns, text));
    });
  }
  if (rest !== "") throw new CommandProblem(`${file} ends in the middle of line ${line + 1}.`);
}

async function* csvRows(pieces: AsyncIterable<string>, table: PlainTable, file: string): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  let header = true;
  const parser = new CsvParser(",", ({ line, cells }) => {
    if (header) header = false;
    else batch.push(readAs(file, line, () => fromCells(table.columns, cells)));
  });
  for await (const piece of pieces) {
    parser.push(piece);
    yield batch;
    batch = [];
  }
  parser.end();
  yield batch;
}

function readAs(file: string, line: number, read: () => Row): Row {
  try {
    return read();
  } catch (problem) {
    throw new CommandProblem(`${file}, line ${line}: ${problem instanceof Error ? problem.message : problem}.`);
  }
}
