import { and, desc, eq, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { isDay } from "#app/kernel/day";
import type { Reader } from "#db/client.server";
import { departments, incidentCosts, incidentPauses, incidents, useCases } from "#db/schema.server";
import type { IncidentQuery } from "./register";

const PAGE = 50;
/** A file asks in such parts. */
const AT_ONCE = 1_000;
/** As many as a file holds. */
export const MOST_INCIDENTS = 100_000;

/** In a quarter is what began in it, cost something in it, or stopped a case in it. */
const inQuarter = (quarter: string): SQL => sql`${incidents.id} in (
  select id from incidents where quarter = ${quarter}
  union select incident_id from incident_costs where quarter = ${quarter}
  union select incident_id from incident_pauses where quarter = ${quarter})`;

const everPaused = sql`exists (select 1 from ${incidentPauses} where ${incidentPauses.incidentId} = ${incidents.id})`;

function asked({ department, severity, state, quarter, paused, case: reference }: IncidentQuery): SQL | undefined {
  return and(
    or(isNull(useCases.stage), ne(useCases.stage, "draft")),
    department === null ? undefined : eq(useCases.departmentId, department),
    reference === null ? undefined : eq(useCases.reference, reference),
    severity === null ? undefined : eq(incidents.severity, severity),
    state === null ? undefined : eq(incidents.state, state),
    quarter === null ? undefined : inQuarter(quarter),
    paused === null ? undefined : everPaused,
  );
}

async function rowsOf(db: Reader, query: IncidentQuery, limit: number) {
  const [day = "", id] = query.after?.split(".") ?? [];
  const beyond = isDay(day)
    ? or(lt(incidents.startedOn, day), and(eq(incidents.startedOn, day), lt(incidents.id, Number(id))))
    : undefined;
  const rows = await db
    .select({
      incident: incidents,
      reference: useCases.reference,
      useCaseTitle: useCases.title,
      department: departments.name,
      costInQuarter:
        query.quarter === null
          ? sql<number | null>`null`
          : sql<number | null>`(select ${incidentCosts.amountMinor} from ${incidentCosts}
              where ${incidentCosts.incidentId} = ${incidents.id} and ${incidentCosts.quarter} = ${query.quarter})`,
      pauses:
        sql<number>`(select count(*) from ${incidentPauses} where ${incidentPauses.incidentId} = ${incidents.id})`.mapWith(
          Number,
        ),
    })
    .from(incidents)
    .innerJoin(useCases, eq(useCases.id, incidents.useCaseId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .where(and(asked(query), beyond))
    .orderBy(desc(incidents.startedOn), desc(incidents.id))
    .limit(limit);
  return rows.map(({ incident, costInQuarter, ...names }) => ({
    ...incident,
    ...names,
    costInQuarter: costInQuarter === null ? null : Number(costInQuarter),
  }));
}

export type LoggedIncident = Awaited<ReturnType<typeof rowsOf>>[number];

const cursorOf = (row: LoggedIncident | undefined) => (row ? `${row.startedOn}.${row.id}` : null);

/** A page of the log, newest first. One query. */
export async function incidentLog(db: Reader, query: IncidentQuery, limit = PAGE) {
  const rows = await rowsOf(db, query, limit + 1);
  return { rows: rows.slice(0, limit), next: rows.length > limit ? cursorOf(rows[limit - 1]) : null };
}

/** Every incident that is asked for, for a file; at most so many. */
export async function wholeIncidentLog(db: Reader, query: IncidentQuery, most: number): Promise<LoggedIncident[]> {
  const all: LoggedIncident[] = [];
  let after: string | null = null;
  while (all.length < most) {
    const part: LoggedIncident[] = await rowsOf(db, { ...query, after }, AT_ONCE);
    all.push(...part);
    after = cursorOf(part.at(-1));
    if (part.length < AT_ONCE) break;
  }
  return all.slice(0, most);
}

export interface IncidentFigures {
  count: number;
  open: number;
  /** Null where nobody said it of any. */
  hours: number | null;
  costMinor: number | null;
  /** Cases that were paused. */
  paused: number;
}

/**
 * What incidents were in a quarter, and in a department where one is asked: how many began, the hours they took, what was
 * paid for incidents in it, and how many cases they stopped. One query.
 */
export async function incidentsOfQuarter(
  db: Reader,
  { quarter, departmentId }: { quarter: string; departmentId: number | null },
): Promise<IncidentFigures> {
  const own = (column: SQL) =>
    departmentId === null
      ? sql``
      : sql` and ${column} in (select id from use_cases where department_id ${departmentId === 0 ? sql`is null` : sql`= ${departmentId}`})`;
  const [row] = await db.rows<Record<keyof IncidentFigures, number | string | null>>(sql`select
    (select count(*) from incidents where quarter = ${quarter}${own(sql`use_case_id`)}) as count,
    (select count(*) from incidents where quarter = ${quarter} and state = 'open'${own(sql`use_case_id`)}) as open,
    (select sum(hours_lost) from incidents where quarter = ${quarter}${own(sql`use_case_id`)}) as hours,
    (select sum(c.amount_minor) from incident_costs c join incidents i on i.id = c.incident_id
      where c.quarter = ${quarter}${own(sql`i.use_case_id`)}) as "costMinor",
    (select count(distinct use_case_id) from incident_pauses where quarter = ${quarter}${own(sql`use_case_id`)}) as paused`);
  const known = (value: number | string | null | undefined) => (value == null ? null : Number(value));
  return {
    count: Number(row?.count ?? 0),
    open: Number(row?.open ?? 0),
    hours: known(row?.hours),
    costMinor: known(row?.costMinor),
    paused: Number(row?.paused ?? 0),
  };
}

/** The quarters that incidents began in, newest first, with the one that is asked for. One query. */
export async function incidentQuarters(db: Reader, asked: string | null): Promise<string[]> {
  const rows = await db.rows<{ quarter: string }>(sql`select distinct quarter from incidents order by quarter desc`);
  return [...new Set([...(asked === null ? [] : [asked]), ...rows.map(({ quarter }) => quarter)])].sort().reverse();
}
