import { isUtf8 } from "node:buffer";
import type { Encoding } from "./read-options";

export type { Encoding };

const PIECE = 64 * 1024;

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9F. Node 20's own decoder leaves these as control characters. */
const HIGH =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/** How a file's text is encoded: its byte order mark, else what its bytes can be. Windows-1252 is the last resort. */
export function detectEncoding(bytes: Uint8Array): { encoding: Encoding; bom: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", bom: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", bom: 2 };
  const wide = utf16ByItsZeros(bytes);
  if (wide) return { encoding: wide, bom: 0 };
  return { encoding: isUtf8(bytes) ? "utf-8" : "windows-1252", bom: 0 };
}

/** Western text in UTF-16 has a zero in every other byte; no other text has zeros at all. */
function utf16ByItsZeros(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 8192) & ~1;
  if (length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

/** The text in pieces, so that a whole file is never held twice. Bytes that mean nothing come out as U+FFFD. */
export function* decodePieces(bytes: Uint8Array, encoding: Encoding, from = 0): Generator<string> {
  if (encoding === "windows-1252") {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = from; at < bytes.length; at += PIECE) {
      const latin = buffer.toString("latin1", at, Math.min(at + PIECE, bytes.length));
      yield latin.replace(/[\u0080-\u009F]/g, (control) => HIGH[control.charCodeAt(0) - 0x80] ?? control);
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (let at = from; at < bytes.length; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  yield decoder.decode();
}
