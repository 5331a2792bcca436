import { and, asc, eq } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { assessments, departments, standings, useCases } from "#db/schema.server";
import { owesAssessment } from "./blind";

export interface QueueEntry {
  reference: string;
  title: Told;
  department: Told | null;
  since: string | null;
  assessments: number;
  /** What the reader did of it so far. */
  mine: "waiting" | "draft" | "submitted" | "party";
}

export interface StillOwed {
  count: number;
  /** The one that waits longest. */
  next: { reference: string; title: Told } | null;
}

/** What the reader still has to assess. */
export async function stillOwed(db: Reader, actor: Actor & { personId: number }): Promise<StillOwed> {
  const owed = (await assessQueue(db, actor)).filter(({ mine }) => mine === "waiting" || mine === "draft");
  const [next] = owed;
  return { count: owed.length, next: next ? { reference: next.reference, title: next.title } : null };
}

/** Every case that is being assessed, and what the reader still owes it; the longest waiting first. */
export async function assessQueue(db: Reader, actor: Actor & { personId: number }): Promise<QueueEntry[]> {
  const rows = await db
    .select({
      reference: useCases.reference,
      title: useCases.title,
      department: departments.name,
      since: useCases.stageSince,
      assessments: standings.assessments,
      mineId: assessments.id,
      submittedAt: assessments.submittedAt,
      authorId: useCases.authorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
      departmentId: useCases.departmentId,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(standings, eq(standings.useCaseId, useCases.id))
    .leftJoin(assessments, and(eq(assessments.useCaseId, useCases.id), eq(assessments.assessorId, actor.personId)))
    .where(eq(useCases.stage, "assessment"))
    .orderBy(asc(useCases.stageSince), asc(useCases.id));
  return rows.map(({ mineId, submittedAt, authorId, ownerId, technicalOwnerId, departmentId, ...row }) => {
    const parties = { authorId, ownerId, technicalOwnerId, departmentId, stage: "assessment" };
    const owed = owesAssessment(actor, parties, submittedAt !== null);
    const mine = submittedAt ? "submitted" : !owed ? "party" : mineId ? "draft" : "waiting";
    return { ...row, assessments: row.assessments ?? 0, mine };
  });
}
