/** The lexicon as it is looked up: from a word or phrase of either language to the meaning that it has in both. */
import { fold, type Locale } from "#app/kernel/told";
import { ACTS } from "./lexicon/acts";
import { COMMON, EMPTY } from "./lexicon/everyday";
import { OFFICE } from "./lexicon/office";
import { PLAIN } from "./lexicon/plain";
import { PUBLIC } from "./lexicon/public";
import { THINGS } from "./lexicon/things";
import { TOOLS } from "./lexicon/tools";
import { TRADE } from "./lexicon/trade";
import { cousinOf, stemOf, tokensOf } from "./stems";

/** How much a meaning tells one need from another, before its rarity in the register. */
export const WEIGHTS = { things: 1, unknown: 0.9, acts: 0.7, plain: 0.5, tools: 0.35, common: 0.15 } as const;
export type Kind = keyof typeof WEIGHTS;

/** Shorter words mean other things in the other language, and have other cousins. */
const LENT = 5;
/** What is written between the two meanings of a word that has both: «casse» is damage, and in a shop waste. */
export const BOTH = "+";

export interface Dictionary {
  /** By language: a word's stem, or the stems of a phrase with spaces between, and the meaning. */
  meanings: Record<Locale, Map<string, string>>;
  /** By language: single words as they are listed, folded. They go before stems, which may be those of another word. */
  exact: Record<Locale, Map<string, string>>;
  /** By language: how many words the longest phrase has that begins with a stem. */
  longest: Record<Locale, Map<string, number>>;
  /** Words of either language that are long enough for the other one to borrow. */
  lent: Map<string, string>;
  /** What listed words have in common with their cousins; null where those of two meanings have the same. */
  cousins: Map<string, string | null>;
  kinds: Map<string, Kind>;
}

export const EMPTY_WORDS: ReadonlySet<string> = new Set(EMPTY.trim().split(/\s+/));
/** What phrases are written with and without: «appel d’offres», «out of stock». */
const JOINTS = new Set("a an d de des du et l la le les of s the".split(" "));

/** The words of a text that may be part of a phrase. */
export const wordsOf = (text: string) => tokensOf(text).filter((token) => !JOINTS.has(token));

const REMEMBERED = 50_000;

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
const COUSINS = {
  fr: remembering((word) => cousinOf(word, "fr")),
  en: remembering((word) => cousinOf(word, "en")),
};
export const rememberedStem = (word: string, language: Locale) => STEMS[language](word);
export const rememberedCousin = (word: string, language: Locale) => COUSINS[language](word);
export const foldedWord = remembering(fold);
export const stemsOf = (words: readonly string[], language: Locale) =>
  words.map((word) => rememberedStem(word, language)).join(" ");

interface Line {
  /** None where the words themselves name the meaning. */
  name: string | null;
  kind: Kind;
  fr: string[];
  en: string[];
}

const entries = (listed: string) => listed.split(",").map((entry) => entry.trim());

/** One meaning a line: `name: French words | English words`; what has no English beside it is written the same in both. */
function namedLines(part: string, kind: Kind): Line[] {
  return part
    .trim()
    .split("\n")
    .map((line) => {
      const colon = line.indexOf(":");
      const [french = "", english] = line.slice(colon + 1).split("|");
      return { name: line.slice(0, colon), kind, fr: entries(french), en: entries(english ?? french) };
    });
}

/** Many meanings a line: `French words/English words; …`. */
function pairedLines(part: string, kind: Kind): Line[] {
  return part
    .trim()
    .split(/[;\n]/)
    .map((pair) => {
      const [french = "", english] = pair.split("/");
      return { name: null, kind, fr: entries(french), en: entries(english ?? french) };
    });
}

/** The lines of the lexicon; where two give a word a meaning, the earlier one does. */
function linesOfAll(): Line[] {
  return [
    ...namedLines(THINGS, "things"),
    ...namedLines(ACTS, "acts"),
    ...namedLines(TOOLS, "tools"),
    ...namedLines(COMMON, "common"),
    ...pairedLines(TRADE, "things"),
    ...pairedLines(OFFICE, "things"),
    ...pairedLines(PUBLIC, "things"),
    ...pairedLines(PLAIN, "plain"),
  ];
}

const PARTS = [THINGS, ACTS, TOOLS, COMMON, EMPTY, TRADE, OFFICE, PUBLIC, PLAIN];

/** Names this lexicon: what was read with another one is read anew. */
export const LEXICON = PARTS.reduce(
  (sum, part) => [...part].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0, sum),
  // Raise it when what is made of the words changes.
  2,
);

/** The meaning of a pair that names none: its first English word, or the meaning that one has already as a thing. */
function nameOf({ exact, kinds, meanings }: Dictionary, { en }: Line): string {
  const [first = ""] = en;
  const words = wordsOf(first);
  const listed = words.length === 1 ? exact.en.get(foldedWord(first)) : meanings.en.get(stemsOf(words, "en"));
  const [known] = listed?.split(BOTH) ?? [];
  const kind = known ? kinds.get(known) : undefined;
  return known && kind !== "common" ? known : first.replace(/\s+/g, "-");
}

/** A word that is listed again with another meaning has both: «roulement» is a rota, and a part of machines. */
function enterWord(known: Map<string, string>, word: string, { name, again }: Naming): void {
  const before = known.get(word);
  if (before === undefined) known.set(word, name);
  else if (again && before !== name && !before.includes(BOTH)) known.set(word, `${before}${BOTH}${name}`);
}

interface Naming {
  name: string;
  /** Whether it may be a second meaning. */
  again: boolean;
}

function enter(dictionary: Dictionary, naming: Naming, entry: string, language: Locale): void {
  const { meanings, exact, longest, lent } = dictionary;
  const { name } = naming;
  const words = wordsOf(entry);
  const exactly = entry.startsWith("=");
  const stems = stemsOf(words, language);
  if (stems && !exactly && !meanings[language].has(stems)) meanings[language].set(stems, name);
  const [only, ...more] = words.map(foldedWord);
  if (!only) return;
  if (more.length > 0) {
    const opener = stemsOf(words.slice(0, 1), language);
    longest[language].set(opener, Math.max(words.length, longest[language].get(opener) ?? 0));
    return;
  }
  enterWord(exact[language], only, naming);
  if (only.length < LENT) return;
  if (!lent.has(only)) lent.set(only, name);
  if (exactly) return;
  const cousin = rememberedCousin(words[0] ?? only, language);
  const known = dictionary.cousins.get(cousin);
  dictionary.cousins.set(cousin, known === undefined || known === name ? name : null);
}

function readDictionary(): Dictionary {
  const each = <Value>() => ({ fr: new Map<string, Value>(), en: new Map<string, Value>() });
  const dictionary: Dictionary = {
    ...{ meanings: each<string>(), exact: each<string>(), longest: each<number>() },
    ...{ lent: new Map(), cousins: new Map(), kinds: new Map() },
  };
  for (const line of linesOfAll()) {
    const name = line.name ?? nameOf(dictionary, line);
    for (const one of name.split(BOTH)) if (!dictionary.kinds.has(one)) dictionary.kinds.set(one, line.kind);
    const naming = { name, again: line.name === null };
    for (const entry of line.fr) enter(dictionary, naming, entry, "fr");
    for (const entry of line.en) enter(dictionary, naming, entry, "en");
  }
  return dictionary;
}

let read: Dictionary | undefined;

/** Read at the first need: it costs a start some milliseconds that most processes do not owe. */
export function dictionary(): Dictionary {
  read ??= readDictionary();
  return read;
}
