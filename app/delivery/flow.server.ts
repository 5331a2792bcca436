import { and, desc, eq, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { day } from "#app/kernel/day";
import { type Minor, minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { pocs, stageChanges, useCases } from "#db/schema.server";
import {
  type Cycle,
  type FLOW_STAGES,
  type FlowStep,
  flowOf,
  type MonthOfFlow,
  monthsUntil,
  type PocFigures,
  type Stays,
  THROUGHPUT,
  throughputOf,
  weightedPercentile,
} from "./pipeline";

/** Points of a control chart: the newest ones. */
const POINTS = 200;
const MONTHS = 12;

export interface Flow {
  steps: FlowStep[];
  /** The stage whose stays are drawn one by one. */
  stage: (typeof FLOW_STAGES)[number];
  cycles: Cycle[];
  months: MonthOfFlow[];
  pocs: PocFigures & { budgetMinor: Minor | null };
  lessons: Lesson[];
}

/** What a POC with a verdict taught, whatever the verdict. */
export interface Lesson {
  id: number;
  reference: string;
  title: Told;
  verdict: "scale" | "pivot" | "stop";
  on: Day;
  learning: Told | null;
}

/** The newest ones: the list of stopped cases has them all. */
const LESSONS = 20;

/** How cases flow: by stage, stay by stay at one stage, by month, and what POCs took. A fixed number of queries. */
export async function readFlow(
  db: Reader,
  { departmentId, stage, today }: { departmentId: number | null; stage: Flow["stage"]; today: Day },
): Promise<Flow> {
  return {
    steps: await readSteps(db, departmentId),
    stage,
    cycles: await readCycles(db, departmentId, stage),
    months: await readMonths(db, departmentId, today),
    pocs: await readPocFigures(db, departmentId),
    lessons: await readLessons(db, departmentId),
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

/** The cases of a department, as a condition that follows `stage_changes`. */
function within(departmentId: number | null): SQL | undefined {
  if (departmentId === null) return undefined;
  return sql`${stageChanges.useCaseId} in
    (select ${useCases.id} from ${useCases} where ${useCases.departmentId} = ${departmentId})`;
}

/** Every stay at a stage with the one that followed it. */
function staysOf(departmentId: number | null): SQL {
  const following = (column: SQL) =>
    sql`lead(${column}) over (partition by ${stageChanges.useCaseId} order by ${stageChanges.id})`;
  const own = within(departmentId);
  return sql`(select use_case_id, to_stage as stage, on_day, ${following(sql`to_stage`)} as next_stage,
      ${following(sql`on_day`)} as next_day
    from ${stageChanges}${own ? sql` where ${own}` : sql``}) as stays`;
}

/** How cases flow from stage to stage, from their whole history. */
async function readSteps(db: Reader, departmentId: number | null): Promise<FlowStep[]> {
  const rows = await db.rows<{ stage: string | null; next: string | null; days: number | null; count: number }>(sql`
    select stage, next_stage as "next", ${dayNumber(sql`next_day`)} - ${dayNumber(sql`on_day`)} as days, count(*) as count
    from ${staysOf(departmentId)}
    group by stage, next_stage, days`);
  const stays: Stays[] = rows.map(({ stage, next, days, count: times }) => ({
    stage,
    next,
    days: days === null ? null : Number(days),
    count: Number(times),
  }));
  return flowOf(stays);
}

/** The newest stays at a stage that ended, in the order in which they did. */
async function readCycles(db: Reader, departmentId: number | null, stage: string): Promise<Cycle[]> {
  const rows = await db.rows<{ reference: string; left: string; days: number }>(sql`
    select ${useCases.reference} as reference, next_day as "left",
      ${dayNumber(sql`next_day`)} - ${dayNumber(sql`on_day`)} as days
    from ${staysOf(departmentId)} join ${useCases} on ${useCases.id} = stays.use_case_id
    where stays.stage = ${stage} and next_day is not null and on_day is not null
    order by next_day desc, ${useCases.id} desc limit ${POINTS}`);
  return rows.map(({ reference, left, days }) => ({ reference, leftOn: day(left), days: Number(days) })).reverse();
}

/** How many cases entered a stage by month, in the last twelve. */
async function readMonths(db: Reader, departmentId: number | null, today: Day): Promise<MonthOfFlow[]> {
  const months = monthsUntil(today, MONTHS);
  const month = sql<string>`substr(${stageChanges.on}, 1, 7)`;
  const rows = await db
    .select({ month, stage: stageChanges.to, count: sql<number>`count(*)` })
    .from(stageChanges)
    .where(
      and(
        gte(stageChanges.on, day(`${months[0]}-01`)),
        inArray(stageChanges.to, [...THROUGHPUT]),
        within(departmentId),
      ),
    )
    .groupBy(month, stageChanges.to);
  return throughputOf(
    rows.map((row) => ({ month: row.month, stage: row.stage ?? "", count: Number(row.count) })),
    months,
  );
}

/** What the POCs with a verdict took: from their start to the verdict, and their caps. */
async function readPocFigures(db: Reader, departmentId: number | null): Promise<Flow["pocs"]> {
  const own =
    departmentId === null
      ? undefined
      : sql`${pocs.useCaseId} in (select ${useCases.id} from ${useCases} where ${useCases.departmentId} = ${departmentId})`;
  const rows = await db
    .select({
      verdict: pocs.verdict,
      people: pocs.peopleCap,
      budget: pocs.budgetCapMinor,
      days: sql<number>`${dayNumber(sql`${pocs.verdictOn}`)} - ${dayNumber(sql`${pocs.startsOn}`)}`,
    })
    .from(pocs)
    .where(and(isNotNull(pocs.verdict), isNotNull(pocs.verdictOn), own));
  const median = (values: readonly number[]) =>
    weightedPercentile(
      values.map((value) => ({ value: Number(value), count: 1 })),
      0.5,
    );
  const budget = median(rows.map((row) => row.budget));
  const times = (verdict: "scale" | "pivot" | "stop") => rows.filter((row) => row.verdict === verdict).length;
  return {
    ended: rows.length,
    days: median(rows.map((row) => row.days)),
    people: median(rows.map((row) => row.people)),
    budgetMinor: budget === null ? null : minor(budget),
    verdicts: { scale: times("scale"), pivot: times("pivot"), stop: times("stop") },
  };
}

async function readLessons(db: Reader, departmentId: number | null): Promise<Lesson[]> {
  const rows = await db
    .select({
      id: pocs.id,
      reference: useCases.reference,
      title: useCases.title,
      verdict: pocs.verdict,
      on: pocs.verdictOn,
      learning: pocs.learning,
    })
    .from(pocs)
    .innerJoin(useCases, eq(useCases.id, pocs.useCaseId))
    .where(
      and(
        isNotNull(pocs.verdict),
        isNotNull(pocs.verdictOn),
        departmentId === null ? undefined : eq(useCases.departmentId, departmentId),
      ),
    )
    .orderBy(desc(pocs.verdictOn), desc(pocs.id))
    .limit(LESSONS);
  return rows.flatMap(({ verdict, on, ...row }) => (verdict && on ? [{ ...row, verdict, on }] : []));
}
