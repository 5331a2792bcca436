/** The cases of a view and the counts of its filters: one pass over the columns, whatever the filters. */
import { addDays, type Day } from "#app/kernel/day";
import { type Choice, type Facets, inOrder, type Mark } from "./facets";
import { MARKS, type Marks, PARTIES } from "./marks";
import { type ListQuery, NONE } from "./query";

export interface Sifted {
  facets: Facets;
  /** The cases of the view by id, in no order. */
  ids: Uint32Array;
}

/** A day as a number in the order of days: 20261122. */
export const numberOfDay = (day: string): number => Number(day.replaceAll("-", ""));

type Among = Pick<ListQuery, "owner" | "mine" | "older" | "case">;

/** The filters that nobody counts, as one question on a case. */
function isAmong(marks: Marks, query: Among, me: number, today: Day): ((id: number) => boolean) | null {
  const { owner, mine, older } = query;
  const parts: ((id: number) => boolean)[] = [];
  // A name that nobody was found by filters nothing: the page says so beside it.
  if (owner !== null && (owner === NONE || /^\d{1,15}$/.test(owner))) {
    const wanted = owner === NONE ? 0 : Number(owner) || -1;
    const owners = marks.parties.owner;
    parts.push((id) => owners[id] === wanted);
  }
  if (mine) parts.push((id) => me > 0 && PARTIES.some((party) => marks.parties[party][id] === me));
  if (older !== null) {
    const until = numberOfDay(addDays(today, -older));
    const since = marks.figures.since;
    // What is not known is no number, and at most nothing.
    parts.push((id) => (since[id] ?? Number.NaN) <= until);
  }
  if (parts.length === 0) return null;
  return (id) => parts.every((holds) => holds(id));
}

function choicesOf(counts: Uint32Array, texts: readonly string[]): Choice[] {
  const choices: Choice[] = [];
  counts.forEach((cases, code) => {
    const value = texts[code];
    if (cases > 0 && value !== undefined) choices.push({ value, cases });
  });
  return inOrder(choices);
}

function tagChoices(counts: Uint32Array, sets: Marks["tagSets"]): Choice[] {
  const times = new Map<number, number>();
  counts.forEach((cases, set) => {
    if (cases > 0) for (const tag of sets[set] ?? []) times.set(tag, (times.get(tag) ?? 0) + cases);
  });
  return inOrder([...times].map(([tag, cases]) => ({ value: String(tag), cases })));
}

/** Which sets of tags pass; null where all do. */
function wantedSets(sets: Marks["tagSets"], chosen: readonly string[]): Uint8Array | null {
  if (chosen.length === 0) return null;
  const tags = new Set(chosen.filter((value) => value !== NONE).map(Number));
  const none = chosen.includes(NONE);
  return Uint8Array.from(sets, (set) => Number(set.length === 0 ? none : set.some((tag) => tags.has(tag))));
}

interface On {
  wanted: Uint8Array;
  column: Uint32Array;
  counts: Uint32Array;
}

/** Tells each case by how many of the filters it fails; of those that fail one, its value there is counted. */
function passing(ids: Uint32Array, on: readonly On[], holds: (id: number) => boolean): Uint32Array {
  const passed = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) {
    if (!holds(id)) continue;
    let failed: On | null = null;
    let failures = 0;
    for (const one of on) {
      if (one.wanted[one.column[id] ?? 0]) continue;
      failed = one;
      if (++failures > 1) break;
    }
    if (failures === 0) passed[count++] = id;
    else if (failures === 1 && failed) add(failed.counts, failed.column[id]);
  }
  return passed.subarray(0, count);
}

function add(counts: Uint32Array, code = 0): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

function tally({ column, counts }: Pick<On, "column" | "counts">, ids: Uint32Array): void {
  if (counts.length === 1) counts[0] = ids.length;
  else for (const id of ids) add(counts, column[id]);
}

function upTo(size: number): Uint32Array {
  const ids = new Uint32Array(size - 1);
  for (let at = 0; at < ids.length; at++) ids[at] = at + 1;
  return ids;
}

/**
 * Each filter's choices are counted over the cases that pass all the others; of tags a case has several.
 * @param hits the cases that hold the words that were searched for; null: nothing was
 */
export function sift(
  marks: Marks,
  query: ListQuery,
  { personId, today }: { personId: number; today: Day },
  hits: Uint32Array | null,
): Sifted {
  const filters = [
    ...MARKS.map((mark) => {
      const names = marks.names[mark];
      const counts = new Uint32Array(names.texts.length);
      return { column: marks.marks[mark], counts, wanted: names.among(query[mark]) };
    }),
    {
      column: marks.tagged,
      counts: new Uint32Array(marks.tagSets.length),
      wanted: wantedSets(marks.tagSets, query.tag),
    },
  ];
  const on = filters.flatMap(({ wanted, ...filter }): On[] => (wanted ? [{ ...filter, wanted }] : []));
  const isAmongThem = isAmong(marks, query, personId, today);
  const chosen = query.case.length > 0 ? new Set(query.case.map(Number)) : null;
  const some = hits && chosen ? hits.filter((id) => chosen.has(id)) : (hits ?? chosen);
  const isSeen = marks.seenBy(personId);
  const holds = isAmongThem ? (id: number) => isSeen(id) && isAmongThem(id) : isSeen;
  const ids = passing(some === null ? upTo(marks.size) : Uint32Array.from(some), on, holds);
  for (const filter of filters) tally(filter, ids);
  const [stages] = filters;
  const choices = Object.fromEntries(
    MARKS.map((mark, at) => [mark, choicesOf(filters[at]?.counts ?? new Uint32Array(), marks.names[mark].texts)]),
  ) as Record<Mark, Choice[]>;
  const tag = tagChoices(filters.at(-1)?.counts ?? new Uint32Array(), marks.tagSets);
  let unknownStages = 0;
  for (const id of ids) if (stages?.column[id] === 0) unknownStages += 1;
  return { facets: { ...choices, tag, total: ids.length, unknownStages }, ids };
}
