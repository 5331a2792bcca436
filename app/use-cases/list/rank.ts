/** The order of a view, and its pages by key: how far down a page is costs nothing more. */
import { STAGES } from "../stages";
import type { Figure, Marks } from "./marks";
import { isGroup, type Sort, type SortKey } from "./order";
import type { Cursor, KeyValue } from "./place";
import { keysOf, type ListQuery } from "./query";
import { numberOfDay } from "./sift";

export interface PageOfIds {
  places: Cursor[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/** What orders depend on beside the columns. */
export interface Ranking {
  /** Departments in the order of their names. */
  departments: readonly { id: number }[];
  /** What each owner is called, folded, by id; empty where nothing is sorted by it. */
  owners: readonly (string | undefined)[];
  /** The cases whose scores are hidden from the reader: in an order by scores they are as good as unknown. */
  hidden: ReadonlySet<number>;
}

/** One key of the order: not known comes last in both directions. */
interface Key {
  by: Sort;
  rising: boolean;
  of(id: number): string | number | null;
}

const FIGURE: Partial<Record<Sort, Figure>> = {
  ...{ updated: "updated", since: "since", value: "value" },
  ...{ complexity: "complexity", npv: "npv", realised: "realised" },
};
const SCORES: ReadonlySet<Sort> = new Set(["value", "complexity"]);

const ranksOf = (texts: readonly string[], order: readonly string[]): (number | null)[] =>
  texts.map((text) => {
    const at = order.indexOf(text);
    return at < 0 ? null : at;
  });

const namesInOrder = (by: Sort, { departments }: Ranking): readonly string[] =>
  by === "stage" ? STAGES : departments.map(({ id }) => String(id));

function keyOf(marks: Marks, by: Sort, ranking: Ranking): Key["of"] {
  if (by === "reference") return (id) => id;
  if (by === "title") return (id) => marks.titles[id] ?? "";
  if (by === "owner") return (id) => ranking.owners[marks.parties.owner[id] ?? 0] ?? null;
  if (isGroup(by)) {
    const ranks = ranksOf(marks.names[by].texts, namesInOrder(by, ranking));
    return (id) => ranks[marks.marks[by][id] ?? 0] ?? null;
  }
  const column = marks.figures[FIGURE[by] ?? "updated"];
  const known = (id: number) => {
    const value = column[id];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  // What is hidden from the reader must not show in the order either.
  return SCORES.has(by) && ranking.hidden.size > 0 ? (id) => (ranking.hidden.has(id) ? null : known(id)) : known;
}

function compare(a: string | number | null, b: string | number | null, rising: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === rising ? -1 : 1;
}

/** The numbers of groups: a stage's place in the table of stages, a department's id; unknown ones come last. */
function groupNumber(by: Sort, rank: number | null, { departments }: Ranking): number {
  if (by === "stage") return rank ?? STAGES.length;
  return rank === null ? 0 : (departments[rank]?.id ?? 0);
}

function rankOfGroup(by: Sort, number: number, { departments }: Ranking): number | null {
  if (by === "stage") return number < STAGES.length ? number : null;
  const at = departments.findIndex(({ id }) => id === number);
  return at < 0 ? null : at;
}

const dayOf = (number: number) => String(number).replace(/(\d{4})(\d{2})(\d{2})/, "$1-$2-$3");

/** The order of a view, as one comparison of two cases, and of a case with a place that an address names. */
function orderOf(marks: Marks, query: ListQuery, ranking: Ranking) {
  const sort: readonly SortKey[] = keysOf(query);
  const keys = sort.map(
    ({ by, direction }): Key => ({ by, rising: direction === "ascending", of: keyOf(marks, by, ranking) }),
  );
  const [first] = keys;
  const idsRise = keys.at(-1)?.rising ?? true;
  // Those that have no such figure come by age, whichever way the others go.
  const byAge = keys.length === 1 && first !== undefined && !isGroup(first.by);
  const rises = (id: number) => idsRise || (byAge && first.of(id) === null);
  const between = (a: number, b: number): number => {
    for (const { of, rising } of keys) {
      const way = compare(of(a), of(b), rising);
      if (way !== 0) return way;
    }
    return compare(a, b, rises(a));
  };
  const toPlace = ({ segment, keys: said, id }: Cursor) => {
    const stood = keys.map(({ by }, at): string | number | null => {
      const value = said[at] ?? null;
      if (at === 0 && isGroup(by)) return rankOfGroup(by, segment, ranking);
      return by === "since" && typeof value === "string" ? numberOfDay(value) : value;
    });
    return (one: number): number => {
      for (const [at, { of, rising }] of keys.entries()) {
        const way = compare(of(one), stood[at] ?? null, rising);
        if (way !== 0) return way;
      }
      return compare(one, id, rises(one));
    };
  };
  const placeOf = (id: number): Cursor => {
    const values = keys.map(({ of }) => of(id));
    const leads = first && isGroup(first.by);
    const said = values.map((value, at): KeyValue => {
      if (at === 0 && leads) return null;
      return keys[at]?.by === "since" && typeof value === "number" ? dayOf(value) : value;
    });
    const [lead = null] = values;
    const segment = leads ? groupNumber(first.by, Number.isInteger(lead) ? Number(lead) : null, ranking) : 0;
    return { segment: leads ? segment : Number(lead === null), keys: said, id };
  };
  return { first, between, toPlace, placeOf };
}

type Order = ReturnType<typeof orderOf>;

/**
 * The first `size` of these cases in order, or the last ones from the end, of which only those that `lie` ahead count.
 * Later cases are younger and were mostly changed later: who begins at the right end finds nearly all of the first ones at once.
 */
function firstOf(
  { first, between }: Order,
  ids: Uint32Array,
  size: number,
  { back, lies }: { back: boolean; lies: ((id: number) => boolean) | null },
): number[] {
  const way = back ? -1 : 1;
  const fromEnd = (first?.rising ?? true) === back;
  const best: number[] = [];
  let last: number | null = null;
  let edge: ReturnType<Key["of"]> = null;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[fromEnd ? ids.length - 1 - at : at] ?? 0;
    if (last !== null) {
      // The first key alone sends most of them away.
      if (first && compare(first.of(id), edge, first.rising) * way > 0) continue;
      if (between(id, last) * way > 0) continue;
    }
    if (lies && !lies(id)) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (between(id, best[middle] ?? 0) * way < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, id);
    if (best.length > size) best.pop();
    if (best.length < size) continue;
    last = best[size - 1] ?? 0;
    edge = first ? first.of(last) : null;
  }
  return best;
}

/** One page of these cases: what lies behind the place after which, or before which, it begins. */
export function pageOf(marks: Marks, ids: Uint32Array, query: ListQuery, ranking: Ranking, size: number): PageOfIds {
  const order = orderOf(marks, query, ranking);
  const back = query.before !== null;
  const cursor = query.before ?? query.after;
  const from = cursor && order.toPlace(cursor);
  const lies = from && (back ? (id: number) => from(id) < 0 : (id: number) => from(id) > 0);
  const found = firstOf(order, ids, size + 1, { back, lies });
  const more = found.length > size;
  const places = found.slice(0, size).map(order.placeOf);
  return {
    places: back ? places.reverse() : places,
    hasPrevious: back ? more : query.after !== null,
    hasNext: back ? true : more,
  };
}

/** All of these cases in order. */
export function allInOrder(marks: Marks, ids: Uint32Array, query: ListQuery, ranking: Ranking): Uint32Array {
  return ids.slice().sort(orderOf(marks, query, ranking).between);
}
