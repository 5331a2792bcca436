import { Refusal } from "#app/kernel/refusal";
import { columnOf, type NumberShape, numberShape, plainText, showNumber } from "./excel-values";
import { fieldOfHeader } from "./header-words";
import { LIMITS } from "./limits";
import { say } from "./said";
import { type Table, TableBuilder } from "./table";
import { openWorkbook, type Workbook } from "./workbook.server";

interface Sheet {
  name: string;
  path: string;
  hidden: boolean;
}

interface SheetReading {
  shapes: NumberShape[];
  shared: string[];
  from1904: boolean;
}

/** @throws Refusal when the workbook is broken, protected, too large or without the sheet that was asked for. */
export async function readXlsx(bytes: Uint8Array, options: { sheet?: string; headerLine?: number }): Promise<Table> {
  const book = await openWorkbook(bytes);
  const { sheets, from1904 } = await listSheets(book);
  const shown = sheets.filter(({ hidden }) => !hidden);
  const names = shown.map(({ name }) => name);
  const wanted = options.sheet === undefined ? shown : sheets.filter(({ name }) => name === options.sheet);
  if (wanted.length === 0) {
    throw new Refusal(400, "imports.refused.no-sheet", { sheet: options.sheet ?? "", sheets: names.join(", ") });
  }
  const reading = { shapes: await readShapes(book), shared: await readSharedStrings(book), from1904 };
  let refusal: Refusal | null = null;
  for (const sheet of wanted) {
    const builder = new TableBuilder({ headerLine: options.headerLine, meaning: fieldOfHeader });
    await readSheet(book, sheet.path, reading, (line, cells) => builder.add(line, cells));
    try {
      if (names.length > 1)
        builder.notices.push(say("imports.notice.sheet", { sheet: sheet.name, count: names.length }));
      return builder.finish({ format: "xlsx", encoding: null, separator: null, sheet: sheet.name, sheets: names });
    } catch (error) {
      // A cover sheet holds no table: the next one may.
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new Refusal(400, "imports.refused.no-table");
}

async function listSheets(book: Workbook): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await book.tell("xl/_rels/workbook.xml.rels", {
    open(name, { Id, Target }) {
      if (name !== "Relationship" || !Id || !Target) return;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await book.tell("xl/workbook.xml", {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (tag !== "sheet" || !attributes.name) return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      const path = targets.get(id);
      const hidden = attributes.state !== undefined && attributes.state !== "visible";
      if (path && book.has(path)) sheets.push({ name: attributes.name, path, hidden });
    },
  });
  return { sheets, from1904 };
}

async function readShapes(book: Workbook): Promise<NumberShape[]> {
  const codes = new Map<number, string>();
  const shapes: NumberShape[] = [];
  let inside = false;
  await book.tell("xl/styles.xml", {
    open(tag, attributes) {
      if (tag === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (tag === "cellXfs") inside = true;
      if (tag === "xf" && inside) {
        const id = Number(attributes.numFmtId ?? 0);
        shapes.push(numberShape(id, codes.get(id)));
      }
    },
    close(tag) {
      if (tag === "cellXfs") inside = false;
    },
  });
  return shapes;
}

async function readSharedStrings(book: Workbook): Promise<string[]> {
  const shared: string[] = [];
  let text = "";
  let takes = false;
  let phonetic = false;
  let characters = 0;
  await book.tell("xl/sharedStrings.xml", {
    open(tag) {
      if (tag === "si") text = "";
      if (tag === "rPh") phonetic = true;
      takes = tag === "t" && !phonetic;
    },
    text(piece) {
      if (!takes) return;
      text += piece;
      characters += piece.length;
      if (characters > LIMITS.characters) throw new Refusal(400, "imports.refused.bomb");
    },
    close(tag) {
      takes = false;
      if (tag === "rPh") phonetic = false;
      if (tag === "si") shared.push(plainText(text));
    },
  });
  return shared;
}

async function readSheet(
  book: Workbook,
  path: string,
  { shapes, shared, from1904 }: SheetReading,
  take: (line: number, cells: string[]) => void,
): Promise<void> {
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let kind = "";
  let style = 0;
  let text = "";
  let takes = false;
  let characters = 0;
  const show = () => {
    if (kind === "s") return shared[Number(text)] ?? "";
    if (kind === "b") return text === "1" ? "TRUE" : "FALSE";
    if (kind === "str" || kind === "inlineStr") return plainText(text);
    if (kind === "e" || kind === "d") return text;
    return showNumber(text, shapes[style] ?? "number", from1904);
  };
  await book.tell(path, {
    open(tag, attributes) {
      if (tag === "row") {
        line = Number(attributes.r) > line ? Number(attributes.r) : line + 1;
        cells = [];
        column = -1;
      } else if (tag === "c") {
        column = (attributes.r === undefined ? null : columnOf(attributes.r)) ?? column + 1;
        kind = attributes.t ?? "";
        style = Number(attributes.s ?? 0);
        text = "";
      }
      takes = tag === "v" || tag === "t";
    },
    text(piece) {
      if (!takes) return;
      text += piece;
      characters += piece.length;
      if (characters > LIMITS.characters) throw new Refusal(400, "imports.refused.bomb");
    },
    close(tag) {
      takes = false;
      if (tag === "row") take(line, cells);
      // Columns far to the right are formatting gone astray; a filled one is over the limit and says so.
      if (tag === "c" && text !== "" && column <= LIMITS.columns) {
        while (cells.length < column) cells.push("");
        cells[column] = show();
      }
    },
  });
}
