import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { aiActObligations, departments, people, trustCards, useCases } from "#db/schema.server";
import { stillOwing } from "./obligations.server";
import type { RegisterClass, RegisterQuery } from "./register";
import { KEPT_CLASSES, type KeptClass } from "./stored";

export interface RegisterRow {
  id: number;
  reference: string;
  title: Told;
  department: Told | null;
  stage: string | null;
  /** Null until legal confirmed one. */
  class: KeptClass | null;
  basis: Told | null;
  confirmedBy: string | null;
  confirmedOn: Day | null;
  open: number;
  overdue: number;
  nextDue: Day | null;
}

const confirmed = and(isNotNull(trustCards.aiActClass), isNotNull(trustCards.aiActConfirmedOn));
// What is still a draft is its author's alone.
const shown = or(isNull(useCases.stage), ne(useCases.stage, "draft"));

function ofClass(one: RegisterClass | null): SQL | undefined {
  if (one === null) return shown;
  if (one === "none") return and(shown, or(isNull(trustCards.aiActClass), isNull(trustCards.aiActConfirmedOn)));
  return and(shown, confirmed, eq(trustCards.aiActClass, one));
}

async function withObligations(
  db: Reader,
  rows: Omit<RegisterRow, "open" | "overdue" | "nextDue">[],
  today: Day,
): Promise<RegisterRow[]> {
  const owed =
    rows.length === 0
      ? []
      : await db
          .select({
            useCaseId: aiActObligations.useCaseId,
            open: count(),
            overdue: sql<number>`sum(case when ${aiActObligations.dueOn} < ${today} then 1 else 0 end)`,
            nextDue: sql<Day>`min(${aiActObligations.dueOn})`,
          })
          .from(aiActObligations)
          .where(
            and(
              eq(aiActObligations.state, "open"),
              inArray(
                aiActObligations.useCaseId,
                rows.map(({ id }) => id),
              ),
            ),
          )
          .groupBy(aiActObligations.useCaseId);
  const byCase = new Map(owed.map((one) => [one.useCaseId, one]));
  return rows.map((row) => {
    const mine = byCase.get(row.id);
    return {
      ...row,
      open: Number(mine?.open ?? 0),
      overdue: Number(mine?.overdue ?? 0),
      nextDue: mine?.nextDue ?? null,
    };
  });
}

const PAGE = 50;
/** SQLite binds so many values at most in one statement on every build; a file asks in such parts. */
const AT_ONCE = 500;

async function rowsOf(
  db: Reader,
  { class: one, after }: Pick<RegisterQuery, "class" | "after">,
  limit: number,
  today: Day,
) {
  const rows = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      department: departments.name,
      stage: useCases.stage,
      kept: trustCards.aiActClass,
      basis: trustCards.aiActBasis,
      confirmedBy: people.name,
      confirmedOn: trustCards.aiActConfirmedOn,
    })
    .from(useCases)
    .leftJoin(trustCards, eq(trustCards.useCaseId, useCases.id))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(people, eq(people.id, trustCards.aiActConfirmedBy))
    .where(and(ofClass(one), after === null ? undefined : gt(useCases.id, after)))
    .orderBy(asc(useCases.id))
    .limit(limit);
  const read = rows.map(({ kept, ...row }) => ({ ...row, class: row.confirmedOn ? kept : null }));
  return withObligations(db, read, today);
}

/** A page of the register. Two queries. */
export async function registerPage(
  db: Reader,
  query: RegisterQuery,
  today: Day,
): Promise<{ rows: RegisterRow[]; next: number | null }> {
  const rows = await rowsOf(db, query, PAGE + 1, today);
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null };
}

/** Every row of the register, for a file; at most so many. */
export async function wholeRegister(
  db: Reader,
  one: RegisterClass | null,
  today: Day,
  most: number,
): Promise<RegisterRow[]> {
  const all: RegisterRow[] = [];
  let after: number | null = null;
  while (all.length < most) {
    const part: RegisterRow[] = await rowsOf(db, { class: one, after }, AT_ONCE, today);
    all.push(...part);
    after = part.at(-1)?.id ?? null;
    if (part.length < AT_ONCE) break;
  }
  return all.slice(0, most);
}

/** How many cases stand in each class, and how many in none. Two queries. */
export async function countByClass(db: Reader): Promise<Record<RegisterClass, number>> {
  const counted = await db
    .select({ one: trustCards.aiActClass, cases: count() })
    .from(trustCards)
    .innerJoin(useCases, eq(useCases.id, trustCards.useCaseId))
    .where(and(shown, confirmed))
    .groupBy(trustCards.aiActClass);
  const [all] = await db.select({ cases: count() }).from(useCases).where(shown);
  const by = (one: KeptClass) => Number(counted.find((row) => row.one === one)?.cases ?? 0);
  const classed = KEPT_CLASSES.reduce((sum, one) => sum + by(one), 0);
  const counts = Object.fromEntries(KEPT_CLASSES.map((one) => [one, by(one)])) as Record<KeptClass, number>;
  return { ...counts, none: Number(all?.cases ?? 0) - classed };
}

export interface Deadline {
  id: number;
  reference: string;
  title: Told;
  provision: string;
  role: string;
  owner: string | null;
  dueOn: Day;
}

const MOST_DEADLINES = 30;

/** What is open, of everybody or of one person, the earliest due first. One query. */
export function deadlines(db: Reader, ownerId: number | null): Promise<Deadline[]> {
  return db
    .select({
      id: aiActObligations.id,
      reference: useCases.reference,
      title: useCases.title,
      provision: aiActObligations.provision,
      role: aiActObligations.role,
      owner: people.name,
      dueOn: aiActObligations.dueOn,
    })
    .from(aiActObligations)
    .innerJoin(useCases, eq(useCases.id, aiActObligations.useCaseId))
    .leftJoin(people, eq(people.id, aiActObligations.ownerId))
    .where(
      and(
        eq(aiActObligations.state, "open"),
        stillOwing,
        ownerId === null ? undefined : eq(aiActObligations.ownerId, ownerId),
      ),
    )
    .orderBy(asc(aiActObligations.dueOn), asc(aiActObligations.id))
    .limit(MOST_DEADLINES);
}
