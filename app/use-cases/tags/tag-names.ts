/** The tags of a case as people type them. */
import { fold } from "#app/kernel/told";

export const TAG_LETTERS = 40;
export const MOST_TAGS = 20;

export interface TagName {
  name: string;
  /** Two spellings of one tag are one. */
  folded: string;
}

/** A tag out of what was typed, without the signs that stand between tags; null where it says nothing. */
export function tagNamed(typed: string): TagName | null {
  const name = typed
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}#,;]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const folded = fold(name);
  return folded && /[\p{L}\p{N}\p{So}]/u.test(folded) ? { name, folded } : null;
}

/** Tags separated by commas, semicolons or lines, each once, in the order in which they were typed. */
export function tagsTyped(typed: string): TagName[] {
  const found = new Map<string, TagName>();
  for (const part of typed.split(/[,;\n]/)) {
    const tag = tagNamed(part);
    if (tag && !found.has(tag.folded)) found.set(tag.folded, tag);
  }
  return [...found.values()];
}
