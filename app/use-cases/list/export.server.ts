import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { CSV_BOM, type CsvValue, csvLine, type Separator } from "#app/kernel/csv";
import { rowXml, SHEET_BEGINS, SHEET_ENDS, type SheetCell, workbookParts } from "#app/kernel/sheet";
import type { Locale } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import type { Reader } from "#db/client.server";
import type { ListReader } from "./conditions.server";
import { type CaseRow, walkRows } from "./list.server";
import type { ListQuery } from "./query";
import { sheetColumns } from "./sheet-columns.server";

const BATCH = 500;

export const FORMATS = ["csv", "xlsx", "json"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
};

/** What a file is made of; its rows come some hundreds at a time and are read once. */
export interface Sheet {
  /** What a workbook calls its sheet. */
  name: string;
  /** Whose spreadsheets it is for: a French one reads semicolons and decimal commas, an English one commas and points. */
  locale: Locale;
  header: readonly string[];
  rows: AsyncIterable<SheetCell[][]>;
}

/** All cases of a view in its order, some hundreds at a time: how many there are costs no memory. */
export async function* walkView(db: Reader, query: ListQuery, reader: ListReader): AsyncGenerator<CaseRow[]> {
  yield* walkRows(db, query, reader, BATCH);
}

/** A view as it is shown: its columns, order, groups and language. */
export function viewSheet(db: Reader, query: ListQuery, reader: ListReader, speech: Speech): Sheet {
  const columns = sheetColumns(query, speech);
  const header = columns.map(({ header }) => header);
  return { name: speech.t("use-cases.list.title"), locale: speech.locale, header, rows: rows() };
  async function* rows() {
    for await (const batch of walkView(db, query, reader)) {
      yield batch.map((row) => columns.map(({ cell }) => cell(row)));
    }
  }
}

function csvValue(cell: SheetCell, locale: Locale): CsvValue {
  if (cell === null) return null;
  if ("text" in cell) return cell.text;
  if ("day" in cell) return cell.day;
  const value = numberOf(cell);
  return locale === "fr" ? String(value).replace(".", ",") : value;
}

const numberOf = (cell: { share: number } | { number: number; digits: number }): number =>
  "share" in cell ? Number(cell.share.toFixed(4)) : Number(cell.number.toFixed(cell.digits));

async function* csvOf({ header, rows, locale }: Sheet) {
  const separator: Separator = locale === "fr" ? ";" : ",";
  const line = (cells: readonly CsvValue[]) => csvLine(cells, separator);
  yield CSV_BOM + line(header);
  for await (const batch of rows) {
    yield batch.map((cells) => line(cells.map((cell) => csvValue(cell, locale)))).join("");
  }
}

async function* sheetOf({ header, rows }: Sheet) {
  const titles = header.map((text) => ({ text }));
  yield SHEET_BEGINS(header.length) + rowXml(titles, 1, { header: true });
  let at = 1;
  for await (const batch of rows) yield batch.map((cells) => rowXml(cells, ++at)).join("");
  yield SHEET_ENDS;
}

/** An array of objects by header, what is not known being null; of headers that repeat, later ones are numbered. */
async function* jsonOf({ header, rows }: Sheet) {
  const taken = new Map<string, number>();
  const names = header.map((said) => {
    const name = said.trim();
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
  let before = "[\n";
  for await (const batch of rows) {
    const objects = batch.map((cells) =>
      JSON.stringify(Object.fromEntries(names.map((name, at) => [name, jsonValue(cells[at] ?? null)]))),
    );
    if (objects.length === 0) continue;
    yield before + objects.join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function jsonValue(cell: SheetCell): string | number | null {
  if (cell === null) return null;
  if ("text" in cell) return cell.text;
  return "day" in cell ? cell.day : numberOf(cell);
}

function workbookOf(sheetName: string, sheet: AsyncIterable<string>): Readable {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(workbookParts(sheetName))) zip.addBuffer(Buffer.from(text), path);
  const stream = Readable.from(sheet, { objectMode: false });
  const out = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
  // A fault while the rows are read ends the file short, so that nobody takes it for whole.
  stream.on("error", (problem) => out.destroy(problem));
  zip.addReadStream(stream, "xl/worksheets/sheet1.xml");
  zip.end();
  return out;
}

/** A sheet as the bytes of a file, made as they are read. */
export function fileOf(sheet: Sheet, format: Format): Readable {
  if (format === "xlsx") return workbookOf(sheet.name, sheetOf(sheet));
  return Readable.from(format === "csv" ? csvOf(sheet) : jsonOf(sheet), { objectMode: false });
}

export interface ExportedFile {
  type: string;
  body: ReadableStream<Uint8Array>;
}

/** A sheet as an answer. */
export function exportSheet(sheet: Sheet, format: Format): ExportedFile {
  return { type: TYPES[format], body: Readable.toWeb(fileOf(sheet, format)) as ReadableStream<Uint8Array> };
}
