// Control characters but for tab and new line, and what turns the direction of the text around it or cannot be seen: a name
// with U+202E reads as another name. Joiners stay (Persian and emoji need them), so do marks of direction (Arabic does).
const NEVER_MEANT = /(?![\t\n])[\p{Cc}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * A text as it is kept: what a person typed in any language, without what nobody types. A lone surrogate or a NUL cannot be
 * stored by PostgreSQL; neither is ever meant.
 */
export function asTyped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(NEVER_MEANT, "")
    .trim();
}
