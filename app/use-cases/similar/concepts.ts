/** What a text is about: each word brought to a meaning that has the same name in French and in English. */
import { fold, LOCALES, type Locale, type Told } from "#app/kernel/told";
import { ACTS } from "./lexicon/acts";
import { COMMON, EMPTY } from "./lexicon/everyday";
import { THINGS } from "./lexicon/things";
import { TOOLS } from "./lexicon/tools";
import { cousinOf, stemOf, tokensOf } from "./stems";

/** How much a meaning tells one need from another, before its rarity in the register. */
const WEIGHTS = { things: 1, acts: 0.7, unknown: 0.9, tools: 0.35, common: 0.15 } as const;
type Kind = keyof typeof WEIGHTS;

const REMEMBERED = 50_000;
/** Shorter words mean other things in the other language. */
const LENT = 5;

interface Lexicon {
  /** By language: a word's stem, or the stems of a phrase with spaces between, and the meaning. */
  meanings: Record<Locale, Map<string, string>>;
  /** By language: single words as they are listed, folded. They go before stems, which may be those of another word. */
  exact: Record<Locale, Map<string, string>>;
  /** By language: how many words the longest phrase has that begins with a stem. */
  longest: Record<Locale, Map<string, number>>;
  /** Words of either language that are long enough for the other one to borrow. */
  lent: Map<string, string>;
  kinds: Map<string, Kind>;
}

const EMPTY_WORDS = new Set(EMPTY.trim().split(/\s+/));
/** What phrases are written with and without: «appel d’offres», «out of stock». */
const JOINTS = new Set("a an d de des du et l la le les of s the".split(" "));
const isEmpty = (token: string) => token.length < 2 || EMPTY_WORDS.has(token) || /^\p{N}+$/u.test(token);

/** The words of a text that may be part of a phrase. */
const wordsOf = (text: string) => tokensOf(text).filter((token) => !JOINTS.has(token));
const stemsOf = (words: readonly string[], language: Locale) =>
  words.map((word) => rememberedStem(word, language)).join(" ");

function readLexicon(): Lexicon {
  const each = <Value>() => ({ fr: new Map<string, Value>(), en: new Map<string, Value>() });
  const lexicon: Lexicon = { meanings: each(), exact: each(), longest: each(), lent: new Map(), kinds: new Map() };
  const parts = [
    ["things", THINGS],
    ["acts", ACTS],
    ["tools", TOOLS],
    ["common", COMMON],
  ] as const;
  for (const [kind, part] of parts) {
    for (const line of part.trim().split("\n")) {
      const colon = line.indexOf(":");
      const name = line.slice(0, colon);
      if (!lexicon.kinds.has(name)) lexicon.kinds.set(name, kind);
      const [french = "", english] = line.slice(colon + 1).split("|");
      // What has no English beside it is written the same in both.
      for (const [language, listed] of [["fr", french] as const, ["en", english ?? french] as const]) {
        for (const entry of listed.split(",")) {
          const words = wordsOf(entry);
          const exactly = entry.trim().startsWith("=");
          const stems = stemsOf(words, language);
          const known = lexicon.meanings[language];
          if (stems && !exactly && !known.has(stems)) known.set(stems, name);
          const [only, ...more] = words.map(foldedWord);
          if (!only) continue;
          if (more.length > 0) {
            const opener = stemsOf(words.slice(0, 1), language);
            const { longest } = lexicon;
            longest[language].set(opener, Math.max(words.length, longest[language].get(opener) ?? 0));
            continue;
          }
          if (!lexicon.exact[language].has(only)) lexicon.exact[language].set(only, name);
          if (only.length >= LENT && !lexicon.lent.has(only)) lexicon.lent.set(only, name);
        }
      }
    }
  }
  return lexicon;
}

/** Names this lexicon: what was read with another one is read anew. */
export const LEXICON = [THINGS, ACTS, TOOLS, COMMON, EMPTY].reduce(
  (sum, part) => [...part].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0, sum),
  // Raise it when what is made of the words changes.
  1,
);

// Read at the first need: it costs a start some milliseconds that most processes do not owe.
let lexicon: Lexicon | undefined;

/** A function of words that remembers what it said: registers use the same ones over and over. */
function remembering(work: (word: string) => string): (word: string) => string {
  const said = new Map<string, string>();
  return (word) => {
    const known = said.get(word);
    if (known !== undefined) return known;
    if (said.size >= REMEMBERED) said.clear();
    const now = work(word);
    said.set(word, now);
    return now;
  };
}
const STEMS = {
  fr: remembering((word) => stemOf(word, "fr")),
  en: remembering((word) => stemOf(word, "en")),
};
const rememberedStem = (word: string, language: Locale) => STEMS[language](word);
const foldedWord = remembering(fold);

/** A meaning and the words that said it. */
export interface Said {
  concept: string;
  words: string;
}

/** The meanings of a text in its order, each with the words that said it. The longest phrase that is known goes first. */
export function meaningsOf(text: string, language: Locale): Said[] {
  lexicon ??= readLexicon();
  const words = wordsOf(text);
  const found: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const { concept, length } = meaningAt(lexicon, words, at, language);
    if (concept) found.push({ concept, words: words.slice(at, at + length).join(" ") });
    at += length;
  }
  return found;
}

function meaningAt(known: Lexicon, words: readonly string[], at: number, language: Locale) {
  const { meanings, exact, lent, longest } = known;
  const word = words[at] ?? "";
  const stem = rememberedStem(word, language);
  for (let length = Math.min(longest[language].get(stem) ?? 1, words.length - at); length > 1; length--) {
    const concept = meanings[language].get(stemsOf(words.slice(at, at + length), language));
    if (concept) return { concept, length };
  }
  const folded = foldedWord(word);
  const listed = exact[language].get(folded) ?? exact[language].get(folded.replace(/[sx]$/, ""));
  if (listed) return { concept: listed, length: 1 };
  if (isEmpty(folded)) return { concept: null, length: 1 };
  // «chatbot» in a French text: a word of the other language, as it is listed.
  const borrowed = lent.get(folded) ?? lent.get(folded.replace(/s$/, ""));
  return { concept: meanings[language].get(stem) ?? borrowed ?? cousinOf(stem), length: 1 };
}

const SIGNS: Record<Locale, ReadonlySet<string>> = {
  fr: new Set("le la les des une est dans pour nous qui que sur au aux et du ce ne pas".split(" ")),
  en: new Set("the of and to in is for that we are with by from not it our their a".split(" ")),
};

/** The language of a text by its little words: people also write in the other one than their form is in. */
export function languageOf(text: string, expected: Locale): Locale {
  const words = tokensOf(text).map(fold);
  const signs = (language: Locale) => words.filter((word) => SIGNS[language].has(word)).length;
  const other: Locale = expected === "fr" ? "en" : "fr";
  return signs(other) > signs(expected) ? other : expected;
}

/** How much a meaning tells by what kind of thing it is, 0 to 1. */
export function weightOf(concept: string): number {
  lexicon ??= readLexicon();
  return WEIGHTS[lexicon.kinds.get(concept) ?? "unknown"];
}

/** What a case is about, in one language: the meanings of its title, and those that only its need has. */
export interface About {
  title: string[];
  need: string[];
}

/** Enough of a text to know what it is about, however long somebody's file made it. */
const LETTERS = 3_000;
const MEANINGS = 40;

const distinct = (said: readonly Said[]) => [...new Set(said.map(({ concept }) => concept))];

/** What a case is about, once for each language in which it was told. */
export function aboutOf(told: { title: Told | null; need: Told | null }): About[] {
  return LOCALES.flatMap((expected) => {
    const title = (told.title?.[expected] ?? "").slice(0, LETTERS);
    const need = (told.need?.[expected] ?? "").slice(0, LETTERS);
    if (!title && !need) return [];
    const language = languageOf(`${title} ${need}`, expected);
    const inTitle = distinct(meaningsOf(title, language)).slice(0, MEANINGS);
    const known = new Set(inTitle);
    const inNeed = distinct(meaningsOf(need, language));
    return [{ title: inTitle, need: inNeed.filter((concept) => !known.has(concept)).slice(0, MEANINGS) }];
  });
}
