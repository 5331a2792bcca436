import { foldedTitle } from "../content";
import type { Existing } from "./plan";
import type { ImportedFields } from "./read-row";

/**
 * What a row or a case is known by where its id says nothing: its department and its title, folded. Null where the
 * department is only now to be created, or the title has no letter: then nothing here can be the same case.
 */
export function likenessOf({ title, department }: Pick<ImportedFields, "title" | "department">): string | null {
  if (!title || (department && !("id" in department))) return null;
  const folded = foldedTitle(title);
  return folded === "" ? null : `${department?.id ?? ""} ${folded}`;
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
export type Alike = { is: "one"; existing: Existing } | { is: "several"; cases: readonly Existing[]; rows: number };

/** The case that a row of an unknown id may be; null where none goes by its title in its department. */
export function alikeOf(fields: ImportedFields, { cases, rows }: Omit<Alikes, "outside">): Alike | null {
  const likeness = likenessOf(fields);
  const found = (likeness !== null && cases.get(likeness)) || [];
  const [existing, another] = found;
  if (likeness === null || !existing) return null;
  const said = rows.get(likeness) ?? 1;
  return another || said > 1 ? { is: "several", cases: found, rows: said } : { is: "one", existing };
}

/** A case that is not of the register, under the row's title and department. */
export interface Outside {
  existing: Existing;
  /** Only one case and one row go by that, and no register holds the case: it can enter this one. */
  joinable: boolean;
}

/** The case outside the register that a row of an unknown id may be; null where none goes by its title in its department. */
export function outsideOf(fields: ImportedFields, { outside, rows }: Pick<Alikes, "outside" | "rows">): Outside | null {
  const likeness = likenessOf(fields);
  const [existing, another] = (likeness !== null && outside.get(likeness)) || [];
  if (likeness === null || !existing) return null;
  return { existing, joinable: !another && (rows.get(likeness) ?? 1) === 1 && existing.source === null };
}
