import type { Key } from "#app/locales/keys";

/** What a file is, by its first bytes; its name is not asked, for names lie. */
export type FileKind = "text" | "zip" | { refused: Key };

const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

const SIGNATURES: readonly { bytes: readonly number[]; key: Key }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], key: "imports.refused.pdf" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], key: "imports.refused.picture" },
  { bytes: [0xff, 0xd8, 0xff], key: "imports.refused.picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], key: "imports.refused.picture" },
  { bytes: [0x1f, 0x8b], key: "imports.refused.compressed" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], key: "imports.refused.compressed" },
  { bytes: [0x52, 0x61, 0x72, 0x21], key: "imports.refused.compressed" },
];

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { refused: "imports.refused.empty" };
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  if (begins(bytes, OLD_WORKBOOK)) {
    return { refused: holdsWide(bytes, "EncryptedPackage") ? "imports.refused.password" : "imports.refused.old-xls" };
  }
  const known = SIGNATURES.find(({ bytes: signature }) => begins(bytes, signature));
  return known ? { refused: known.key } : "text";
}

/** Whether the first megabyte holds an ASCII word in UTF-16, as old compound files name their streams. */
function holdsWide(bytes: Uint8Array, word: string): boolean {
  const end = Math.min(bytes.length, 1024 * 1024) - word.length * 2;
  const isHere = (at: number) => {
    for (let n = 0; n < word.length; n++) {
      if (bytes[at + n * 2] !== word.charCodeAt(n) || bytes[at + n * 2 + 1] !== 0) return false;
    }
    return true;
  };
  for (let at = 0; at <= end; at++) if (isHere(at)) return true;
  // A protected workbook larger than this has its directory at its end.
  for (let at = Math.max(0, bytes.length - 65_536); at <= bytes.length - word.length * 2; at++) {
    if (isHere(at)) return true;
  }
  return false;
}

/** Whether a text is JSON, by how it begins. */
export const isJson = (sample: string) => /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(sample);

/** Text that is no table: null when it may be one. */
export function textKind(sample: string): Key | null {
  const start = sample.trimStart().slice(0, 300).toLowerCase();
  if (start === "") return "imports.refused.empty";
  if (/^(?:<!doctype html|<html|<table|<head)/.test(start)) return "imports.refused.web-page";
  if (start.startsWith("<?xml")) return "imports.refused.xml";
  // Control characters (tab and line ends apart) are in no text that people write.
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === 0 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) controls++;
  }
  return controls > sample.length * 0.01 || sample.includes("\u0000\u0000") ? "imports.refused.binary" : null;
}
