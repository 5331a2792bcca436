import { and, eq, sql } from "drizzle-orm";
import { type Minor, minor } from "#app/kernel/money";
import { addQuarters, firstDayOf, type Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { reports, restatements, useCases } from "#db/schema.server";
import { cursorFrom, inDepartment, PAGE, total } from "../filtered.server";
import { LIVE, stoodBefore } from "../stood.server";
import { type CaseChange, type ChangeKind, isChangeKind, type Restated } from "./changes";

/** Which two quarters are set against one another, and of whom. */
export interface Scope {
  quarter: Quarter;
  before: Quarter;
  /** 0: cases without a department; null: all. */
  departmentId: number | null;
  fiscalFirstMonth: number;
}

/** A case that moved, before its records are read. */
export type Moved = Pick<CaseChange, "id" | "kind" | "before" | "now" | "difference">;

const NAMED_EACH_WAY = 3;

const whereOf = ({ departmentId }: Scope) =>
  departmentId === null
    ? sql``
    : sql`and q.use_case_id in (select ${useCases.id} from ${useCases} where ${inDepartment(departmentId)})`;

/**
 * Each case that brought value in one of the two quarters, once, with how it moved. Whether a case that says nothing had
 * stopped is told by where it stood at the end of the quarter, so that a past account does not change with the case.
 */
function movedCases(scope: Scope) {
  const { quarter, before, fiscalFirstMonth } = scope;
  const end = firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth);
  const stood = stoodBefore(sql`two.id`, end);
  const brought = sql`exists (select 1 from case_quarters e
    where e.use_case_id = two.id and e.quarter < ${before} and e.valued_reports > 0)`;
  return sql`two as (
      select q.use_case_id as id,
        sum(case when q.quarter = ${before} then q.realised_minor end) as was,
        sum(case when q.quarter = ${quarter} then q.realised_minor end) as came
      from case_quarters q
      where q.quarter in (${before}, ${quarter}) and q.valued_reports > 0 ${whereOf(scope)}
      group by q.use_case_id
    ),
    moved as materialized (
      select two.id, was, came, coalesce(came, 0) - coalesce(was, 0) as difference,
        case when was is null then case when ${brought} then 'back' else 'new' end
          when came is null then case when ${stood} in (${LIVE}) then 'silent' else 'stopped' end
          when came > was then 'grown' when came < was then 'shrunk' else 'level' end as kind
      from two
    )`;
}

/** The sums by kind, the cases that moved most each way, and one page of cases. One query. */
export async function readMoved(
  db: Reader,
  scope: Scope,
  { kind, after }: { kind: ChangeKind | null; after: string | null },
) {
  const cut = cursorFrom(after);
  const largest = sql.raw("abs(difference)");
  const asked = kind === null ? sql`kind <> 'level'` : sql`kind = ${kind}`;
  const onward = cut ? sql`and (${largest} < ${cut.amount} or (${largest} = ${cut.amount} and id > ${cut.id}))` : sql``;
  const few = (part: string, where: ReturnType<typeof sql>, order: string, limit: number) => sql`
    select * from (select ${sql.raw(`'${part}'`)} as part, kind, id, was, came, difference, 1 as cases
      from moved where ${where} order by ${sql.raw(order)}, id limit ${limit}) as ${sql.raw(`${part}_cases`)}`;
  const rows = await db.rows<Row>(sql`with ${movedCases(scope)}
    select 'sum' as part, kind, null as id, null as was, null as came, sum(difference) as difference, count(*) as cases
    from moved where kind <> 'level' group by kind
    union all ${few("up", sql`difference > 0`, "difference desc", NAMED_EACH_WAY)}
    union all ${few("down", sql`difference < 0`, "difference", NAMED_EACH_WAY)}
    union all ${few("page", sql`${asked} ${onward}`, "abs(difference) desc", PAGE + 1)}`);
  const of = (part: string) => rows.filter((row) => row.part === part);
  const sums = of("sum").map((row) => ({ ...movedOf(row), cases: Number(row.cases) }));
  // Neither engine says in which order a union answers.
  const bySize = (a: Moved, b: Moved) => Math.abs(b.difference) - Math.abs(a.difference) || a.id - b.id;
  const named = [...of("up"), ...of("down")].map(movedOf).sort(bySize);
  const page = of("page").map(movedOf).sort(bySize);
  return { sums, named, page };
}

type Row = Record<string, string | number | null>;

function movedOf(row: Row): Moved {
  const how = String(row.kind);
  if (!isChangeKind(how)) throw new Error(`Not a kind of change: ${how}`);
  const money = (value: string | number | null | undefined): Minor | null =>
    value == null ? null : minor(Number(value));
  return {
    id: Number(row.id),
    kind: how,
    before: money(row.was),
    now: money(row.came),
    difference: minor(Number(row.difference)),
  };
}

/** What restatements changed of the quarter before since its close, in the scope. One query. */
export async function readRestated(db: Reader, { before, departmentId }: Scope): Promise<Restated> {
  const [row] = await db
    .select({
      reports: sql<number>`count(distinct ${restatements.reportId})`.mapWith(Number),
      difference: total(
        sql`coalesce(${restatements.newRealisedMinor}, 0) - coalesce(${restatements.oldRealisedMinor}, 0)`,
      ),
    })
    .from(restatements)
    .innerJoin(reports, eq(reports.id, restatements.reportId))
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .where(and(eq(restatements.quarter, before), inDepartment(departmentId)));
  return { reports: row?.reports ?? 0, difference: minor(row?.difference ?? 0) };
}
