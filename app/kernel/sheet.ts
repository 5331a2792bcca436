import { safeText } from "./csv";

/** What stands in one cell of a file that spreadsheets open. Null is not known, which is blank and never zero. */
export type SheetCell =
  | { text: string }
  | { number: number; digits: number }
  | { share: number }
  | { day: string }
  | null;

/** What stands in a cell of a workbook that computes. */
export type ModelCell = SheetCell | FormulaCell | { input: number; as: Format };

/** How a cell of a model is shown: money and rates with two decimals, unit prices with six. */
export type Format = "decimals" | "share" | "whole" | "price";

/** A live formula with the value that it has now, for programs that only show files. What people type never goes into one. */
export interface FormulaCell {
  formula: string;
  value: number | string;
  as: Format;
}

const ILLEGAL = /[\p{Cc}\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/gu;
const LEGAL = "\t\n\r";
/** As many letters as a cell of a workbook holds. */
const MOST_LETTERS = 32_767;

/** Text inside a workbook's XML: what XML cannot hold is written as the format writes it, `_x0001_`. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .slice(0, MOST_LETTERS)
    .toWellFormed()
    .replace(ILLEGAL, (sign) => {
      if (LEGAL.includes(sign)) return sign;
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return sign.length > 1 ? `_x005F${sign}` : `_x${code}_`;
    })
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** The styles of a workbook by their numbers: as `STYLES_XML` lists them. `asTyped` is text, whatever it begins with. */
const STYLE = { header: 1, asTyped: 2, day: 3, share: 4, whole: 5, decimals: 6, price: 7 } as const;
/** The same for what people are meant to change, on a ground of its own. */
const INPUT_STYLE: Record<Format, number> = { share: 8, whole: 9, decimals: 10, price: 11 };

// A workbook's first day is 1900-01-01 as day 1, with a leap day in 1900 that never was.
const DAY_ZERO = Date.UTC(1899, 11, 30);
const A_DAY = 86_400_000;

/** `A` for 0, `AA` for 26. */
export const columnName = (at: number): string =>
  (at < 26 ? "" : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function cellXml(cell: ModelCell, place: string, header: boolean): string {
  if (cell === null) return "";
  if ("text" in cell) {
    if (cell.text === "") return "";
    const style = header ? STYLE.header : safeText(cell.text) !== cell.text ? STYLE.asTyped : 0;
    return `<c r="${place}" t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`;
  }
  if ("formula" in cell) {
    const text = typeof cell.value === "string";
    const kept = text ? xmlText(String(cell.value)) : cell.value;
    return `<c r="${place}" s="${STYLE[cell.as]}"${text ? ' t="str"' : ""}><f>${xmlText(cell.formula)}</f><v>${kept}</v></c>`;
  }
  if ("input" in cell) {
    return Number.isFinite(cell.input) ? `<c r="${place}" s="${INPUT_STYLE[cell.as]}"><v>${cell.input}</v></c>` : "";
  }
  const value =
    "day" in cell
      ? (Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / A_DAY
      : "share" in cell
        ? cell.share
        : cell.number;
  if (!Number.isFinite(value)) return "";
  const style =
    "day" in cell ? STYLE.day : "share" in cell ? STYLE.share : cell.digits > 0 ? STYLE.decimals : STYLE.whole;
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

/** One row of a workbook's sheet; the first is 1. */
export function rowXml(cells: readonly ModelCell[], row: number, { header = false } = {}): string {
  return `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row}`, header)).join("")}</row>`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export const SHEET_BEGINS = (columns: number, first = 18): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<cols><col min="1" max="1" width="${first}" customWidth="1"/><col min="2" max="${Math.max(2, columns)}" width="18" customWidth="1"/></cols><sheetData>`;
export const SHEET_ENDS = "</sheetData></worksheet>";

const STYLES_XML =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00####"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF6D6"/></patternFill></fill></fills><borders count="1"><border/></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="12"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/>` +
  `<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/>${[10, 3, 4, 164].map((format) => `<xf numFmtId="${format}" fillId="2" applyNumberFormat="1" applyFill="1"/>`).join("")}</cellXfs></styleSheet>`;

/** A name that a sheet may have. */
export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** The parts of a workbook but for its sheets: `xl/worksheets/sheet1.xml` and so on. Programs compute its formulas anew. */
export function workbookParts(...names: readonly string[]): Record<string, string> {
  const sheet = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml":
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `${part("xl/workbook.xml", "sheet.main")}${names.map((_, at) => part(`xl/${sheet(at)}`, "worksheet")).join("")}${part("xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${xmlText(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    "xl/_rels/workbook.xml.rels": `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, at) => relation(`rId${at + 1}`, "worksheet", sheet(at))).join("")}${relation(`rId${names.length + 1}`, "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": STYLES_XML,
  };
}
