import { isUtf8 } from "node:buffer";
import type { Separator } from "#app/kernel/csv";
import { Refusal } from "#app/kernel/refusal";
import { decodePieces, detectEncoding, type Encoding } from "./decode.server";
import { fileKind, isJson, textKind } from "./file-kind";
import { fieldOfHeader } from "./header-words";
import { LIMITS } from "./limits";
import { CsvParser } from "./parse-csv";
import { readJson } from "./read-json.server";
import type { ReadOptions } from "./read-options";
import { readXlsx } from "./read-xlsx.server";
import { say } from "./said";
import { namesSeparator, sniffSeparator } from "./sniff-separator";
import { type Table, TableBuilder } from "./table";

const SAMPLE = 256 * 1024;

/**
 * The table that a CSV, XLSX or JSON file holds.
 * @throws Refusal with a sentence that says where and why, for a file that is no table or larger than we take.
 */
export async function readTable(bytes: Uint8Array, options: ReadOptions = {}): Promise<Table> {
  if (bytes.byteLength > LIMITS.bytes) {
    throw new Refusal(400, "imports.refused.bytes", { most: LIMITS.bytes / 1024 / 1024 });
  }
  const kind = fileKind(bytes);
  if (typeof kind === "object") throw new Refusal(400, kind.refused);
  return kind === "zip" ? readXlsx(bytes, options) : readText(bytes, options);
}

async function readText(bytes: Uint8Array, options: ReadOptions): Promise<Table> {
  const found = detectEncoding(bytes);
  const encoding = options.encoding ?? found.encoding;
  const from = encoding === found.encoding ? found.bom : 0;
  const sample = sampleOf(bytes, encoding, from);
  if (isJson(sample)) return readJson(bytes, encoding, from);
  const refused = textKind(sample);
  if (refused) throw new Refusal(400, refused);
  const separator = options.separator ?? sniffSeparator(sample);
  const builder = new TableBuilder({ headerLine: options.headerLine, meaning: fieldOfHeader, restores: true });
  const parser = new CsvParser(separator ?? ",", ({ line, cells }) => {
    if (line === 1 && namesSeparator(cells)) return;
    builder.add(line, cells);
  });
  let unreadable = 0;
  let pieces = 0;
  for (const piece of decodePieces(bytes, encoding, from)) {
    if (piece.includes("\uFFFD")) unreadable += piece.split("\uFFFD").length - 1;
    parser.push(piece);
    refuseEndless(parser);
    // Other people's pages are served between two megabytes of this file.
    if (++pieces % 16 === 0) await new Promise((resume) => setImmediate(resume));
  }
  parser.end();
  refuseEndless(parser);
  // A valid UTF-8 file may hold U+FFFD itself: somebody lost that character before us.
  if (unreadable > 0 && !(encoding === "utf-8" && isUtf8(bytes)))
    builder.notices.push(say("imports.notice.unreadable", { count: unreadable, encoding }));
  if (parser.flaws.strayQuoteLine !== null) {
    builder.notices.push(say("imports.notice.stray-quote", { line: parser.flaws.strayQuoteLine }));
  }
  const table = builder.finish({ format: "csv", encoding, separator, sheet: null, sheets: [] });
  refuseProse(table, separator);
  return table;
}

function refuseEndless({ flaws }: CsvParser): void {
  const line = flaws.openQuoteLine ?? flaws.endlessLine;
  if (line !== null) throw new Refusal(400, "imports.refused.open-quote", { line });
}

/** One column whose header nobody knows, or rows of every width, is a text and not a table. */
function refuseProse(table: Table, separator: Separator | null): void {
  const [first] = table.columns;
  if (!first) throw new Refusal(400, "imports.refused.no-table");
  const alone = separator === null || table.columns.length === 1;
  if (alone && fieldOfHeader(first.name) === null) {
    throw new Refusal(400, "imports.refused.one-column", { line: table.headerLine, text: first.name.slice(0, 80) });
  }
  const long = table.rows.filter(({ cells }) => cells.length > table.width).length;
  if (long > table.rows.length / 2 || isProse(table)) throw new Refusal(400, "imports.refused.no-table");
}

/** Sentences parted by their own commas: no header that we know, uneven rows, and a space after each comma. */
function isProse({ columns, rows, width }: Table): boolean {
  if (columns.some(({ name }) => fieldOfHeader(name) !== null)) return false;
  const later = rows.slice(0, 200).flatMap(({ cells }) => cells.slice(1));
  const spaced = later.filter((cell) => cell.startsWith(" ")).length;
  return spaced > later.length * 0.8 && rows.some(({ cells }) => cells.length !== width);
}

function sampleOf(bytes: Uint8Array, encoding: Encoding, from: number): string {
  let sample = "";
  for (const piece of decodePieces(bytes.subarray(0, from + SAMPLE), encoding, from)) sample += piece;
  return sample;
}
