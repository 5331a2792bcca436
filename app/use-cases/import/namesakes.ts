import { foldedTitles } from "./alike";
import { entries } from "./compare";
import type { Identity } from "./identify";
import { numberedId } from "./make-id";
import type { Existing } from "./plan";
import type { ImportedFields } from "./read-row";

/** So many pairs of a row and a case are weighed against each other; past that the file's order decides, and says so. */
const MOST_PAIRS = 40_000;

/** The id that a number was put behind: `x` of `x-3`; null where there is none. */
export function unnumbered(id: string): string | null {
  return /^(.+)-(?:[2-9]|[1-9]\d{1,6})$/.exec(id)?.[1] ?? null;
}

/** The places of the rows of each id, before numbers were put behind it. */
export function rowsByBase(identities: readonly Identity[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [at, { base, problem }] of identities.entries()) {
    if (!problem && base !== "") put(rows, base, at);
  }
  return rows;
}

/** A file may say one thing a hundred thousand times: what is put together is not copied for each. */
function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export interface Namesakes {
  /** Places of the rows in the file, in its order. */
  rows: readonly number[];
  /** The cases that the register holds under their id or a number behind it. */
  cases: readonly Existing[];
}

/**
 * Which of the register's cases of one id each row of that id means. The numbers behind an id follow the order of a file,
 * and another file's order is another: so a row is first the case that says the same in all fields, then the one that
 * agrees in most. `isGuess`: as much spoke for another, and the file's order decided.
 */
export function tellNamesakesApart(
  { rows, cases }: Namesakes,
  fieldsOf: (at: number) => ImportedFields,
): Map<number, { existing: Existing; isGuess: boolean }> {
  const told = new Map<number, { existing: Existing; isGuess: boolean }>();
  const free = new Map<string, Existing[]>();
  const words = new Map<Existing, Map<string, string>>();
  for (const existing of cases) {
    const said = wordsOf(existing.last ?? existing.current);
    words.set(existing, said);
    put(free, whole(said), existing);
  }
  for (const same of free.values()) same.reverse();
  const left: { at: number; said: Map<string, string> }[] = [];
  for (const at of rows) {
    const said = wordsOf(fieldsOf(at));
    const existing = free.get(whole(said))?.pop();
    if (existing) told.set(at, { existing, isGuess: false });
    else left.push({ at, said });
  }
  const others = [...free.values()].flat().sort((a, b) => a.id - b.id);
  for (const { at, existing, isGuess } of nearest(left, others, words)) told.set(at, { existing, isGuess });
  return told;
}

interface Pair {
  at: number;
  existing: Existing;
  /** How many fields say the same. */
  agree: number;
}

function nearest(
  rows: readonly { at: number; said: Map<string, string> }[],
  cases: readonly Existing[],
  words: ReadonlyMap<Existing, Map<string, string>>,
): (Pair & { isGuess: boolean })[] {
  if (rows.length * cases.length > MOST_PAIRS) {
    return cases
      .slice(0, rows.length)
      .map((existing, n) => ({ at: rows[n]?.at ?? 0, existing, agree: 0, isGuess: true }));
  }
  const pairs: Pair[] = rows.flatMap(({ at, said }) =>
    cases.map((existing) => ({ at, existing, agree: agreeing(said, words.get(existing) ?? new Map()) })),
  );
  pairs.sort((a, b) => b.agree - a.agree || a.at - b.at || a.existing.id - b.existing.id);
  const taken: (Pair & { isGuess: boolean })[] = [];
  const done = new Set<number | Existing>();
  const isFree = ({ at, existing }: Pair) => !done.has(at) && !done.has(existing);
  for (let start = 0; start < pairs.length; ) {
    const agree = pairs[start]?.agree;
    const end = pairs.findIndex((pair, place) => place > start && pair.agree !== agree);
    const level = pairs.slice(start, end < 0 ? pairs.length : end).filter(isFree);
    for (const pair of level) {
      if (!isFree(pair)) continue;
      const rivals = level.some(
        (other) => other !== pair && (other.at === pair.at || other.existing === pair.existing),
      );
      taken.push({ ...pair, isGuess: rivals });
      done.add(pair.at).add(pair.existing);
    }
    start = end < 0 ? pairs.length : end;
  }
  return taken;
}

function agreeing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const [path, value] of one) if (other.get(path) === value) count++;
  return count;
}

/** What the file says of a case, whichever of its departments have been made meanwhile. */
function wordsOf({ department, ...fields }: ImportedFields): Map<string, string> {
  const words = new Map([...entries(fields)].map(([path, { value }]) => [path, value]));
  if (department)
    words.set("department", "id" in department ? (department.said ?? `#${department.id}`) : department.key);
  return words;
}

const whole = (words: ReadonlyMap<string, string>): string =>
  JSON.stringify([...words].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * The register's cases by the id of the rows that may mean them. A number behind an id made of what a row says tells of the
 * same words; a number behind one that the register gives may be anything, and counts where the file repeats that id or the
 * case goes by the row's title.
 */
export function namesakes(
  identities: readonly Identity[],
  rows: ReadonlyMap<string, readonly number[]>,
  cases: readonly Existing[],
  fieldsOf: (at: number) => ImportedFields,
): Map<string, Namesakes> {
  const held = new Map<string, Existing[]>();
  const own = new Set(identities.flatMap(({ base, isOwn }) => (isOwn ? [base] : [])));
  const titles = new Map<string, ReadonlySet<string>>();
  const titlesOf = (base: string, places: readonly number[]): ReadonlySet<string> => {
    const known = titles.get(base) ?? new Set(places.flatMap((at) => foldedTitles(fieldsOf(at).title ?? {})));
    titles.set(base, known);
    return known;
  };
  for (const existing of cases) {
    const { externalId, last, current } = existing;
    const base = [externalId, unnumbered(externalId)].find((id) => {
      const places = (id !== null && rows.get(id)) || [];
      if (id === null || places.length === 0) return false;
      if (own.has(id) && (id === externalId || places.length > 1)) return true;
      const said = titlesOf(id, places);
      return foldedTitles(last?.title ?? current.title ?? {}).some((title) => said.has(title));
    });
    if (base) put(held, base, existing);
  }
  const groups = new Map<string, Namesakes>();
  for (const [base, cases] of held) {
    const places = rows.get(base) ?? [];
    // One row and one case of one id: the id says it.
    if (places.length > 1 || cases.length > 1 || cases[0]?.externalId !== base)
      groups.set(base, { rows: places, cases });
  }
  return groups;
}

/**
 * The identities with each row's id that of the case that it means. A row whose number is another row's by now is numbered
 * past all that the register holds.
 */
export function settleNamesakes(
  identities: readonly Identity[],
  groups: ReadonlyMap<string, Namesakes>,
  fieldsOf: (at: number) => ImportedFields,
): Identity[] {
  const settled = [...identities];
  const meant = new Map<string, number>();
  for (const group of groups.values()) {
    for (const [at, { existing, isGuess }] of tellNamesakesApart(group, fieldsOf)) {
      const before = identities[at];
      if (!before) continue;
      settled[at] = { ...before, id: existing.externalId, isGuess };
      meant.set(existing.externalId, at);
    }
  }
  const used = new Set(settled.map(({ id }) => id));
  for (const { cases } of groups.values()) for (const { externalId } of cases) used.add(externalId);
  const last = new Map<string, number>();
  for (const [at, identity] of settled.entries()) {
    const { id, base, problem } = identity;
    if (problem || (meant.get(id) ?? at) === at) continue;
    const next = numberedId(base || id, (wanted) => used.has(wanted), last);
    used.add(next);
    settled[at] = { ...identity, id: next };
  }
  return settled;
}
