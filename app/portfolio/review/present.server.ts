import { and, asc, eq } from "drizzle-orm";

import { type Quarter, quarterNumber } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { departments, presentations, reviewSlots } from "#db/schema.server";
import { readyCases } from "./candidates.server";
import { plannedReview, type QuarterlyReview } from "./plan-review.server";
import { lacksOf, MOST_PRESENTED } from "./review";

interface Presenting {
  quarter: Quarter;
  reference: string;
}

/** What was presented is history. @throws Refusal 409 after its day */
function refuseLate({ quarter, heldOn }: QuarterlyReview, { today }: When): void {
  if (today > heldOn) throw new Refusal(409, "review.refusal.held", { quarter });
}

/**
 * Chooses what a department presents at a review: after what it chose before.
 * @throws Refusal 404 where none is planned; 409 after its day, for a case of no department on its agenda, one that lacks
 * what it would show, a third one, or one that is there already
 */
export async function present(
  tx: Writer,
  actor: Actor,
  { quarter, reference }: Presenting,
  { when, fiscalFirstMonth }: { when: When; fiscalFirstMonth: number },
): Promise<{ departmentId: number }> {
  const useCase = await caseByReference(tx, reference);
  const { id, departmentId } = useCase;
  const may = permit(actor, "review.present", useCase);
  const review = await plannedReview(tx, quarter);
  refuseLate(review, when);
  const [slot] = await tx
    .select({ code: departments.code })
    .from(reviewSlots)
    .innerJoin(departments, eq(departments.id, reviewSlots.departmentId))
    .where(and(eq(reviewSlots.quarter, quarter), eq(reviewSlots.departmentId, departmentId ?? 0)));
  if (!slot || departmentId === null) throw new Refusal(409, "review.refusal.no-slot", { reference });
  const chosen = await presentedBy(tx, quarter, departmentId);
  if (chosen.includes(id)) throw new Refusal(409, "review.refusal.twice", { reference });
  const [candidate] = await readyCases(tx, { quarter, fiscalFirstMonth, useCaseIds: [id] });
  const [lack] = candidate ? lacksOf(candidate) : (["stage"] as const);
  if (lack) throw new Refusal(409, `review.refusal.lacks.${lack}`, { reference, quarter });
  if (chosen.length >= MOST_PRESENTED) {
    throw new Refusal(409, "review.refusal.enough", { department: slot.code, most: MOST_PRESENTED });
  }
  const position = chosen.length;
  await tx.insert(presentations).values({ quarter, useCaseId: id, departmentId, position });
  const change = { subject: "presentation", subjectId: quarterNumber(quarter), useCaseId: id };
  await record(tx, may, { ...change, after: { quarter, departmentId } }, when);
  return { departmentId };
}

async function presentedBy(db: Reader, quarter: Quarter, departmentId: number): Promise<number[]> {
  const rows = await db
    .select({ id: presentations.useCaseId })
    .from(presentations)
    .where(and(eq(presentations.quarter, quarter), eq(presentations.departmentId, departmentId)))
    .orderBy(asc(presentations.position));
  return rows.map(({ id }) => id);
}

/** Takes a case off what its department presents. @throws Refusal 404 where it is not presented, 409 after the day */
export async function takeOff(
  tx: Writer,
  actor: Actor,
  { quarter, reference }: Presenting,
  when: When,
): Promise<{ departmentId: number }> {
  const { id } = await caseByReference(tx, reference);
  const review = await plannedReview(tx, quarter);
  const same = and(eq(presentations.quarter, quarter), eq(presentations.useCaseId, id));
  const [there] = await tx.select({ departmentId: presentations.departmentId }).from(presentations).where(same);
  // Of the department that it was chosen for: its champion answers for the agenda, whoever has the case by now.
  const may = permit(actor, "review.present", { departmentId: there?.departmentId ?? null });
  if (!there) throw new Refusal(404, "review.refusal.not-presented", { reference });
  refuseLate(review, when);
  await tx.delete(presentations).where(same);
  const left = await presentedBy(tx, quarter, there.departmentId);
  for (const [position, useCaseId] of left.entries()) {
    const own = and(eq(presentations.quarter, quarter), eq(presentations.useCaseId, useCaseId));
    await tx.update(presentations).set({ position }).where(own);
  }
  const change = { subject: "presentation", subjectId: quarterNumber(quarter), useCaseId: id };
  await record(tx, may, { ...change, before: { quarter, departmentId: there.departmentId } }, when);
  return there;
}
