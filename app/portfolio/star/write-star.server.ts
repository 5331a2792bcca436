import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as breath } from "node:timers/promises";
import type { SchemaElement } from "hyparquet-writer";
import { ZipFile } from "yazl";
import { attachmentHeaders } from "#app/kernel/attachment";
import { csvLine } from "#app/kernel/csv";
import { dayIn } from "#app/kernel/day";
import { currencyDigits } from "#app/kernel/money";
import type { Locale } from "#app/kernel/told";
import { speechFor } from "#app/locales/speech";
import type { Organisation } from "#app/people/organisation.server";
import type { Database } from "#db/client.server";
import { readStar } from "./read-star.server";
import {
  type ColumnType,
  STAR_COLUMNS,
  STAR_TABLE_NAMES,
  STAR_TABLES,
  type StarFormat,
  type StarTable,
  type StarValue,
} from "./star";

const ABOUT = "about.json";
const DAY_MS = 86_400_000;

/** What the files say of themselves: as of when, in which currency, and what each table and column holds. */
export interface AboutStar {
  casebook: "star";
  /** RFC 3339: the moment that all of the files show. */
  asOf: string;
  organisation: string;
  currency: string;
  /** How many minor units are one unit of the currency, as a power of ten. */
  minorDigits: number;
  format: StarFormat;
  tables: {
    name: StarTable;
    file: string;
    about: string;
    rows: number;
    columns: { name: string; type: ColumnType; about: string }[];
  }[];
}

export interface StarInput {
  organisation: Pick<Organisation, "name" | "currency" | "timeZone" | "fiscalFirstMonth">;
  format: StarFormat;
  /** What `about.json` is written in. */
  locale: Locale;
  now: Date;
}

/** Writes every table of the star, all as of one moment, and `about.json` last: a folder that has it is whole. */
export async function writeStar(
  database: Database,
  folder: string,
  { organisation, format, locale, now }: StarInput,
): Promise<AboutStar> {
  const { currency, timeZone, name } = organisation;
  const { t } = speechFor(locale, currency, timeZone);
  const tables = await database.snapshot(async (db) => {
    const written: AboutStar["tables"] = [];
    for (const table of STAR_TABLE_NAMES) {
      const file = `${table}.${format}`;
      const rows = readStar(db, table, organisation);
      const write = format === "csv" ? writeCsv : writeParquet;
      written.push({
        name: table,
        file,
        about: t(`star.table.${table}`),
        rows: await write(join(folder, file), table, rows),
        columns: STAR_TABLES[table].columns.map((column) => ({
          name: column,
          type: STAR_COLUMNS[column],
          about: t(`star.column.${column}`),
        })),
      });
    }
    return written;
  });
  const about: AboutStar = {
    casebook: "star",
    asOf: now.toISOString(),
    organisation: name,
    currency,
    minorDigits: currencyDigits(currency),
    format,
    tables,
  };
  await writeFile(join(folder, ABOUT), `${JSON.stringify(about, null, 2)}\n`);
  return about;
}

type Rows = AsyncIterable<StarValue[][]>;

async function writeCsv(path: string, table: StarTable, rows: Rows): Promise<number> {
  let written = 0;
  await pipeline(async function* () {
    yield csvLine(STAR_TABLES[table].columns);
    for await (const batch of rows) {
      written += batch.length;
      yield batch.map((row) => csvLine(row)).join("");
      await breath();
    }
  }, createWriteStream(path));
  return written;
}

const ELEMENTS: Record<ColumnType, Omit<SchemaElement, "name">> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  quarter: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  minor: { type: "INT64" },
  decimal: { type: "DOUBLE" },
  yes: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
};

/** One group of rows for each batch that is read: what a file holds in memory does not grow with the portfolio. */
async function writeParquet(path: string, table: StarTable, rows: Rows): Promise<number> {
  const columns = STAR_TABLES[table].columns.map((name) => ({ name, type: STAR_COLUMNS[name] }));
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: "OPTIONAL" as const, ...ELEMENTS[type] })),
  ];
  // Loaded by those who ask for it: a server starts sooner.
  const { fileWriter, ParquetWriter } = await import("hyparquet-writer");
  const writer = new ParquetWriter({ writer: fileWriter(path), schema });
  let written = 0;
  for await (const batch of rows) {
    written += batch.length;
    await writer.write({
      columnData: columns.map(({ name, type }, at) => ({
        name,
        data: batch.map((row) => parquetValue(type, row[at] ?? null)),
      })),
    });
    await breath();
  }
  await writer.finish();
  return written;
}

function parquetValue(type: ColumnType, value: StarValue): StarValue | bigint {
  if (value === null) return null;
  if (type === "minor") return BigInt(value);
  return type === "day" ? Date.parse(String(value)) / DAY_MS : value;
}

/** The star as one ZIP file, whose folder of work is gone once it is read, or once its reader is. */
async function zipStar(database: Database, input: StarInput): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-star-"));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const { tables } = await writeStar(database, folder, input);
    const zip = new ZipFile();
    // Parquet is compressed already.
    for (const { file } of tables) zip.addFile(join(folder, file), file, { compress: input.format === "csv" });
    zip.addFile(join(folder, ABOUT), ABOUT);
    zip.end();
    const out = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
    zip.on("error", (problem: Error) => out.destroy(problem));
    finished(out, clear);
    return out;
  } catch (problem) {
    await clear();
    throw problem;
  }
}

/** The star as an answer: a file to save, of whose length nobody knows before it is written. */
export async function starFile(database: Database, input: StarInput) {
  const { "Content-Length": _unknown, ...headers } = attachmentHeaders({
    name: `casebook-star-${dayIn(input.now, input.organisation.timeZone)}.zip`,
    mediaType: "application/zip",
    size: 0,
  });
  return { headers, body: Readable.toWeb(await zipStar(database, input)) as ReadableStream<Uint8Array> };
}
