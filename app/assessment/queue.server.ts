import { and, asc, count, eq, inArray, not, sql } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { assessments, departments, standings, useCases } from "#db/schema.server";
import { owedBy } from "./blind.server";
import { neededBy } from "./needed.server";

/** Of each kind, the longest waiting. */
const SHOWN = 50;

export interface QueueEntry {
  reference: string;
  title: Told;
  department: Told | null;
  since: string | null;
  assessments: number;
  /** What the reader did of it so far. */
  mine: "waiting" | "draft" | "submitted" | "conflict" | "party";
  /** The round that runs, from 1. */
  round: number;
  needed: number;
}

/** How many there are, and the first of them. */
export interface QueuePart {
  count: number;
  entries: QueueEntry[];
}

export interface StillOwed {
  count: number;
  /** The one that waits longest. */
  next: { reference: string; title: Told } | null;
}

type Reading = Actor & { personId: number };

const inAssessment = eq(useCases.stage, "assessment");
const owedTo = (actor: Actor) => owedBy(actor)(sql`${useCases}`);

/** How many cases the reader still has to assess. */
export async function countOwed(db: Reader, actor: Reading): Promise<number> {
  const [owed] = await db
    .select({ count: count() })
    .from(useCases)
    .where(and(inAssessment, owedTo(actor)));
  return owed?.count ?? 0;
}

/** What the reader still has to assess. */
export async function stillOwed(db: Reader, actor: Reading): Promise<StillOwed> {
  const [next] = await entriesOf(db, actor, true, 1, 0);
  return { count: await countOwed(db, actor), next: next ? { reference: next.reference, title: next.title } : null };
}

/**
 * The cases that are being assessed: what the reader still owes, and the others; the longest waiting first.
 * @param asked how many assessments the organisation asks for
 */
export async function assessQueue(
  db: Reader,
  actor: Reading,
  asked: number,
): Promise<{ owed: QueuePart; others: QueuePart }> {
  const [all] = await db.select({ count: count() }).from(useCases).where(inAssessment);
  const owed = await countOwed(db, actor);
  return {
    owed: { count: owed, entries: await entriesOf(db, actor, true, SHOWN, asked) },
    others: { count: (all?.count ?? 0) - owed, entries: await entriesOf(db, actor, false, SHOWN, asked) },
  };
}

async function entriesOf(
  db: Reader,
  actor: Reading,
  owed: boolean,
  limit: number,
  asked: number,
): Promise<QueueEntry[]> {
  const first = db
    .select({ id: useCases.id })
    .from(useCases)
    .where(and(inAssessment, owed ? owedTo(actor) : not(owedTo(actor))))
    .orderBy(asc(useCases.stageSince), asc(useCases.id))
    .limit(limit);
  const rows = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      department: departments.name,
      since: useCases.stageSince,
      assessments: standings.assessments,
      mineId: assessments.id,
      submittedAt: assessments.submittedAt,
      conflicted: assessments.conflicted,
      round: sql<number>`(select coalesce(max(number), 1) from assessment_rounds where use_case_id = ${useCases.id})`,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(standings, eq(standings.useCaseId, useCases.id))
    .leftJoin(
      assessments,
      and(
        eq(assessments.useCaseId, useCases.id),
        eq(assessments.assessorId, actor.personId),
        eq(assessments.superseded, false),
      ),
    )
    .where(inArray(useCases.id, first))
    .orderBy(asc(useCases.stageSince), asc(useCases.id));
  const needed = await neededBy(
    db,
    asked,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, mineId, submittedAt, conflicted, round, ...row }) => {
    const done = conflicted ? "conflict" : submittedAt ? "submitted" : "party";
    const mine = owed ? (mineId ? "draft" : "waiting") : done;
    const counts = { assessments: row.assessments ?? 0, round: Number(round), needed: needed.get(id) ?? asked };
    return { ...row, ...counts, mine };
  });
}
