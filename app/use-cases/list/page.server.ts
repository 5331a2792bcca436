/** Pages of the list by key, never by offset: how far down a page is costs nothing. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { conditionsOf, type ListReader } from "./conditions.server";
import type { Cursor, KeyValue } from "./place";
import { keysOf, type ListQuery } from "./query";
import { type OrderedKey, type Segment, segmentsOf } from "./segments.server";

export interface PageOfIds {
  places: Cursor[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/** How many stretches one query unites. */
const AT_ONCE = 13;

/**
 * How many of the stretches that lie ahead are read at once: as many as the page needs by what is known of their sizes;
 * else those that one index gives in order together, and one by one those that must be sorted.
 */
function stretchesNeeded(ahead: readonly Segment[], sizes: Sizes | null, begun: boolean, wanted: number): number {
  if (sizes === null) return ahead.some(({ lead, keys }) => keys.length > (lead ? 0 : 1)) ? 1 : AT_ONCE;
  let sum = 0;
  for (const [at, { number }] of ahead.entries()) {
    // Of the first one, part may lie behind.
    if (at > 0 || !begun) sum += sizes.get(number) ?? 0;
    if (sum > wanted || at + 1 === AT_ONCE) return at + 1;
  }
  return ahead.length;
}

export type Sizes = ReadonlyMap<number, number>;

const both = (parts: readonly SQL[]) => sql.join([...parts, sql`1 = 1`], sql` AND `);

/** What stands beyond a place, for keys of which unknown ones come last, or first where one reads backwards. */
function beyond(
  keys: readonly OrderedKey[],
  id: OrderedKey,
  place: { keys: readonly KeyValue[]; id: number },
  back: boolean,
): SQL {
  const further = ({ direction }: OrderedKey) => ((direction === "ascending") !== back ? sql`>` : sql`<`);
  const [first] = keys;
  const [value = null] = place.keys;
  if (first && keys.length === 1 && value !== null && first.direction === id.direction && !first.nullable) {
    return sql`(${first.expression}, ${id.expression}) ${further(first)} (${value}, ${place.id})`;
  }
  let rest = sql`${id.expression} ${further(id)} ${place.id}`;
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at];
    if (!key) continue;
    const { expression, nullable } = key;
    const stood = place.keys[at] ?? null;
    if (stood === null) {
      const before = back ? sql`${expression} IS NOT NULL OR ` : sql``;
      rest = sql`(${before}(${expression} IS NULL AND ${rest}))`;
    } else {
      const unknown = nullable && !back ? sql`${expression} IS NULL OR ` : sql``;
      rest = sql`(${unknown}${expression} ${further(key)} ${stood} OR (${expression} = ${stood} AND ${rest}))`;
    }
  }
  // Said once more for the sake of the index, which an OR does not take.
  const bound =
    first && !first.nullable && value !== null ? sql`${first.expression} ${further(first)}= ${value} AND ` : sql``;
  return sql`${bound}${rest}`;
}

function orderBy(keys: readonly OrderedKey[], id: OrderedKey, back: boolean): SQL {
  const way = ({ direction }: OrderedKey) => ((direction === "ascending") !== back ? sql`ASC` : sql`DESC`);
  const terms = keys.flatMap((key) => [
    ...(key.nullable ? [sql`${key.expression} IS NULL ${back ? sql`DESC` : sql`ASC`}`] : []),
    sql`${key.expression} ${way(key)}`,
  ]);
  return sql.join([...terms, sql`${id.expression} ${way(id)}`], sql`, `);
}

type Row = { segment: number; id: number } & Record<`key${number}`, string | number | null>;

/**
 * One page of a view: where its cases stand in the list, in order. One query, whatever the sort; a few more where the
 * groups of a list are many and most of them empty.
 * @param sizes how many cases of the view each group holds, where that is known
 */
export async function readPage(
  db: Reader,
  query: ListQuery,
  reader: ListReader,
  size: number,
  sizes: Sizes | null = null,
): Promise<PageOfIds> {
  const order = keysOf(query);
  const back = query.before !== null;
  const cursor = query.before ?? query.after;
  const conditions = conditionsOf(db.engine, query, reader);
  const all = segmentsOf(db.engine, query, reader).filter(
    ({ number }) => sizes === null || sizes.has(number) || number === cursor?.segment,
  );
  const start = cursor ? all.findIndex(({ number }) => number === cursor.segment) : 0;
  const ahead = back ? all.slice(0, start + 1).reverse() : all.slice(Math.max(start, 0));
  const stretch = (segment: Segment): SQL => {
    const { from, where, number, lead, keys, id } = segment;
    const inside = keys.slice();
    const leading = order.length - keys.length;
    const place = cursor?.segment === number && { keys: cursor.keys.slice(leading), id: cursor.id };
    const from_here = place ? [beyond(inside, id, place, back)] : [];
    const columns = [...(lead ? [lead] : []), ...keys.map(({ expression }) => expression)].map(
      (expression, at) => sql`${expression} AS ${sql.identifier(`key${at}`)}`,
    );
    return sql`SELECT * FROM (SELECT ${sql.join([sql`${sql.raw(String(number))} AS segment`, ...columns, sql`${id.expression} AS id`], sql`, `)}
      FROM ${from} WHERE ${both([...where, ...from_here, ...conditions])}
      ORDER BY ${orderBy(keys, id, back)} LIMIT ${size + 1}) AS ${sql.identifier(`stretch_${number}`)}`;
  };
  const found: Cursor[] = [];
  for (let from = 0; from < ahead.length && found.length <= size; ) {
    const begun = from === 0 && cursor !== null;
    const some = ahead.slice(from, from + stretchesNeeded(ahead.slice(from), sizes, begun, size - found.length));
    from += some.length;
    const rows = await db.rows<Row>(sql.join(some.map(stretch), sql` UNION ALL `));
    const rank = new Map(some.map(({ number }, at) => [number, at]));
    // Each stretch comes in its own order; the stretches are put in theirs.
    rows.sort((a, b) => (rank.get(a.segment) ?? 0) - (rank.get(b.segment) ?? 0));
    for (const row of rows) {
      found.push({ segment: row.segment, keys: order.map((_, at) => row[`key${at}`] ?? null), id: row.id });
    }
  }
  const places = found.slice(0, size);
  const more = found.length > size;
  return {
    places: back ? places.reverse() : places,
    hasPrevious: back ? more : query.after !== null,
    hasNext: back ? true : more,
  };
}
