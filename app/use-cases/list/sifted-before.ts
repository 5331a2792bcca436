/** The views that were last asked for, for as long as no case changes: who pages through one pays for it once. */
import type { Day } from "#app/kernel/day";
import type { Marks } from "./marks";
import { FILTERS, type ListQuery } from "./query";
import { type Sifted, sift } from "./sift";

/** A view of 100,000 cases takes 400 kB. */
const KEPT_AT_MOST = 16;

interface Before {
  changes: number;
  views: Map<string, Sifted>;
}

const before = new WeakMap<Marks, Before>();

/** All on which the cases of a view and their counts depend, beside the columns; its order and its page are not among it. */
const nameOf = (query: ListQuery, personId: number, today: Day): string =>
  JSON.stringify([FILTERS.map((filter) => query[filter]), personId, today]);

/** The same as `sift`, for a view without words: it is never older than the columns. */
export function siftedBefore(marks: Marks, query: ListQuery, reader: { personId: number; today: Day }): Sifted {
  let known = before.get(marks);
  if (known?.changes !== marks.changes) {
    known = { changes: marks.changes, views: new Map() };
    before.set(marks, known);
  }
  const { views } = known;
  const name = nameOf(query, reader.personId, reader.today);
  const found = views.get(name) ?? sift(marks, query, reader, null);
  // The one that was asked for longest ago comes first, and goes first.
  views.delete(name);
  views.set(name, found);
  for (const oldest of views.keys()) {
    if (views.size <= KEPT_AT_MOST) break;
    views.delete(oldest);
  }
  return found;
}
