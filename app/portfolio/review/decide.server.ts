import { and, asc, eq, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { people, reviewDecisions, useCases } from "#db/schema.server";
import { plannedReview } from "./plan-review.server";
import { reviewAddress } from "./review";

export interface ReviewDecision {
  decision: Told;
  /** Null: of no one case. */
  reference: string | null;
  ownerId: number | null;
  dueOn: Day | null;
}

/**
 * Writes down what was decided at a review; who has it to do is told.
 * @throws Refusal 404 where none is planned, or for a case that does not exist; 409 before its day, for an owner who does
 * not exist any more, for a day before the review
 */
export async function recordDecision(
  tx: Writer,
  actor: Actor,
  quarter: Quarter,
  { reference, ...said }: ReviewDecision,
  when: When,
): Promise<{ id: number }> {
  const may = permit(actor, "review.decide", NO_PARTIES);
  const { heldOn } = await plannedReview(tx, quarter);
  if (when.today < heldOn) throw new Refusal(409, "review.refusal.before-day", { quarter });
  if (said.dueOn !== null && said.dueOn < heldOn) throw new Refusal(409, "review.refusal.due-before", { quarter });
  const useCase = reference === null ? null : await caseByReference(tx, reference);
  if (said.ownerId !== null) {
    const [owner] = await tx.select({ active: people.active }).from(people).where(eq(people.id, said.ownerId));
    if (!owner?.active) throw new Refusal(409, "review.refusal.owner");
  }
  const useCaseId = useCase?.id ?? null;
  // The installation itself answers for what a program without a person behind it records.
  const recordedBy = actor.personId ?? said.ownerId;
  if (recordedBy === null) throw new Refusal(409, "review.refusal.owner");
  const [made] = await tx
    .insert(reviewDecisions)
    .values({ quarter, useCaseId, ...said, recordedBy, recordedOn: when.today })
    .returning({ id: reviewDecisions.id });
  const id = made?.id ?? 0;
  await record(tx, may, { subject: "review-decision", subjectId: id, useCaseId, after: { quarter, ...said } }, when);
  if (said.ownerId !== null) {
    const href = reviewAddress(quarter);
    await notify(tx, actor, { kind: "review-decision", useCaseId, href, values: { quarter } }, [said.ownerId], when);
  }
  return { id };
}

/** Takes back what was written down by mistake; the record keeps it. @throws Refusal 404 */
export async function withdrawDecision(
  tx: Writer,
  actor: Actor,
  { quarter, id }: { quarter: Quarter; id: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "review.decide", NO_PARTIES);
  const [gone] = await tx
    .delete(reviewDecisions)
    .where(and(eq(reviewDecisions.quarter, quarter), eq(reviewDecisions.id, id)))
    .returning();
  if (!gone) throw new Refusal(404, "review.refusal.no-decision");
  const { useCaseId, decision, ownerId, dueOn } = gone;
  const change = { subject: "review-decision", subjectId: id, useCaseId };
  await record(tx, may, { ...change, before: { quarter, decision, ownerId, dueOn } }, when);
}

/** In the order in which they were written down. One query. */
export async function decisionsOf(db: Reader, quarter: Quarter) {
  return db
    .select({
      id: reviewDecisions.id,
      decision: reviewDecisions.decision,
      reference: useCases.reference,
      title: useCases.title,
      ownerId: reviewDecisions.ownerId,
      owner: sql<string | null>`${people.name}`,
      dueOn: reviewDecisions.dueOn,
      recordedOn: reviewDecisions.recordedOn,
    })
    .from(reviewDecisions)
    .leftJoin(useCases, eq(useCases.id, reviewDecisions.useCaseId))
    .leftJoin(people, eq(people.id, reviewDecisions.ownerId))
    .where(eq(reviewDecisions.quarter, quarter))
    .orderBy(asc(reviewDecisions.id));
}
