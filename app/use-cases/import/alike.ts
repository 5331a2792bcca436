import { fold, LOCALES, type Told } from "#app/kernel/told";
import type { Mapping } from "./mapping";
import type { Existing } from "./plan";
import type { ImportedFields } from "./read-row";

/**
 * What a row or a case is known by where its id says nothing: its department and its title, folded, in each language that
 * it has. None where the department is only now to be created, or the title has no letter: then nothing here can be the
 * same case.
 */
export function likenessesOf({ title, department }: Pick<ImportedFields, "title" | "department">): string[] {
  if (!title || (department && !("id" in department))) return [];
  return foldedTitles(title).map((folded) => `${department?.id ?? ""} ${folded}`);
}

/** A title in each language that says it otherwise, folded. */
export function foldedTitles(title: Told): string[] {
  const folded = LOCALES.map((locale) => fold(title[locale] ?? ""));
  return [...new Set(folded)].filter((one) => one !== "");
}

/** What is known by title and department, and how often the file says each likeness. */
export interface Alikes {
  /** Cases of the register whose ids the file does not name. */
  cases: ReadonlyMap<string, readonly Existing[]>;
  /** Cases that are not of the register: entered here, or of another one. */
  outside: ReadonlyMap<string, readonly Existing[]>;
  rows: ReadonlyMap<string, number>;
}

export const NO_ALIKES: Alikes = { cases: new Map(), outside: new Map(), rows: new Map() };

/** What a row of an unknown id may be: the one case of its likeness, or one of several, which nobody can tell. */
export type Alike = { is: "one"; existing: Existing } | SeveralAlike;

export interface SeveralAlike {
  is: "several";
  cases: readonly Existing[];
  rows: number;
}

/** A case that a row of an unknown id may be. */
export interface RowAlike {
  reference: string;
  /** The row is that case; not: said to be another, or nobody has said yet. */
  taken: boolean;
  /** It is not of this register, and the row waits for the person's word. */
  asked: boolean;
  /** It was entered here, and enters the register with the row. */
  enteredHere: boolean;
  /** It may be said to be that case: one of another register stays there, and of several nobody can tell. */
  joinable: boolean;
}

/** What the person has said of rows of unknown ids: by their ids, and of the whole file. */
export interface SaidOfRows {
  elsewhere: Mapping["elsewhere"];
  others: ReadonlySet<string>;
  same: ReadonlySet<string>;
}

/** The case that a row of an unknown id is; and what it may be, to be shown and answered. */
export interface Meaning {
  taken: Existing | null;
  alike: RowAlike | null;
  several: SeveralAlike | null;
}

export const NO_MEANING: Meaning = { taken: null, alike: null, several: null };

/** Which known case a row of an unknown id is: one of the register unless it is said to be another, one outside it if said so. */
export function meantBy(fields: ImportedFields, id: string, alikes: Alikes, said: SaidOfRows): Meaning {
  const isNew = said.others.has(id);
  const inside = alikeOf(fields, alikes);
  if (inside?.is === "several") return { ...NO_MEANING, several: inside };
  if (inside) return meaning(inside.existing, { taken: !isNew, asked: false, joinable: true });
  const outside = said.elsewhere === "new" ? null : outsideOf(fields, alikes);
  if (!outside) return NO_MEANING;
  const { existing, joinable } = outside;
  const taken = joinable && !isNew && (said.elsewhere === "same" || said.same.has(id));
  return meaning(existing, { taken, asked: !taken && !isNew, joinable });
}

function meaning(existing: Existing, how: Pick<RowAlike, "taken" | "asked" | "joinable">): Meaning {
  const { reference, source } = existing;
  return {
    taken: how.taken ? existing : null,
    alike: { reference, enteredHere: source === null, ...how },
    several: null,
  };
}

/** The case that a row of an unknown id may be; null where none goes by its title in its department. */
export function alikeOf(fields: ImportedFields, { cases, rows }: Omit<Alikes, "outside">): Alike | null {
  const { found, said } = goingBy(fields, cases, rows);
  const [existing, another] = found;
  if (!existing) return null;
  return another || said > 1 ? { is: "several", cases: found, rows: said } : { is: "one", existing };
}

/** A case that is not of the register, under the row's title and department. */
interface Outside {
  existing: Existing;
  /** Only one case and one row go by that, and no register holds the case: it can enter this one. */
  joinable: boolean;
}

/** The case outside the register that a row of an unknown id may be; null where none goes by its title in its department. */
function outsideOf(fields: ImportedFields, { outside, rows }: Pick<Alikes, "outside" | "rows">): Outside | null {
  const { found, said } = goingBy(fields, outside, rows);
  const [existing, another] = found;
  return existing ? { existing, joinable: !another && said === 1 && existing.source === null } : null;
}

/** The cases that go by one of a row's likenesses, and how many rows go by it. */
function goingBy(fields: ImportedFields, cases: Alikes["cases"], rows: Alikes["rows"]) {
  const likenesses = likenessesOf(fields);
  const found = [...new Set(likenesses.flatMap((likeness) => cases.get(likeness) ?? []))];
  return { found, said: Math.max(1, ...likenesses.map((likeness) => rows.get(likeness) ?? 1)) };
}
