import { fold } from "#app/kernel/told";

const LONGEST = 100;

/**
 * An id made of a row's stable columns: `dhs/cbp/anomaly-detection`. Accents, case and punctuation do not count, so
 * that a corrected comma does not make another case. Empty when all parts are blank.
 */
export function makeId(parts: readonly string[]): string {
  const words = parts.map((part) =>
    fold(part)
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
  );
  const id = words.filter((word) => word !== "").join("/");
  if (id === "" && parts.some((part) => part.trim() !== "")) return digest(parts.join("/"));
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST)}~${digest(id)}`;
}

/** The first of `id-2`, `id-3`, … that is free. `last` remembers where the search for an id ended. */
export function numberedId(id: string, isTaken: (id: string) => boolean, last: Map<string, number>): string {
  let n = last.get(id) ?? 2;
  while (isTaken(`${id}-${n}`)) n++;
  last.set(id, n + 1);
  return `${id}-${n}`;
}

/** 64 bits (FNV-1a in two lanes) that tell long texts with one beginning apart; not a secret. */
function digest(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x2f0b4c47;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + at), 0x01000193);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}
