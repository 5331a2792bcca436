import { asc } from "drizzle-orm";
import { type Day, dayIn } from "#app/kernel/day";
import { quarterOf } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import { type QuarterRow, quarterToRead } from "#app/measurement/quarter-life";
import { knownQuarters, type QuarterState } from "#app/measurement/quarters.server";
import type { Organisation } from "#app/people/organisation.server";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import { extremesAsOf, firstBookedDay, totalsAsOf } from "./as-of.server";
import {
  type Asked,
  EACH_WAY,
  type FiguresAnswer,
  figuresFrom,
  quartersOffered,
  totalsAsked,
} from "./dashboard.server";

export interface AskedAsOf extends Asked {
  /** Null: the day of the last close. */
  asOf: Day | null;
}

export interface PastAnswer extends FiguresAnswer {
  asOf: Day;
  /** Whether the quarter was closed by then. */
  closed: boolean;
  /** The first day that the day book knows; null while nothing has been measured or promised. */
  since: Day | null;
  /** A day to come was asked for: today stands instead. */
  tooLate: boolean;
}

/** The dashboard as it was at the end of a day: what the day book says, whatever happened since. Six queries. */
export async function readPastDashboard(
  db: Reader,
  asked: AskedAsOf,
  { timeZone, fiscalFirstMonth }: Pick<Organisation, "timeZone" | "fiscalFirstMonth">,
  { today }: Pick<When, "today">,
): Promise<PastAnswer> {
  const known = await knownQuarters(db);
  const tooLate = asked.asOf !== null && asked.asOf > today;
  const closes = known.flatMap(({ closedAt }) => (closedAt === null ? [] : [dayIn(new Date(closedAt), timeZone)]));
  const lastClose = closes.sort().at(-1) ?? today;
  const asOf = tooLate ? today : (asked.asOf ?? lastClose);
  const then = known.flatMap((row) => stoodThen(row, asOf, timeZone));
  const current = quarterOf(asOf, fiscalFirstMonth);
  const quarter = asked.quarter ?? quarterToRead(then, current);
  const { departmentId } = asked;
  const rows = await totalsAsOf(db, totalsAsked(quarter, departmentId), asOf);
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  return {
    ...figuresFrom(rows, { quarter, departmentId, departments: offered }),
    ...{ asOf, tooLate, departmentId, departments: offered },
    closed: then.some((row) => row.quarter === quarter && row.status === "closed"),
    since: await firstBookedDay(db),
    quarters: quartersOffered([...then.map((row) => row.quarter), quarter], rows, current),
    ...(await extremesAsOf(db, { quarter, departmentId, most: EACH_WAY }, asOf)),
  };
}

/** A quarter as it stood at the end of a day: closed by then, or not. */
function stoodThen({ quarter, closedAt }: QuarterState, asOf: Day, timeZone: string): QuarterRow[] {
  return closedAt !== null && dayIn(new Date(closedAt), timeZone) <= asOf ? [{ quarter, status: "closed" }] : [];
}
