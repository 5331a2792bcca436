import { fold, LOCALES, type Told } from "#app/kernel/told";
import type { Mapping } from "./mapping";

export interface KnownDepartment {
  id: number;
  code: string | null;
  name: Told;
}

/** A department that the file names and we do not have. `key` is what its rows carry until it has an id. */
export interface NewDepartment {
  key: string;
  name: Told;
  code: string | null;
  /** Rows that name it. */
  count: number;
}

export type DepartmentMatch =
  | { is: "known"; id: number }
  | { is: "new"; key: string; name: Told; code: string | null }
  | { is: "unknown" }
  | { is: "refused" };

/** A department's spelling as rows and corrections know it: its name, or its code where it has no name. */
export function departmentKey(name: string, code: string): string {
  return fold(name) || fold(code);
}

/** A spelling that can only be a name. */
const nameKey = (spelling: string) => `name:${fold(spelling)}`;

/** Departments by every spelling that we know of them: code and both names, folded. */
export function departmentIndex(departments: readonly KnownDepartment[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const learn = (spelling: string | null | undefined, id: number) => {
    const key = fold(spelling ?? "");
    if (key && !index.has(key)) index.set(key, id);
  };
  // Codes come last: where a name of one department is the code of another, the name is meant.
  for (const { id, name } of departments) {
    for (const locale of LOCALES) {
      const spelling = name[locale];
      learn(spelling, id);
      if (spelling) learn(nameKey(spelling), id);
    }
  }
  for (const { id, code } of departments) learn(code, id);
  return index;
}

export function matchDepartment(
  name: string,
  code: string,
  index: ReadonlyMap<string, number>,
  mapping: Mapping,
): DepartmentMatch {
  const key = departmentKey(name, code);
  if (key === "") return { is: "unknown" };
  const said = Object.hasOwn(mapping.departments, key) ? mapping.departments[key] : undefined;
  if (typeof said === "number") return { is: "known", id: said };
  if (said === "leave") return { is: "unknown" };
  const told = toldName(name || code, mapping);
  // Made by an earlier import on the same word, it is there by now: under its name, not under somebody's code.
  const id =
    said === "create"
      ? findDepartment(
          [told.fr, told.en].map((spelling) => spelling && nameKey(spelling)),
          index,
        )
      : findDepartment([name, told.fr, told.en, code], index);
  if (id !== undefined) return { is: "known", id };
  if (said !== "create" && mapping.newDepartments === "leave") return { is: "unknown" };
  if (said !== "create" && mapping.newDepartments === "refuse") return { is: "refused" };
  return { is: "new", key, name: told, code: code.trim() || null };
}

function findDepartment(
  spellings: readonly (string | undefined)[],
  index: ReadonlyMap<string, number>,
): number | undefined {
  for (const spelling of spellings) {
    const id = spelling ? index.get(fold(spelling)) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

function toldName(text: string, { departmentNames, language }: Mapping): Told {
  const name = text.replace(/\s+/g, " ").trim();
  const [first, second, more] = name.split(" / ");
  if (departmentNames === "one" || !first || !second || more !== undefined) return { [language]: name };
  return departmentNames === "fr/en" ? { fr: first, en: second } : { fr: second, en: first };
}

/** Which order a column's names have, when most of its different values are two names parted by « / ». */
export function guessNameOrder(values: readonly string[]): Mapping["departmentNames"] {
  const parted = values.map((value) => value.split(" / ")).filter((parts) => parts.length === 2);
  if (parted.length < 2 || parted.length < values.length * 0.6) return "one";
  const french = (side: number) =>
    parted.filter((parts) => /[àâçéèêëîïôùûœ]|\b(?:de|du|des|et|la|le|les)\b/i.test(parts[side] ?? "")).length;
  if (french(0) === french(1)) return "one";
  return french(0) > french(1) ? "fr/en" : "en/fr";
}
