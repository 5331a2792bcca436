/** What may hang on a case: documents, tables, slides, pictures and plain text. Nothing that runs, and no archive that hides it. */

export const MAXIMUM_FILE_BYTES = 10 * 1024 * 1024;
export const MAXIMUM_FILES = 50;
const NAME_LETTERS = 200;

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/** The media type of each ending, as files are known by their content. */
const BY_CONTENT: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: `${OPEN}.text`,
  ods: `${OPEN}.spreadsheet`,
  odp: `${OPEN}.presentation`,
};

/** Endings of plain text: their content is known by what it does not hold. */
const AS_TEXT: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/plain",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/json",
};

export const ENDINGS: readonly string[] = [...Object.keys(BY_CONTENT), ...Object.keys(AS_TEXT)];

export function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** Signs that turn the reading of a name around, or that no name shows. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A name without its path and without what no name shows, short enough to be kept, its ending whole. Empty when nothing is left. */
export function cleanName(sent: string): string {
  const name = sent
    .toWellFormed()
    .replace(/^.*[\\/]/s, "")
    .replace(HIDDEN, "")
    .replace(/\s+/g, " ")
    .trim();
  const ending = endingOf(name);
  const most = NAME_LETTERS - ending.length - 1;
  return name.length <= NAME_LETTERS ? name : `${name.slice(0, most).toWellFormed().trimEnd()}.${ending}`;
}

export type Kind = { mediaType: string; text: boolean };

/** What a file of this name has to be; null for an ending that is not taken. */
export function kindNamed(name: string): Kind | null {
  const ending = endingOf(name);
  if (Object.hasOwn(BY_CONTENT, ending)) return { mediaType: BY_CONTENT[ending] ?? "", text: false };
  if (Object.hasOwn(AS_TEXT, ending)) return { mediaType: AS_TEXT[ending] ?? "", text: true };
  return null;
}

const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

export const isUtf16 = (head: Uint8Array): boolean =>
  UTF16.some(([first, second]) => head[0] === first && head[1] === second);

/** Whether these bytes may be of a text: no sign that only machines read. */
export function mayBeText(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) return false;
  }
  return true;
}

/** Whether a text begins like a page, a drawing or a program: what a reader of plain text does not expect. */
export function beginsLikeCode(text: string): boolean {
  return /^[\ufeff\s]*(<[!?/a-z]|#!)/i.test(text);
}
