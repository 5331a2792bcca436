import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Day, daysBetween } from "#app/kernel/day";
import { type Minor, minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { type GateFacts, missingAt } from "#app/use-cases/gates";
import { stageTotals } from "#app/use-cases/list/kept-totals.server";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { departments, people, stageChanges, standings, useCases } from "#db/schema.server";
import { BOARD_STAGES, ENDED_STAGES, type FlowStep, flowOf, NEXT_GATE, type Stays } from "./pipeline";

/** Cards that a column shows: those that wait longest, some windows of them. Its list has them all. */
const SHOWN = 20;

export interface PipelineCard {
  reference: string;
  title: Told;
  department: Told | null;
  owner: string | null;
  /** Days at this stage; null where nobody knows since when. */
  age: number | null;
  relookOn: Day | null;
  npvMinor: Minor | null;
  /** What the next gate still asks for; null where no gate follows. */
  missing: number | null;
}

export interface PipelineColumn {
  /** Null is not known. */
  stage: Stage | null;
  count: number;
  /** Of the cases with a business case; null where none has one. */
  npvMinor: Minor | null;
  cards: PipelineCard[];
}

export interface Pipeline {
  columns: PipelineColumn[];
  ended: { stage: Stage; count: number }[];
}

/** The oldest cases of each column, in one query that stops after `SHOWN` in each. */
async function shownIds(db: Reader, departmentId: number | null): Promise<number[]> {
  const own = departmentId === null ? sql`` : sql` and ${useCases.departmentId} = ${departmentId}`;
  const oldest = (where: SQL) =>
    sql`select * from (select ${useCases.id} as id from ${useCases} where ${where}${own}
      order by ${useCases.stageSince}, ${useCases.id} limit ${SHOWN}) as oldest`;
  const parts = [
    ...BOARD_STAGES.map((stage) => oldest(sql`${useCases.stage} = ${stage}`)),
    oldest(sql`${useCases.stage} is null`),
  ];
  const rows = await db.rows<{ id: number }>(sql.join(parts, sql` union all `));
  return rows.map(({ id }) => Number(id));
}

/** The board, in a fixed number of queries. @param factsOf what the gates ask of these cases: a later room's to know */
export async function readPipeline(
  db: Reader,
  { departmentId, today }: { departmentId: number | null; today: Day },
  factsOf: (ids: readonly number[]) => Promise<ReadonlyMap<number, GateFacts>>,
): Promise<Pipeline> {
  const totals = await stageTotals(db, departmentId);
  const ids = await shownIds(db, departmentId);
  const rows = ids.length
    ? await db
        .select({
          id: useCases.id,
          reference: useCases.reference,
          title: useCases.title,
          stage: useCases.stage,
          stageSince: useCases.stageSince,
          relookOn: useCases.relookOn,
          department: departments.name,
          owner: people.name,
          npvMinor: standings.npvMinor,
        })
        .from(useCases)
        .leftJoin(departments, eq(departments.id, useCases.departmentId))
        .leftJoin(people, eq(people.id, useCases.ownerId))
        .leftJoin(standings, eq(standings.useCaseId, useCases.id))
        .where(inArray(useCases.id, ids))
        .orderBy(asc(useCases.stageSince), asc(useCases.id))
    : [];
  const facts = await factsOf(rows.filter(({ stage }) => isStage(stage) && NEXT_GATE[stage]).map(({ id }) => id));
  const cardOf = (row: (typeof rows)[number]): PipelineCard => {
    const next = isStage(row.stage) ? NEXT_GATE[row.stage] : undefined;
    const known = facts.get(row.id);
    const { reference, title, department, owner, relookOn, npvMinor } = row;
    const age = row.stageSince === null ? null : daysBetween(row.stageSince, today);
    const missing = next && known ? missingAt(next, known).length : null;
    return { reference, title, department, owner, relookOn, npvMinor, age, missing };
  };
  const totalOf = (stage: Stage | null) => totals.find((total) => total.stage === stage);
  const column = (stage: Stage | null): PipelineColumn => {
    const total = totalOf(stage);
    return {
      stage,
      count: total?.cases ?? 0,
      npvMinor: total?.valued ? minor(total.npvMinor) : null,
      cards: rows.filter((row) => row.stage === stage).map(cardOf),
    };
  };
  return {
    // A portfolio that knows where everything stands has no such column.
    columns: [...BOARD_STAGES.map(column), ...(totalOf(null) ? [column(null)] : [])],
    ended: ENDED_STAGES.map((stage) => ({ stage, count: totalOf(stage)?.cases ?? 0 })),
  };
}

/** The Julian day number of a day's text, in the integer arithmetic that both engines share (Fliegel & Van Flandern, 1968). */
function dayNumber(on: SQL): SQL {
  const part = (from: number, length: number) => sql`cast(substr(${on}, ${sql.raw(`${from}, ${length}`)}) as integer)`;
  const [year, month, dayOfMonth] = [part(1, 4), part(6, 2), part(9, 2)];
  const early = sql`((14 - ${month}) / 12)`;
  const y = sql`(${year} + 4800 - ${early})`;
  return sql`(${dayOfMonth} + (153 * (${month} + 12 * ${early} - 3) + 2) / 5 + 365 * ${y} + ${y} / 4 - ${y} / 100 + ${y} / 400)`;
}

/** How cases flow from stage to stage, from their whole history. */
export async function readFlow(db: Reader, departmentId: number | null): Promise<FlowStep[]> {
  const own =
    departmentId === null
      ? sql``
      : sql` where ${stageChanges.useCaseId} in
          (select ${useCases.id} from ${useCases} where ${useCases.departmentId} = ${departmentId})`;
  const following = (column: SQL) =>
    sql`lead(${column}) over (partition by ${stageChanges.useCaseId} order by ${stageChanges.id})`;
  const rows = await db.rows<{ stage: string | null; next: string | null; days: number | null; count: number }>(sql`
    select stage, next_stage as "next", ${dayNumber(sql`next_day`)} - ${dayNumber(sql`on_day`)} as days, count(*) as count
    from (select to_stage as stage, on_day, ${following(sql`to_stage`)} as next_stage,
            ${following(sql`on_day`)} as next_day
          from ${stageChanges}${own}) as stays
    group by stage, next_stage, days`);
  const stays: Stays[] = rows.map(({ stage, next, days, count: times }) => ({
    stage,
    next,
    days: days === null ? null : Number(days),
    count: Number(times),
  }));
  return flowOf(stays);
}

/** What the board can be narrowed to. */
export function activeDepartments(db: Reader) {
  return db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
}
