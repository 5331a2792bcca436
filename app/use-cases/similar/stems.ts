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

/** What endings come to in both languages: those of one line meet. */
const MEETING: readonly (readonly [to: string, ...endings: string[]])[] = [
  ["if", "ification", "ifier", "ifie", "ifiant", "ify", "ified", "ifying"],
  ["is", "isation", "ization", "iser", "ize", "ise", "izer", "iseur", "ized", "ised", "izing", "ising", "isant"],
  ["ator", "ateur", "ator", "atrice"],
  ["", "ation", "ate", "ated", "ating", "at", "er", "ing", "ed", "ee", "re"],
  ["t", "tion", "ting", "ted", "ter"],
  ["s", "sion", "sing", "sed", "ser"],
  ["", "issement", "ement", "ment"],
  ["bl", "able", "ability", "ible", "ibility"],
  ["but", "buer", "bute"],
  ["tut", "tuer", "tute"],
  ["duk", "duire", "duce"],
  ["", "ity", "ety", "ty"],
  ["r", "aire", "ary", "oire", "ory", "oir", "orie", "arie", "erie", "ery"],
  ["nc", "ence", "ency", "ance", "ancy"],
  ["crat", "cratie", "cracy", "cratique", "cratic"],
  ["ik", "ique", "ic", "ical", "icien", "ician"],
  ["ial", "iel", "ielle", "ial", "iale"],
  ["ual", "uel", "uelle", "ual"],
  ["al", "el", "elle", "al", "ale", "ele"],
  ["iv", "if", "ive"],
  ["ist", "iste", "ist"],
  ["or", "eur", "our", "or", "euse", "rice"],
  ["", "eux", "ous"],
  ["ian", "ien", "ienne", "ian", "een", "ean"],
  ["", "ie", "y", "ia", "e", "a", "o"],
];
const ENDINGS = MEETING.flatMap(([to, ...endings]) => endings.map((ending) => [ending, to] as const)).sort(
  ([a], [b]) => b.length - a.length,
);
const KEPT = 4;

/** What Snowball knows to be a verb's form, and a rule of endings would take for a noun: «calculent», «client». */
const VERBS = /(?:ent|aient|ait|ons|ez)$/;

/**
 * What a word has in common with its cousin in the other language, by its spelling alone: «vérification» and
 * «verification», «inventaire» and “inventory”, «mécanique» and “mechanics” meet. Words that only begin alike stay apart.
 */
export function cousinOf(word: string, language: Locale): string {
  const folded = fold(word.replace(/(?<=[ieél]|[ae]r)té(?=s?$)/, "ty"));
  const stem = language === "fr" && VERBS.test(folded) ? stemOf(word, "fr") : folded;
  const singular = stem
    .replace(/ies$/, "y")
    .replace(/eaux$/, "eau")
    .replace(/aux$/, "al")
    .replace(/(?<!s|ou|eu|i)s$/, "")
    .replace(/([btdf])re$/, "$1er");
  const [ending, to] = ENDINGS.find((one) => fits(singular, one)) ?? ["", ""];
  return `${singular.slice(0, singular.length - ending.length)}${to}`
    .replace(/ph/g, "f")
    .replace(/qu|ck|ch/g, "k")
    .replace(/c(?=[^eiy]|$)/g, "k")
    .replace(/th/g, "t")
    .replace(/[ao]e/g, "e")
    .replace(/y/g, "i")
    .replace(/z/g, "s")
    .replace(/([a-z])\1/g, "$1");
}

/** Enough must be left of a word for what it shares to mean something. */
function fits(word: string, [ending, to]: readonly [string, string]): boolean {
  const left = word.length - ending.length;
  return word.endsWith(ending) && left + to.length >= KEPT && left >= KEPT - 1;
}
