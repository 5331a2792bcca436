/** Pages of the list by key, never by offset: how far down a page is costs nothing. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { idsMatching } from "#db/search.server";
import { type HiddenScores, NOTHING_HIDDEN } from "../hidden-scores.server";
import { STAGES } from "../stages";
import { type Cursor, type Direction, type ListQuery, NONE, type Sort } from "./query";

/** Who reads the list: their own drafts are on it, and some scores may be hidden from them. */
export interface ListReader {
  personId: number;
  hidden: HiddenScores;
}

/** The cases of a view, as conditions on `use_cases u`. Drafts are shown to their author alone. */
export function conditionsOf(engine: Reader["engine"], query: ListQuery, personId: number): SQL[] {
  const { q, stage, department, aiType, source, mine } = query;
  const equals = (column: SQL, value: string | number | null) =>
    value === null ? [] : value === NONE ? [sql`${column} IS NULL`] : [sql`${column} = ${value}`];
  return [
    ...(stage === null || stage === "draft"
      ? [sql`(u.stage IS NULL OR u.stage <> 'draft' OR u.author_id = ${personId})`]
      : []),
    ...equals(sql`u.stage`, stage),
    ...equals(sql`u.department_id`, department),
    ...equals(sql`u.ai_type`, aiType),
    ...equals(sql`coalesce(u.external_source, u.source)`, source),
    // Each part by its own index, which an OR of the three would not take on both engines.
    ...(mine
      ? [
          sql`u.id IN (SELECT id FROM use_cases WHERE author_id = ${personId} UNION SELECT id FROM use_cases
            WHERE owner_id = ${personId} UNION SELECT id FROM use_cases WHERE technical_owner_id = ${personId})`,
        ]
      : []),
    ...(q ? [sql`u.id IN ${idsMatching(engine, q)}`] : []),
  ];
}

/**
 * A stretch of the list that one index gives in order: all of it, one stage, or the cases that have a figure at all.
 * Unknown figures come last in both directions, which no index of both engines gives by itself.
 */
interface Segment {
  where: SQL | null;
  key: SQL | null;
  direction: Direction;
  /** Where the view's own way of naming a case would not let an index give the order. */
  id?: SQL;
}

// PostgreSQL gives a bare NULL in a subquery the type text, which no figure can be united with.
const UNKNOWN_KEY = sql`CAST(NULL AS double precision)`;

const CASES = sql`use_cases u`;
const STANDINGS = sql`standings s JOIN use_cases u ON u.id = s.use_case_id`;
const FIGURES: Partial<Record<Sort, SQL>> = {
  value: sql`s.value`,
  complexity: sql`s.complexity`,
  npv: sql`s.npv_minor`,
  realised: sql`s.realised_minor`,
};

const SCORES: ReadonlySet<Sort> = new Set(["value", "complexity"]);

function segmentsOf(
  { sort, direction, stage }: ListQuery,
  hidden: HiddenScores,
): { from: SQL; id: SQL; segments: Segment[] } {
  const figure = FIGURES[sort];
  if (figure) {
    const known: Segment = { where: sql`${figure} IS NOT NULL`, key: figure, direction };
    const unknown: Segment = { where: sql`${figure} IS NULL`, key: null, direction: "ascending" };
    const segments = { from: STANDINGS, id: sql`s.use_case_id` };
    if (!SCORES.has(sort) || hidden === NOTHING_HIDDEN) return { ...segments, segments: [known, unknown] };
    // What is hidden from the reader must not show in the order either: it comes last, in an order of its own.
    const unseen = hidden(sql`u`);
    return {
      ...segments,
      segments: [
        { ...known, where: sql`${figure} IS NOT NULL AND NOT ${unseen}` },
        unknown,
        { where: sql`${figure} IS NOT NULL AND ${unseen}`, key: null, direction: "ascending", id: sql`u.id` },
      ],
    };
  }
  if (sort === "stage") {
    const inOrder = direction === "ascending" ? STAGES : [...STAGES].reverse();
    const segments = [
      ...inOrder.map((one): Segment => ({ where: sql`u.stage = ${one}`, key: null, direction })),
      { where: sql`u.stage IS NULL`, key: null, direction },
    ];
    // Filtered by stage, one stretch is all there is.
    return {
      from: CASES,
      id: sql`u.id`,
      segments: stage === null ? segments : [{ where: null, key: null, direction }],
    };
  }
  const key = sort === "title" ? sql`u.title_folded` : sql`u.updated_at`;
  return { from: CASES, id: sql`u.id`, segments: [{ where: null, key, direction }] };
}

const turned = (direction: Direction): Direction => (direction === "ascending" ? "descending" : "ascending");

export interface PageOfIds {
  places: Cursor[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/** One page of a view: where its cases stand in the list, in order. One query, whatever the sort. */
export async function readPage(
  db: Reader,
  query: ListQuery,
  { personId, hidden }: ListReader,
  size: number,
): Promise<PageOfIds> {
  const { from, id: named, segments } = segmentsOf(query, hidden);
  const back = query.before !== null;
  const cursor = query.before ?? query.after;
  const conditions = conditionsOf(db.engine, query, personId);
  // Read backwards from the cursor, then turned round.
  const walked = segments.map((segment, at) => ({ ...segment, at }));
  const ahead = (back ? walked.reverse() : walked).filter(
    ({ at }) => !cursor || (back ? at <= cursor.segment : at >= cursor.segment),
  );
  if (ahead.length === 0) return { places: [], hasPrevious: false, hasNext: false };
  const stretches = ahead.map(({ where, key, direction: forward, at, id = named }) => {
    const direction = back ? turned(forward) : forward;
    const order = direction === "ascending" ? sql`ASC` : sql`DESC`;
    const beyond = direction === "ascending" ? sql`>` : sql`<`;
    const start =
      cursor?.segment !== at
        ? []
        : key
          ? [sql`(${key}, ${id}) ${beyond} (${cursor.key}, ${cursor.id})`]
          : [sql`${id} ${beyond} ${cursor.id}`];
    const all = sql.join([...(where ? [where] : []), ...start, ...conditions, sql`1 = 1`], sql` AND `);
    return sql`SELECT * FROM (SELECT ${sql.raw(String(at))} AS segment, ${key ?? UNKNOWN_KEY} AS key, ${id} AS id FROM ${from}
      WHERE ${all} ORDER BY ${key ? sql`${key} ${order}, ` : sql``}${id} ${order} LIMIT ${size + 1}) AS ${sql.raw(`stretch_${at}`)}`;
  });
  const rows = await db.rows<{ segment: number; key: string | number | null; id: number }>(
    sql.join(stretches, sql` UNION ALL `),
  );
  // Each stretch comes in its own order; the stretches are put in theirs.
  const turn = back ? -1 : 1;
  const found = rows.sort((a, b) => (a.segment - b.segment) * turn);
  const places = found.slice(0, size);
  const more = found.length > size;
  return {
    places: back ? places.reverse() : places,
    hasPrevious: back ? more : query.after !== null,
    hasNext: back ? true : more,
  };
}
