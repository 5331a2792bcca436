/** People named in a text: `@` and their full name, or `@` and their e-mail address. */
import { fold } from "#app/kernel/told";

export interface Nameable {
  id: number;
  name: string;
  /** The name folded to lower case without accents. */
  nameFolded: string;
  email: string;
}

/** A place in a text that names somebody, from its `@` on. */
export interface Mention {
  at: number;
  /** As it is written, with its `@`. */
  words: string;
  /** Whom it names: nobody, one person, or several of whom it does not say which. */
  people: number[];
}

/** Places that are looked at in one text: more is no conversation. */
const MOST = 30;
const LONGEST_NAME = 6;
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;
/** What may stand before an `@` that names somebody: nothing, white space, or an opening sign. */
const BEFORE = /[\s([{«"“'’,;:/\u00a0\u202f]/;

/** Where a text may name somebody, each with what follows its `@`. */
export function spots(text: string): { at: number; rest: string }[] {
  const found: { at: number; rest: string }[] = [];
  for (let at = text.indexOf("@"); at >= 0 && found.length < MOST; at = text.indexOf("@", at + 1)) {
    const before = text[at - 1];
    const rest = text.slice(at + 1, at + 250);
    if ((before === undefined || BEFORE.test(before)) && /^[\p{L}\p{N}]/u.test(rest)) found.push({ at, rest });
  }
  return found;
}

const emailIn = (rest: string): string | null => EMAIL.exec(rest)?.[0].replace(/[.]+$/, "") ?? null;

/** What has to be looked up to know whom a text may name: addresses, and the first words of names. */
export function lookUps(text: string): { emails: string[]; words: string[] } {
  const emails = new Set<string>();
  const words = new Set<string>();
  for (const { rest } of spots(text)) {
    const email = emailIn(rest);
    if (email) emails.add(email.toLowerCase());
    else words.add(fold(bare(firstWords(rest, 1))));
  }
  words.delete("");
  return { emails: [...emails], words: [...words] };
}

/** The first so many words, as they are written; empty where there are fewer, or a line ends before. */
function firstWords(rest: string, count: number): string {
  const found = new RegExp(`^[^\\s]+(?:[^\\S\\n]+[^\\s]+){${count - 1}}`, "u").exec(rest);
  return found?.[0] ?? "";
}

/** Without the signs that follow a name in a sentence, and the English genitive. */
function bare(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+$/u, "").replace(/['’]s$/, "");
}

function resolve(rest: string, people: readonly Nameable[]): { words: string; people: number[] } {
  const email = emailIn(rest);
  if (email) {
    const found = people.filter((one) => one.email === email.toLowerCase());
    return { words: email, people: found.map(({ id }) => id) };
  }
  let first = "";
  // The longest name wins: «Anne Martin» is not «Anne».
  const begun: { words: string; people: number[] }[] = [];
  for (let count = LONGEST_NAME; count > 0; count--) {
    const words = bare(firstWords(rest, count));
    if (!words) continue;
    first = words;
    const folded = fold(words);
    const whole = people.filter(({ nameFolded }) => nameFolded === folded);
    if (whole.length > 0) return { words, people: whole.map(({ id }) => id) };
    const beginning = people.filter(({ nameFolded }) => nameFolded.startsWith(`${folded} `));
    if (beginning.length > 0) begun.push({ words, people: beginning.map(({ id }) => id) });
  }
  // A first name is enough where only one person has it.
  return begun[0] ?? { words: bare(firstWords(rest, 1)) || first, people: [] };
}

/** The places in a text that name somebody, in order. @param people those whom `lookUps` found */
export function mentionsIn(text: string, people: readonly Nameable[]): Mention[] {
  return spots(text).map(({ at, rest }) => {
    const found = resolve(rest, people);
    return { at, words: `@${found.words}`, people: found.people };
  });
}

export interface Named {
  /** Each person once. */
  people: number[];
  /** As they are written: names that several people have, and names that nobody has. */
  ambiguous: string[];
  unknown: string[];
}

export function namedBy(mentions: readonly Mention[]): Named {
  const words = (wanted: (mention: Mention) => boolean) => [
    ...new Set(mentions.filter(wanted).map((mention) => mention.words)),
  ];
  return {
    people: [...new Set(mentions.flatMap(({ people }) => (people.length === 1 ? people : [])))],
    ambiguous: words(({ people }) => people.length > 1),
    unknown: words(({ people }) => people.length === 0),
  };
}

/** A text in pieces, those that name one of these people with their whole name. */
export function toldPieces(text: string, people: readonly Nameable[]): { text: string; names: string | null }[] {
  const pieces: { text: string; names: string | null }[] = [];
  let from = 0;
  for (const { at, words, people: ids } of people.length > 0 ? mentionsIn(text, people) : []) {
    const named = ids.length === 1 ? people.find(({ id }) => id === ids[0]) : undefined;
    if (!named) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), names: null });
    pieces.push({ text: words, names: named.name });
    from = at + words.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), names: null });
  return pieces;
}
