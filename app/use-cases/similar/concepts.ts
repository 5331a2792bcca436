/** What a text is about: each word brought to a meaning that has the same name in French and in English. */
import { fold, LOCALES, type Locale, type Told } from "#app/kernel/told";
import {
  BOTH,
  type Dictionary,
  dictionary,
  EMPTY_WORDS,
  foldedWord,
  rememberedCousin,
  rememberedStem,
  stemsOf,
  WEIGHTS,
  wordsOf,
} from "./dictionary";
import { tokensOf } from "./stems";

export { LEXICON } from "./dictionary";

/** Shorter words have cousins by chance. */
const LONG_ENOUGH = 6;
const isEmpty = (token: string) => token.length < 2 || EMPTY_WORDS.has(token) || /^\p{N}+$/u.test(token);

/** A meaning and the words that said it. */
export interface Said {
  concept: string;
  words: string;
}

/** The meanings of a text in its order, each with the words that said it. The longest phrase that is known goes first. */
export function meaningsOf(text: string, language: Locale): Said[] {
  const known = dictionary();
  const words = wordsOf(text);
  const found: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const { concept, length } = meaningAt(known, words, at, language);
    for (const one of concept?.split(BOTH) ?? []) {
      found.push({ concept: one, words: words.slice(at, at + length).join(" ") });
    }
    at += length;
  }
  return found;
}

function meaningAt(known: Dictionary, words: readonly string[], at: number, language: Locale) {
  const { meanings, exact, lent, longest, cousins } = known;
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
  const concept = meanings[language].get(stem) ?? borrowed;
  if (concept) return { concept, length: 1 };
  const cousin = rememberedCousin(word, language);
  const related = folded.length >= LONG_ENOUGH ? cousins.get(cousin) : null;
  return { concept: related ?? cousin, length: 1 };
}

const SIGNS: Record<Locale, ReadonlySet<string>> = {
  fr: new Set("le la les des une est dans pour nous qui que sur au aux et du ce ne pas".split(" ")),
  en: new Set("the of and to in is for that we are with by from not it our their a".split(" ")),
};

/**
 * The language of a text by its little words, or, where it has none, by which language knows its words: people also write
 * in the other one than their form is in.
 */
export function languageOf(text: string, expected: Locale): Locale {
  const words = tokensOf(text).map(fold);
  const other: Locale = expected === "fr" ? "en" : "fr";
  const count = (is: (word: string) => boolean) => words.filter(is).length;
  const signs = count((word) => SIGNS[other].has(word)) - count((word) => SIGNS[expected].has(word));
  if (signs !== 0) return signs > 0 ? other : expected;
  const { exact } = dictionary();
  const known = (language: Locale, word: string) =>
    exact[language].has(word) || exact[language].has(word.replace(/s$/, ""));
  const theirs = count((word) => known(other, word) && !known(expected, word));
  return theirs > count((word) => known(expected, word) && !known(other, word)) ? other : expected;
}

/** How much a meaning tells by what kind of thing it is, 0 to 1. */
export function weightOf(concept: string): number {
  return WEIGHTS[dictionary().kinds.get(concept) ?? "unknown"];
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
