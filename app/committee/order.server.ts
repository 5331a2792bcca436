/**
 * The committee's order as one query: `rank` in ranking.ts says what it is, a test holds the two together. In SQL, so
 * that a page reads the cases that it shows, and of all others only how many there are.
 */
import { type SQL, sql } from "drizzle-orm";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { standings, useCases } from "#db/schema.server";
import type { Counted } from "./choice";
import type { FieldName, Filter, FilterState } from "./filters";
import type { Standing } from "./line";
import { QUADRANT_THRESHOLD, QUADRANTS, type Quadrant, RANKED_STAGES, type RankedStage } from "./ranking";

const COLUMN: Readonly<Record<FieldName, string>> = {
  paybackQuarters: "payback_quarters",
  npvMinor: "npv_minor",
  npvP50Minor: "npv_p50_minor",
  roi: "roi",
  totalCostMinor: "total_cost_minor",
  totalBenefitMinor: "total_benefit_minor",
  value: "value",
  complexity: "complexity",
  peopleAffected: "people_affected",
};

/** What stands on the case itself, and not in its standing. */
const OF_CASE: ReadonlySet<string> = new Set([COLUMN.peopleAffected]);

const STATES: Readonly<Record<string, FilterState>> = { "0": "pass", "1": "fail", "2": "missing", "3": "excepted" };
/** More than any yield: what costs nothing and brings something. */
const MOST = Number.MAX_VALUE;

/** Drivers send fractions as they send whole numbers; PostgreSQL would take them for whole ones beside such a column. */
const real = (value: number) => sql`cast(${value} as double precision)`;

/** The state of a filter on a case, as a letter: what `checkFilter` says. */
function stateOf({ id, field, operator, threshold }: Filter): SQL {
  const column = sql.identifier(COLUMN[field]);
  const past = operator === "at-most" ? sql`${column} > ${real(threshold)}` : sql`${column} < ${real(threshold)}`;
  const failed = sql`case when exists (select 1 from filter_exceptions where use_case_id = taken.id and filter_id = ${id})
    then '3' else '1' end`;
  let unknown = sql`'2'`;
  if (field === "paybackQuarters") {
    unknown = sql`case when npv_minor is null then '2' else ${operator === "at-most" ? failed : sql`'0'`} end`;
  } else if (field === "roi") unknown = sql`case when npv_minor is null then '2' else '0' end`;
  return sql`case when ${column} is null then ${unknown} when ${past} then ${failed} else '0' end`;
}

export interface Rules {
  filters: readonly Filter[];
  probabilities: Readonly<Record<RankedStage, number>>;
}

/** The beginning of a query: `judged` holds each case that takes part, `ranked` those with a place. */
export function inOrder({ filters, probabilities }: Rules, hidden: HiddenScores = NOTHING_HIDDEN): SQL {
  const list = (parts: readonly SQL[], by: SQL) => sql.join([...parts], by);
  const stages = list(
    RANKED_STAGES.map((stage) => sql`${stage}`),
    sql`, `,
  );
  const score = (axis: "value" | "complexity") =>
    sql`case when scores_hidden = 1 then null else ${sql.identifier(axis)} end`;
  const figures = sql.raw(
    Object.values(COLUMN)
      .map((name) => `${OF_CASE.has(name) ? "use_cases" : "standings"}.${name} as ${name}`)
      .join(", "),
  );
  const states = filters.length ? list(filters.map(stateOf), sql` || `) : sql`''`;
  const likely = list(
    RANKED_STAGES.map((stage) => sql`when ${stage} then ${real(probabilities[stage])}`),
    sql` `,
  );
  const middle = sql.raw(String(QUADRANT_THRESHOLD));
  return sql`with seen as (
      select use_cases.id as id, use_cases.stage as stage, use_cases.department_id as department_id,
        case when ${hidden(sql`${useCases}`)} then 1 else 0 end as scores_hidden, ${figures}
      from ${useCases} join ${standings} on standings.use_case_id = use_cases.id
      where use_cases.stage in (${stages})
    ), taken as (
      select id, stage, department_id, scores_hidden, ${score("value")} as value, ${score("complexity")} as complexity,
        npv_minor, npv_p50_minor, total_cost_minor, total_benefit_minor, roi, payback_quarters, people_affected from seen
    ), judged as materialized (
      select id, stage, department_id, scores_hidden, total_cost_minor, ${states} as states,
        case when value is null or complexity is null or npv_p50_minor is null or total_cost_minor is null then -1
          when value >= ${middle} then case when complexity <= ${middle} then 0 else 1 end
          else case when complexity <= ${middle} then 2 else 3 end end as quadrant,
        npv_p50_minor * case stage ${likely} end as adjusted
      from taken
    ), parted as (
      select id, stage, department_id, quadrant, adjusted, total_cost_minor,
        case when states like '%1%' or states like '%2%' then 0 else 1 end as passes from judged
    ), ranked as materialized (
      select id, stage, department_id, quadrant, adjusted, total_cost_minor, passes, row_number() over (order by
        passes desc, quadrant,
        case when total_cost_minor > 0 then adjusted / total_cost_minor when adjusted > 0 then ${real(MOST)} else 0 end desc,
        adjusted desc, id) as place
      from parted where quadrant >= 0
    ) `;
}

/** So many cases that are alike in all that a page counts. */
export interface Tally {
  cases: number;
  states: FilterState[];
  /** Null without a place. */
  quadrant: Quadrant | null;
  scoresHidden: boolean;
}

export interface Part {
  departmentId: number | null;
  stage: RankedStage | null;
}

export interface Shown {
  from: number;
  size: number;
  unplaced: number;
  /** What the page of the order is narrowed to. */
  only?: Counted | null;
  /** So many of the first that are chosen, and of all: what a map draws, and what a line goes through. */
  best?: number;
  line?: number;
}

interface Row extends Record<string, unknown> {
  kind: "row" | "best" | "line" | "unplaced" | "tally" | "all";
  id: number;
  place: number;
  states: string;
  quadrant: number;
  hidden: number;
  cost: number | null;
  worth: number | null;
  people: number | null;
}

export interface Place {
  useCaseId: number;
  rank: number;
}

/** The newest POC's cap, as the choice of a portfolio takes it. */
const PEOPLE = sql`(select people_cap from pocs where pocs.use_case_id = ranked.id order by pocs.id desc limit 1)`;
const NOTHING = sql`cast(null as double precision)`;

/** A condition on `ranked`. */
function listedBy(only: Counted | null): SQL {
  if (only === null) return sql`1 = 1`;
  if (only === "passing") return sql`passes = 1`;
  if (only === "stopped") return sql`passes = 0`;
  if (only === "excepted") return sql`passes = 1 and id in (select id from judged where states like '%3%')`;
  return sql`quadrant = ${sql.raw(String(QUADRANTS.indexOf(only)))}`;
}

/** A condition on `ranked` and on `judged`. */
const chosenBy = ({ departmentId, stage }: Part): SQL =>
  sql.join(
    [
      sql`1 = 1`,
      ...(departmentId === null ? [] : [sql`department_id = ${departmentId}`]),
      ...(stage === null ? [] : [sql`stage = ${stage}`]),
    ],
    sql` and `,
  );

/** A case as the line takes it, and whether the choice shows it. */
export type OnLine = Standing & { chosen: boolean };

const wayDown = (chosen: SQL, size: number) => sql`select * from (select 'line' as kind, id, place, '' as states,
  passes as quadrant, case when ${chosen} then 1 else 0 end as hidden,
  total_cost_minor * ${real(1)} as cost, adjusted as worth, ${PEOPLE} * ${real(1)} as people
  from ranked order by place limit ${size}) as way`;

const onLine = ({ id, quadrant: passes, hidden: chosen, cost, worth, people }: Row): OnLine => ({
  ...{ useCaseId: Number(id), passes: Number(passes) === 1, cost: Number(cost ?? 0), worth: Number(worth ?? 0) },
  people: people === null ? null : Number(people),
  chosen: Number(chosen) === 1,
});

/** So many of the first, as the line goes through them. One query. */
export async function readLine(db: Reader, rules: Rules, hidden: HiddenScores, part: Part, size: number) {
  return (await db.rows<Row>(sql`${inOrder(rules, hidden)} ${wayDown(chosenBy(part), size)}`)).map(onLine);
}

/** A page of the order, the first of those chosen and of all, the first without a place, and how many there are of all kinds. */
export async function readOrder(db: Reader, rules: Rules, hidden: HiddenScores, part: Part, shown: Shown) {
  const chosen = chosenBy(part);
  const none = sql`${NOTHING} as cost, ${NOTHING} as worth, ${NOTHING} as people`;
  const places = (kind: Row["kind"], where: SQL, size: number, from = 0) =>
    sql`select * from (select ${sql.raw(`'${kind}'`)} as kind, id, place, '' as states, quadrant, 0 as hidden, ${none} from ranked
      where ${where} order by place limit ${size} offset ${from}) as found`;
  const rows = await db.rows<Row>(
    sql`${inOrder(rules, hidden)} ${sql.join(
      [
        places("row", sql`${chosen} and ${listedBy(shown.only ?? null)}`, shown.size, shown.from),
        places("best", chosen, shown.best ?? 0),
        wayDown(chosen, shown.line ?? 0),
        sql`select * from (select 'unplaced' as kind, id, 0 as place, '' as states, quadrant, scores_hidden as hidden, ${none}
          from judged where quadrant < 0 and ${chosen} order by id limit ${shown.unplaced}) as waiting`,
        sql`select 'tally', 0, count(*), states, quadrant, scores_hidden, ${none} from judged where ${chosen}
          group by states, quadrant, scores_hidden`,
        sql`select 'all', 0, count(*), '', coalesce(sum(passes), 0), 0, ${none} from ranked`,
      ],
      sql` union all `,
    )}`,
  );
  const of = (kind: Row["kind"]) => rows.filter((row) => row.kind === kind);
  const placed = (kind: Row["kind"]): Place[] =>
    of(kind).map(({ id, place }) => ({ useCaseId: Number(id), rank: Number(place) }));
  const [all] = of("all");
  return {
    rows: placed("row"),
    best: placed("best"),
    line: of("line").map(onLine),
    unplaced: of("unplaced").map(({ id, hidden: veil }) => ({
      useCaseId: Number(id),
      scoresHidden: Number(veil) === 1,
    })),
    tallies: of("tally").map(
      ({ place, states, quadrant, hidden: veil }): Tally => ({
        cases: Number(place),
        states: [...states].map((letter) => STATES[letter] ?? "missing"),
        quadrant: QUADRANTS[Number(quadrant)] ?? null,
        scoresHidden: Number(veil) === 1,
      }),
    ),
    all: Number(all?.place ?? 0),
    /** Of all that are ranked. */
    passing: Number(all?.quadrant ?? 0),
  };
}

/** How many have a place, and of these cases where each stands and what stops it. One query. */
export async function readPlacesOf(db: Reader, rules: Rules, hidden: HiddenScores, ids: readonly number[]) {
  const asked = sql.join(
    [...ids, 0].map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await db.rows<{ id: number; place: number | null; states: string }>(
    sql`${inOrder(rules, hidden)} select judged.id as id, place, states from judged left join ranked on ranked.id = judged.id
      where judged.id in (${asked}) union all select 0, count(*), '' from ranked`,
  );
  const places = rows.filter((row) => Number(row.id) !== 0);
  return {
    ranked: Number(rows.find((row) => Number(row.id) === 0)?.place ?? 0),
    places: places.map(({ id, place, states }) => ({
      useCaseId: Number(id),
      rank: place === null ? null : Number(place),
      filtersFailed: [...states].filter((letter) => letter === "1" || letter === "2").length,
    })),
  };
}

/** The best placed of the cases that wait for their decision and pass the filters. One query. */
export async function readWaiting(db: Reader, rules: Rules, size: number): Promise<Place[]> {
  const rows = await db.rows<{ id: number; place: number }>(
    sql`${inOrder(rules)} select id, place from ranked
      where stage = 'assessment' and passes = 1 order by place limit ${size}`,
  );
  return rows.map(({ id, place }) => ({ useCaseId: Number(id), rank: Number(place) }));
}
