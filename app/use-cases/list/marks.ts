/**
 * What the list filters, counts and sorts by, of all cases, in columns: a view is one pass over them. Cases stand under
 * their ids. Columns know no SQL, so that both engines' lists are the same list; `marks.server.ts` keeps them fresh.
 */
import type { Mark } from "./facets";
import { NONE } from "./query";

/** A case as it stands, or one that is there no more. What is not known is null. */
export interface Marked
  extends Record<Mark, string | number | null>,
    Record<Party, number | null>,
    Record<Figure, number | null> {
  id: number;
  /** 1 where it is. */
  there: number;
  /** Tags' ids, with commas. */
  tags: string | null;
  titleFolded: string | null;
}

export const MARKS = ["stage", "department", "aiType", "source", "campaign"] as const satisfies readonly Mark[];
export const PARTIES = ["author", "coAuthor", "owner", "technicalOwner"] as const;
export type Party = (typeof PARTIES)[number];
export const FIGURES = ["updated", "since", "value", "complexity", "npv", "realised"] as const;
/** Instants in milliseconds, days as numbers (20261122), scores, amounts in minor units. */
export type Figure = (typeof FIGURES)[number];

/** A case that is there no more, one that everybody sees, and one that is seen by who wrote it. */
const GONE = 0;
const SEEN = 1;
const DRAFT = 2;

const FIRST_SIZE = 1_024;

/** What filters name, by number; 0 is `none`. */
export class Names {
  readonly texts: string[] = [NONE];
  readonly #codes = new Map<string | number | null, number>([null, "", 0, NONE].map((none) => [none, 0]));

  codeOf(value: string | number | null): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const text = String(value);
    const code = this.#codes.get(text) ?? this.texts.push(text) - 1;
    this.#codes.set(text, code).set(value, code);
    return code;
  }

  /** For each number, whether it is one of these texts; null where any will do. */
  among(texts: readonly string[]): Uint8Array | null {
    if (texts.length === 0) return null;
    const wanted = new Uint8Array(this.texts.length);
    for (const text of texts) {
      const code = this.#codes.get(text);
      if (code !== undefined) wanted[code] = 1;
    }
    return wanted;
  }
}

function keyed<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}

export class Marks {
  /** One more than the highest id. */
  size = 1;
  /** How often a case was put in its place: what was counted before the last one may be wrong. */
  changes = 0;
  state = new Uint8Array(FIRST_SIZE);
  names = keyed(MARKS, () => new Names());
  marks = keyed(MARKS, () => new Uint32Array(FIRST_SIZE));
  /** Each case's tags, by the number of their set: of sets there are far fewer than of cases. */
  tagged = new Uint32Array(FIRST_SIZE);
  readonly tagSets: (readonly number[])[] = [[]];
  readonly #setNumbers = new Map([["", 0]]);
  parties = keyed(PARTIES, () => new Uint32Array(FIRST_SIZE));
  /** Not known is not a number. */
  figures = keyed(FIGURES, () => new Float64Array(FIRST_SIZE).fill(Number.NaN));
  readonly titles: string[] = [""];

  put(row: Marked): void {
    const { id, there, tags, titleFolded } = row;
    this.#reach(id);
    this.changes += 1;
    this.state[id] = !there ? GONE : row.stage === "draft" ? DRAFT : SEEN;
    this.titles[id] = titleFolded ?? "";
    for (const mark of MARKS) this.marks[mark][id] = this.names[mark].codeOf(row[mark]);
    for (const party of PARTIES) this.parties[party][id] = row[party] ?? 0;
    for (const figure of FIGURES) this.figures[figure][id] = row[figure] ?? Number.NaN;
    this.tagged[id] = this.#setNumber(tags ?? "");
  }

  /** Whether a person finds a case on a list at all: drafts are those of their author and co-author alone. */
  seenBy(personId: number): (id: number) => boolean {
    const { state } = this;
    const { author, coAuthor } = this.parties;
    return (id) =>
      state[id] === SEEN ||
      (state[id] === DRAFT && personId > 0 && (author[id] === personId || coAuthor[id] === personId));
  }

  #setNumber(tags: string): number {
    const known = this.#setNumbers.get(tags);
    if (known !== undefined) return known;
    const set = tags.split(",").map(Number);
    set.sort((a, b) => a - b);
    const number = this.#setNumbers.get(set.join()) ?? this.tagSets.push(set) - 1;
    this.#setNumbers.set(set.join(), number).set(tags, number);
    return number;
  }

  #reach(id: number): void {
    while (this.titles.length < id) this.titles.push("");
    this.size = Math.max(this.size, id + 1);
    if (id < this.state.length) return;
    const length = Math.max(id + 1, Math.ceil(this.state.length * 1.5));
    const longer = <Column extends Uint8Array | Uint32Array | Float64Array>(old: Column, fresh: Column): Column => {
      fresh.set(old);
      return fresh;
    };
    this.state = longer(this.state, new Uint8Array(length));
    this.tagged = longer(this.tagged, new Uint32Array(length));
    this.marks = keyed(MARKS, (mark) => longer(this.marks[mark], new Uint32Array(length)));
    this.parties = keyed(PARTIES, (party) => longer(this.parties[party], new Uint32Array(length)));
    this.figures = keyed(FIGURES, (figure) => longer(this.figures[figure], new Float64Array(length)));
  }
}
