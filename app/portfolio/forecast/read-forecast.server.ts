import { and, eq, inArray, sql } from "drizzle-orm";
import { readProbabilities } from "#app/committee/ranking.server";
import { type Minor, minor, sumMinor } from "#app/kernel/money";
import { addQuarters, firstDayOf, type Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { calibrate, credibilityAmong, type Observation, portfolioOf } from "#app/measurement/calibration";
import { knownQuarters } from "#app/measurement/quarters.server";
import { PROMISED_STAGES } from "#app/use-cases/promise";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import { LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { departments, useCases, valueTargets } from "#db/schema.server";
import { readTotals } from "../dashboard.server";
import { inDepartment, PAGE } from "../filtered.server";
import { figuresOf } from "../sums";
import {
  type CaseAhead,
  type Chances,
  casesBehind,
  type Experience,
  forecastOf,
  quartersOfYear,
  type Track,
  yearOf,
} from "./forecast";

/** A case's record goes back so many closed quarters. */
const RECORD = 8;
/** A case that is live without a promise is expected to go on as it last reported, if that is not longer ago. */
const LAST_REPORTED = 2;

export interface AskedForecast {
  /** Null: the year of today. */
  year: number | null;
  /** 0: cases without a department; null: all. */
  departmentId: number | null;
  /** The cases behind one quarter of the year, or one stage. */
  quarter: Quarter | null;
  stage: Stage | null;
  /** How many cases were shown before. */
  after: string | null;
}

type Row = Record<string, string | number | null>;

const listed = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
const quartersIn = (open: readonly Quarter[]) => (open.length ? sql`in (${listed(open)})` : sql`in (null)`);

/** Each quarter's column of a case, in the order of the year. */
const byQuarter = (quarters: readonly Quarter[], quarter: ReturnType<typeof sql>, amount: ReturnType<typeof sql>) =>
  sql.join(
    quarters.map(
      (of, index) => sql`sum(case when ${quarter} = ${of} then ${amount} else 0 end) as ${sql.raw(`q${index}`)}`,
    ),
    sql`, `,
  );

const amounts = (row: Row): Minor[] => [0, 1, 2, 3].map((index) => minor(Number(row[`q${index}`] ?? 0)));

/** Whose promises and reports are looked at, and in which quarters of the year something is still to come. */
interface Scope {
  quarters: readonly Quarter[];
  open: readonly Quarter[];
  departmentId: number | null;
}

/** Every promise of a quarter that is not closed, where nothing in money was reported yet. */
async function readPromised(db: Reader, { quarters, open, departmentId }: Scope) {
  const where = and(
    sql`f.quarter ${quartersIn(open)}`,
    sql`f.benefit_minor <> 0`,
    sql`coalesce(q.valued_reports, 0) = 0`,
    sql`coalesce(f.stands_in, ${useCases.stage}) in (${listed(PROMISED_STAGES)})`,
    inDepartment(departmentId),
  );
  return db.rows<Row>(sql`select f.use_case_id as id, ${useCases.stage} as stage, ${useCases.departmentId} as department,
      ${byQuarter(quarters, sql`f.quarter`, sql`f.benefit_minor`)}
    from forecasts f
    join use_cases on ${useCases.id} = f.use_case_id
    left join case_quarters q on q.use_case_id = f.use_case_id and q.quarter = f.quarter
    where ${where} group by f.use_case_id, ${useCases.stage}, ${useCases.departmentId}`);
}

/** Live cases that promise nothing in the year, with what they last reported, in each open quarter without a report. */
async function readUnpromised(
  db: Reader,
  { open, quarters, departmentId }: Scope,
  current: Quarter,
): Promise<CaseAhead[]> {
  if (open.length === 0) return [];
  const rows = await db.rows<Row>(sql`select ${useCases.id} as id, ${useCases.stage} as stage,
      ${useCases.departmentId} as department, q.quarter as last, q.realised_minor as realised,
      (select max(o.quarter) from case_quarters o where o.use_case_id = ${useCases.id} and o.valued_reports > 0
        and o.quarter ${quartersIn(open)}) as reported
    from use_cases
    join case_quarters q on q.use_case_id = ${useCases.id} and q.valued_reports > 0
    where ${and(inArray(useCases.stage, [...LIVE_STAGES]), inDepartment(departmentId))}
      and q.quarter >= ${addQuarters(current, -LAST_REPORTED)} and q.realised_minor <> 0
      and q.quarter = (select max(l.quarter) from case_quarters l
        where l.use_case_id = ${useCases.id} and l.valued_reports > 0)
      and not exists (select 1 from forecasts f where f.use_case_id = ${useCases.id} and f.benefit_minor <> 0
        and f.quarter in (${listed(quarters)}))`);
  return rows.map((row) => {
    const amount = minor(Number(row.realised));
    const ahead = quarters.map((of) => (open.includes(of) && of > String(row.last) ? amount : minor(0)));
    return { ...caseOf(row), basis: "last-report", ahead, track: null, haircut: false };
  });
}

const caseOf = (row: Row) => ({
  id: Number(row.id),
  departmentId: row.department === null ? null : Number(row.department),
  stage: row.stage as Stage,
});

interface Tracked extends Track {
  /** Σ realised² ÷ promised, by quarter. */
  squares: number;
}

/**
 * What each live case brought of what it promised, in the closed quarters that it reported and that ended after its
 * business case was written: what is written later knows the results.
 */
async function readTracks(
  db: Reader,
  closed: readonly Quarter[],
  fiscalFirstMonth: number,
): Promise<Map<number, Tracked>> {
  const counted = closed.slice(0, RECORD);
  if (counted.length === 0) return new Map();
  const ends = sql.join(
    counted.map(
      (of) => sql`when ${of} then ${sql.raw(String(Date.parse(firstDayOf(addQuarters(of, 1), fiscalFirstMonth))))}`,
    ),
    sql` `,
  );
  const rows = await db.rows<Row>(sql`select f.use_case_id as id, count(*) as quarters,
      sum(f.benefit_minor) as promised, sum(q.realised_minor) as realised,
      sum(cast(q.realised_minor as double precision) * q.realised_minor / f.benefit_minor) as squares
    from forecasts f
    join case_quarters q on q.use_case_id = f.use_case_id and q.quarter = f.quarter and q.valued_reports > 0
    join business_cases b on b.use_case_id = f.use_case_id
      and b.number = (select max(n.number) from business_cases n where n.use_case_id = f.use_case_id)
    where f.quarter in (${listed(counted)}) and f.benefit_minor > 0 and b.created_at < case f.quarter ${ends} end
    group by f.use_case_id`);
  const numbers = ({ quarters, promised, realised, squares }: Row): Tracked => ({
    quarters: Number(quarters),
    promised: Number(promised),
    realised: Number(realised),
    squares: Number(squares),
  });
  return new Map(rows.map((row) => [Number(row.id), numbers(row)]));
}

/** The cases in whose newest business case a haircut was taken. */
async function readHaircuts(db: Reader): Promise<Set<number>> {
  const rows = await db.rows<Row>(sql`select b.use_case_id as id from business_cases b
    where b.lines like '%"answer":"taken"%'
      and b.number = (select max(n.number) from business_cases n where n.use_case_id = b.use_case_id)`);
  return new Set(rows.map(({ id }) => Number(id)));
}

function experienceOf(observations: readonly Observation[], tracks: ReadonlyMap<number, Tracked>): Experience {
  const portfolio = portfolioOf(observations);
  const groups = portfolio ? calibrate(observations, "department", portfolio) : [];
  const spreads = [...tracks.values()].map(({ quarters, promised, realised, squares }) => {
    const ratio = realised / promised;
    return { size: quarters, ratio, spread: Math.max(0, squares / promised - ratio ** 2) };
  });
  return {
    portfolio,
    departments: new Map(groups.map((group) => [group.key, group])),
    k: credibilityAmong(spreads),
  };
}

/** What a year should bring, as somebody set it, with the version of that; null where nobody did. One query. */
export async function readTarget(db: Reader, year: number, departmentId: number | null) {
  const [row] = await db
    .select()
    .from(valueTargets)
    .where(and(eq(valueTargets.year, year), eq(valueTargets.departmentId, departmentId ?? WHOLE)));
  return row ? { amount: row.amountMinor, version: row.version } : null;
}

/** The house whose year it is: its quarter of today, and what calibration knows. */
export interface ForecastHouse {
  current: Quarter;
  fiscalFirstMonth: number;
  observations: readonly Observation[];
}

/** What the rest of a year is expected to bring. Ten queries, whatever the number of cases. */
export async function readForecast(
  db: Reader,
  asked: AskedForecast,
  { current, fiscalFirstMonth, observations }: ForecastHouse,
) {
  const { departmentId } = asked;
  const year = asked.year ?? yearOf(current);
  const quarters = quartersOfYear(year);
  const closed = (await knownQuarters(db)).filter(({ status }) => status === "closed").map((row) => row.quarter);
  const open = quarters.filter((of) => !closed.includes(of));
  const scope: Scope = { quarters, open, departmentId };
  const totals = await readTotals(db, sql`department_id in (${WHOLE}, ${departmentId ?? WHOLE})`);
  const own = totals.filter((row) => row.departmentId === (departmentId ?? WHOLE));
  const tracks = await readTracks(db, closed, fiscalFirstMonth);
  const haircuts = await readHaircuts(db);
  const promised = await readPromised(db, scope);
  const ahead = promised.map((row): CaseAhead => {
    const one = caseOf(row);
    const track = tracks.get(one.id) ?? null;
    return { ...one, basis: "business-case", ahead: amounts(row), track, haircut: haircuts.has(one.id) };
  });
  const probabilities = await readProbabilities(db);
  const chances: Chances = { approved: probabilities.approved, poc: probabilities.poc, pilot: 1, production: 1 };
  const target = await readTarget(db, year, departmentId);
  const experience = experienceOf(observations, tracks);
  const forecast = forecastOf({
    ...{ year, experience, chances },
    reported: new Map(
      own.map((row) => {
        const { realised, forecast: promise } = figuresOf(row);
        return [row.quarter, { realised, promised: promise, closed: closed.includes(row.quarter) }];
      }),
    ),
    cases: [...ahead, ...(await readUnpromised(db, scope, current))],
    target: target?.amount ?? null,
  });
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(departments.code);
  const from = /^\d{1,6}$/.test(asked.after ?? "") ? Number(asked.after) : 0;
  const quarter = asked.quarter !== null && quarters.includes(asked.quarter) ? asked.quarter : null;
  const behind = casesBehind(forecast, { quarter, stage: asked.stage });
  const known = totals.filter((row) => row.departmentId === WHOLE && (row.reports > 0 || row.costEntries > 0));
  const years = [...known.map((row) => yearOf(row.quarter)), year, yearOf(current), yearOf(current) + 1];
  return {
    ...forecast,
    departmentId,
    departments: offered,
    current,
    years: [...new Set(years)].sort((a, b) => b - a),
    target,
    portfolio: experience.portfolio && {
      cases: experience.portfolio.cases,
      mean: experience.portfolio.mean,
    },
    k: experience.k,
    ...{ quarter, stage: asked.stage },
    counted: {
      cases: behind.length,
      promised: sumMinor(behind.map((one) => one.promised)),
      expected: sumMinor(behind.map((one) => one.expected)),
    },
    cases: await named(db, behind.slice(from, from + PAGE)),
    next: from + PAGE < behind.length ? String(from + PAGE) : null,
  };
}

/** Cases with their references and titles. One query. */
async function named<One extends { id: number }>(db: Reader, cases: readonly One[]) {
  const rows = cases.length
    ? await db
        .select({ id: useCases.id, reference: useCases.reference, title: useCases.title })
        .from(useCases)
        .where(
          inArray(
            useCases.id,
            cases.map(({ id }) => id),
          ),
        )
    : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return cases.map((one) => ({
    ...one,
    reference: byId.get(one.id)?.reference ?? "",
    title: byId.get(one.id)?.title ?? ({} as Told),
  }));
}

export type ForecastAnswer = Awaited<ReturnType<typeof readForecast>>;
