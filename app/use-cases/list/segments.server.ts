import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { NOTHING_HIDDEN } from "../hidden-scores.server";
import { STAGES } from "../stages";
import { isOwnDraft, type ListReader } from "./conditions.server";
import { ALWAYS_KNOWN, type Direction, type Group, isGroup, KINDS, type Sort, type SortKey } from "./order";
import { keysOf, type ListQuery, NONE } from "./query";

export interface OrderedKey {
  expression: SQL;
  direction: Direction;
  /** Some cases have none, and come last. */
  nullable: boolean;
}

/**
 * A stretch of the list that one index gives in order: all of it, one group, or the cases of which the first key is known
 * at all. Unknown ones come last in both directions, which no index of both engines gives by itself.
 */
export interface Segment {
  number: number;
  from: SQL;
  where: SQL[];
  /** The first key where all of the stretch have one and the same, or none. */
  lead: SQL | null;
  keys: OrderedKey[];
  id: OrderedKey;
}

const FIGURES: Partial<Record<Sort, SQL>> = {
  value: sql`s.value`,
  complexity: sql`s.complexity`,
  npv: sql`s.npv_minor`,
  realised: sql`s.realised_minor`,
};
const SCORES: ReadonlySet<Sort> = new Set(["value", "complexity"]);
const WITH_STANDINGS = sql`LEFT JOIN standings s ON s.use_case_id = u.id`;
const WITH_OWNER = sql`LEFT JOIN people p ON p.id = u.owner_id`;

// PostgreSQL gives a bare NULL in a subquery the type text, which no figure can be united with.
const UNKNOWN = {
  text: sql`CAST(NULL AS text)`,
  whole: sql`CAST(NULL AS bigint)`,
  real: sql`CAST(NULL AS double precision)`,
};

/** The numbers of groups: a stage's place in the table of stages, a department's id; unknown ones come last. */
export function groupNumber(group: Group, value: string | number | null): number {
  if (group === "department") return value === null || value === NONE ? 0 : Number(value);
  const at = (STAGES as readonly unknown[]).indexOf(value);
  return at < 0 ? STAGES.length : at;
}

function groupsInOrder(group: Group, { direction }: SortKey, { departments }: ListReader) {
  const known: (string | number)[] = group === "stage" ? [...STAGES] : departments.map(({ id }) => id);
  if (direction === "descending") known.reverse();
  return [...known, null].map((value) => ({ value, number: groupNumber(group, value) }));
}

/** Where a value stands among its kind, for a group that is not the first key. */
function rankOf(group: Group, { departments }: ListReader): SQL {
  const column = group === "stage" ? sql`u.stage` : sql`u.department_id`;
  const values: (string | number)[] = group === "stage" ? [...STAGES] : departments.map(({ id }) => id);
  if (values.length === 0) return UNKNOWN.whole;
  const ranks = values.map((value, at) => sql`WHEN ${value} THEN ${sql.raw(String(at))}`);
  return sql`CASE ${column} ${sql.join(ranks, sql` `)} END`;
}

function expressionOf(by: Sort, reader: ListReader): SQL {
  if (isGroup(by)) return rankOf(by, reader);
  const figure = FIGURES[by];
  if (figure) {
    if (!SCORES.has(by) || reader.hidden === NOTHING_HIDDEN) return figure;
    // What is hidden from the reader must not show in the order either.
    return sql`CASE WHEN ${reader.hidden(sql`u`)} THEN NULL ELSE ${figure} END`;
  }
  const columns = { reference: "u.id", title: "u.title_folded", owner: "p.name_folded", since: "u.stage_since" };
  return sql.raw(by in columns ? columns[by as keyof typeof columns] : "u.updated_at");
}

function joinsOf(keys: readonly SortKey[]): SQL {
  const joins = [
    ...(keys.some(({ by }) => FIGURES[by]) ? [WITH_STANDINGS] : []),
    ...(keys.some(({ by }) => by === "owner") ? [WITH_OWNER] : []),
  ];
  return sql.join(joins, sql` `);
}

/** The stretches of a view in their order. */
export function segmentsOf(engine: Reader["engine"], query: ListQuery, reader: ListReader): Segment[] {
  const [first, ...others] = keysOf(query);
  if (!first) return [];
  const keyOf = (key: SortKey): OrderedKey => ({
    expression: expressionOf(key.by, reader),
    direction: key.direction,
    nullable: !ALWAYS_KNOWN.has(key.by),
  });
  const rest = others.map(keyOf);
  const id = (expression: SQL, direction: Direction): OrderedKey => ({ expression, direction, nullable: false });
  const last = others.at(-1)?.direction;
  if (isGroup(first.by)) {
    const column = first.by === "stage" ? sql`u.stage` : sql`u.department_id`;
    const chosen = new Set(query[first.by]);
    return groupsInOrder(first.by, first, reader)
      .filter(({ value }) => chosen.size === 0 || chosen.has(String(value ?? NONE)))
      .map(({ value, number }) => ({
        number,
        from: sql`use_cases u ${joinsOf(others)}`,
        where: [
          value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`,
          ...(value === "draft" ? [isOwnDraft(reader.personId)] : []),
        ],
        lead: UNKNOWN.whole,
        keys: rest,
        id: id(sql`u.id`, last ?? first.direction),
      }));
  }
  const figure = FIGURES[first.by];
  const plain = sql`use_cases u ${joinsOf(others)}`;
  if (ALWAYS_KNOWN.has(first.by)) {
    const keys = [keyOf(first), ...rest];
    return [{ number: 0, from: plain, where: [], lead: null, keys, id: id(sql`u.id`, last ?? first.direction) }];
  }
  const unkeyed = { lead: UNKNOWN[KINDS[first.by]], keys: rest };
  const of = figure ?? expressionOf(first.by, reader);
  const keys = [{ expression: of, direction: first.direction, nullable: false }, ...rest];
  if (!figure) {
    // From its people, whose index is in the order of their names; SQLite would begin with the cases.
    const join = engine === "sqlite" ? sql`CROSS JOIN` : sql`JOIN`;
    const owned = sql`people p ${join} use_cases u ON u.owner_id = p.id ${joinsOf(others)}`;
    const column = first.by === "owner" ? sql`u.owner_id` : of;
    const from = first.by === "owner" ? owned : plain;
    return [
      {
        number: 0,
        from,
        where: [sql`${column} IS NOT NULL`],
        lead: null,
        keys,
        id: id(sql`u.id`, last ?? first.direction),
      },
      { number: 1, from: plain, where: [sql`${column} IS NULL`], ...unkeyed, id: id(sql`u.id`, last ?? "ascending") },
    ];
  }
  const from = sql`standings s JOIN use_cases u ON u.id = s.use_case_id ${joinsOf(others.filter(({ by }) => !FIGURES[by]))}`;
  const standing = sql`s.use_case_id`;
  const isHidden = SCORES.has(first.by) && reader.hidden !== NOTHING_HIDDEN;
  // What is hidden from the reader comes last, in an order of its own.
  const unseen = reader.hidden(sql`u`);
  return [
    {
      ...{ number: 0, from, lead: null, keys, id: id(standing, last ?? first.direction) },
      where: [sql`${of} IS NOT NULL`, ...(isHidden ? [sql`NOT ${unseen}`] : [])],
    },
    { number: 1, from, where: [sql`${of} IS NULL`], ...unkeyed, id: id(standing, last ?? "ascending") },
    ...(isHidden
      ? [
          {
            ...{ number: 2, from, ...unkeyed, id: id(sql`u.id`, last ?? "ascending") },
            where: [sql`${of} IS NOT NULL`, unseen],
          },
        ]
      : []),
  ];
}
