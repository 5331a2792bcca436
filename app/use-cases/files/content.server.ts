import { Refusal } from "#app/kernel/refusal";
import { beginsLikeCode, ENDINGS, endingOf, isUtf16, type Kind, kindNamed, mayBeText } from "./file-kinds";

/** @throws Refusal 400 for an ending that is not taken */
export function expectedKind(name: string): Kind {
  const kind = kindNamed(name);
  if (kind) return kind;
  throw new Refusal(400, "case.refusal.file-ending", { ending: endingOf(name) || "–", endings: ENDINGS.join(", ") });
}

/** Looks at each part of a file on its way in: whether it is what its name says. */
export interface Judge {
  /** @throws Refusal 400 where name and content are apart */
  look(part: Uint8Array, first: boolean): Promise<void>;
}

const OFFICE_PARTS = [
  { part: "word/document.xml", ending: "docx" },
  { part: "xl/workbook.xml", ending: "xlsx" },
  { part: "ppt/presentation.xml", ending: "pptx" },
];

const mismatch = (name: string, found: string) =>
  new Refusal(400, "case.refusal.file-content", { name, ending: endingOf(name), found });

/** Documents whose list of contents stands at their end, as some programs write them: known by their main part. */
function officeIn(zip: Uint8Array): string {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const main = OFFICE_PARTS.find(({ part }) => bytes.includes(part));
  return main && !bytes.includes("vbaProject.bin")
    ? (kindNamed(`x.${main.ending}`)?.mediaType ?? "")
    : "application/zip";
}

export function judgeOf(name: string, { mediaType, text }: Kind): Judge {
  let wide = false;
  return {
    async look(part, first) {
      if (first) {
        wide = text && isUtf16(part);
        // It knows hundreds of kinds, and is loaded with the first file.
        const { fileTypeFromBuffer } = await import("file-type");
        // The mark of UTF-16 is also how some music begins.
        const found = wide ? undefined : await fileTypeFromBuffer(part);
        const type = found?.ext === "zip" ? officeIn(part) : found?.mime;
        if (type ? text || type !== mediaType : !text) throw mismatch(name, found?.ext ?? "?");
        if (!text) return;
        const head = new TextDecoder(wide && part[0] === 0xfe ? "utf-16be" : wide ? "utf-16le" : "utf-8");
        if (beginsLikeCode(head.decode(part.subarray(0, 1024)))) throw mismatch(name, "code");
      }
      // In UTF-16 every second byte of plain English is nought.
      if (text && !wide && !mayBeText(part)) throw mismatch(name, "binary");
    },
  };
}
