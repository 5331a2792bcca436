import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { CSV_BOM, type CsvValue, csvLine, type Separator } from "#app/kernel/csv";
import { rowXml, SHEET_BEGINS, SHEET_ENDS, type SheetCell, workbookParts } from "#app/kernel/sheet";
import type { Locale } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import type { Reader } from "#db/client.server";
import type { ListReader } from "./conditions.server";
import { readFacets } from "./count.server";
import { type CaseRow, readRows } from "./list.server";
import type { ListQuery } from "./query";
import { type SheetColumn, sheetColumns } from "./sheet-columns.server";

const BATCH = 500;

export const FORMATS = ["csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** All cases of a view in its order, some hundreds at a time: how many there are costs no memory. */
async function* rowsOf(db: Reader, query: ListQuery, reader: ListReader): AsyncGenerator<CaseRow[]> {
  let at: ListQuery | null = { ...query, after: null, before: null };
  // In groups, those that are empty are passed over.
  const facets = await readFacets(db, at, reader);
  while (at) {
    const { rows, next } = await readRows(db, at, reader, BATCH, facets);
    yield rows;
    at = next ? { ...at, after: next } : null;
  }
}

/** A French spreadsheet reads semicolons and decimal commas, an English one commas and points. */
function csvValue(cell: SheetCell, locale: Locale): CsvValue {
  if (cell === null) return null;
  if ("text" in cell) return cell.text;
  if ("day" in cell) return cell.day;
  const value = "share" in cell ? Number(cell.share.toFixed(4)) : Number(cell.number.toFixed(cell.digits));
  return locale === "fr" ? String(value).replace(".", ",") : value;
}

async function* csvOf(columns: readonly SheetColumn[], batches: AsyncIterable<CaseRow[]>, locale: Locale) {
  const separator: Separator = locale === "fr" ? ";" : ",";
  const line = (cells: readonly CsvValue[]) => csvLine(cells, separator);
  yield CSV_BOM + line(columns.map(({ header }) => header));
  for await (const rows of batches) {
    yield rows.map((row) => line(columns.map(({ cell }) => csvValue(cell(row), locale)))).join("");
  }
}

async function* sheetOf(columns: readonly SheetColumn[], batches: AsyncIterable<CaseRow[]>) {
  yield SHEET_BEGINS(columns.length) +
    rowXml(
      columns.map(({ header }) => ({ text: header })),
      1,
      { header: true },
    );
  let at = 1;
  for await (const rows of batches) {
    yield rows
      .map((row) =>
        rowXml(
          columns.map(({ cell }) => cell(row)),
          ++at,
        ),
      )
      .join("");
  }
  yield SHEET_ENDS;
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

export interface ExportedFile {
  type: string;
  body: ReadableStream<Uint8Array>;
}

/** All the cases of a view as a file, exactly as it is shown: its columns, order, groups and language. */
export function exportList(
  db: Reader,
  query: ListQuery,
  reader: ListReader,
  speech: Speech,
  format: Format,
): ExportedFile {
  const columns = sheetColumns(query, speech);
  const batches = rowsOf(db, query, reader);
  const file =
    format === "csv"
      ? Readable.from(csvOf(columns, batches, speech.locale), { objectMode: false })
      : workbookOf(speech.t("use-cases.list.title"), sheetOf(columns, batches));
  return { type: TYPES[format], body: Readable.toWeb(file) as ReadableStream<Uint8Array> };
}
