/** Words brought to what their inflections share, in French and in English, and to what both languages share. */
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import type { Locale } from "#app/kernel/told";
import { fold } from "#app/kernel/told";

const STEMMERS: Record<Locale, (word: string) => string> = { fr: stemFrench, en: stemEnglish };

/** The words of a text in lower case, accents kept for the stemmers: hyphens and apostrophes part them. */
export function tokensOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/œ/g, "oe")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Snowball's stem of a word in a language, without accents. */
export function stemOf(word: string, language: Locale): string {
  // Its plural before its stem: Snowball leaves «journaux» and «journal» apart.
  const singular = language === "fr" ? word.replace(/eaux$/, "eau").replace(/aux$/, "al") : word;
  return fold(STEMMERS[language](singular));
}

const ENDINGS = [
  ...["isation", "ization", "ification", "ation", "ition", "ction", "sion", "tion", "ion"],
  ...[
    "iques",
    "ique",
    "ical",
    "ic",
    "iq",
    "eur",
    "euse",
    "or",
    "er",
    "aire",
    "ari",
    "ary",
    "ance",
    "anc",
    "ence",
    "enc",
  ],
  ...["ement", "ment", "abl", "ibl", "able", "ible", "ite", "iti", "ity", "eux", "ous", "if", "iv", "ive", "al", "el"],
  ...["isi", "is", "iz", "ise", "ize", "at", "ant", "ent", "ist", "e", "i", "s"],
].sort((a, b) => b.length - a.length);
const KEPT = 4;

/**
 * What a word has in common with its cousin in the other language: «détection» and «detecting», «optimiser» and
 * «optimise», «photographie» and «photography» meet.
 */
export function cousinOf(stem: string): string {
  let root = stem
    .replace(/ph/g, "f")
    .replace(/qu|ck/g, "k")
    .replace(/c(?=[aoutklr]|$)/g, "k")
    .replace(/th/g, "t")
    .replace(/y/g, "i")
    .replace(/([a-z])\1/g, "$1");
  for (let turns = 0; turns < 2; turns++) {
    const ending = ENDINGS.find((one) => root.endsWith(one) && root.length - one.length >= KEPT);
    if (!ending) break;
    root = root.slice(0, -ending.length);
  }
  return root;
}
