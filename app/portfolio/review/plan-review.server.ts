import { and, asc, eq, inArray } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import { addQuarters, firstDayOf, type Quarter, quarterNumber } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { departments, presentations, quarterlyReviews, reviewDecisions, reviewSlots } from "#db/schema.server";

export type QuarterlyReview = typeof quarterlyReviews.$inferSelect;

export interface Slot {
  departmentId: number;
  minutes: number;
  liveTarget: number;
}

export interface ReviewPlan {
  heldOn: Day;
  startsAt: string;
  openingMinutes: number;
  /** In the order of the agenda. */
  slots: readonly Slot[];
}

/** How long after its quarter a review may be held. */
const LATEST_DAYS = 366;

export async function findReview(db: Reader, quarter: Quarter): Promise<QuarterlyReview | null> {
  const [review] = await db.select().from(quarterlyReviews).where(eq(quarterlyReviews.quarter, quarter));
  return review ?? null;
}

/** @throws Refusal 404 where nobody planned it */
export async function plannedReview(db: Reader, quarter: Quarter): Promise<QuarterlyReview> {
  const review = await findReview(db, quarter);
  if (!review) throw new Refusal(404, "review.refusal.not-planned", { quarter });
  return review;
}

export async function slotsOf(db: Reader, quarter: Quarter): Promise<Slot[]> {
  return db
    .select({
      departmentId: reviewSlots.departmentId,
      minutes: reviewSlots.minutes,
      liveTarget: reviewSlots.liveTarget,
    })
    .from(reviewSlots)
    .where(eq(reviewSlots.quarter, quarter))
    .orderBy(asc(reviewSlots.position));
}

async function refuseUnknownDepartments(tx: Reader, ids: readonly number[]): Promise<void> {
  const known = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(inArray(departments.id, [...ids]));
  const missing = ids.find((id) => !known.some((one) => one.id === id));
  if (missing !== undefined) throw new Refusal(409, "review.refusal.department", { department: String(missing) });
}

/** What a department that leaves the agenda was to present would be lost with it. */
async function refuseToDrop(tx: Reader, quarter: Quarter, slots: readonly Slot[]): Promise<void> {
  const presenting = await tx
    .select({ departmentId: presentations.departmentId, code: departments.code })
    .from(presentations)
    .innerJoin(departments, eq(departments.id, presentations.departmentId))
    .where(eq(presentations.quarter, quarter));
  const dropped = presenting.find((one) => !slots.some(({ departmentId }) => departmentId === one.departmentId));
  if (dropped) throw new Refusal(409, "review.refusal.presents", { department: dropped.code });
}

/**
 * Plans the review of a quarter, or plans it anew as long as nothing was decided at it.
 * @param version of the plan that the form saw, 0 where it saw none; undefined where nobody looked
 * @throws Refusal 409 for a day before the quarter is over or long after it, without a department or with one that does
 * not exist, once something was decided, for a department that would leave with what it presents, when somebody changed
 * it since `version`
 */
export async function planReview(
  tx: Writer,
  actor: Actor,
  quarter: Quarter,
  { version, fiscalFirstMonth, ...plan }: ReviewPlan & { version?: number; fiscalFirstMonth: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "review.plan", NO_PARTIES);
  const over = firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth);
  if (plan.heldOn < over || plan.heldOn > addDays(over, LATEST_DAYS)) {
    throw new Refusal(409, "review.refusal.held-on", { quarter, first: over, last: addDays(over, LATEST_DAYS) });
  }
  if (plan.slots.length === 0) throw new Refusal(409, "review.refusal.nobody");
  await refuseUnknownDepartments(
    tx,
    plan.slots.map(({ departmentId }) => departmentId),
  );
  const before = await findReview(tx, quarter);
  if (version !== undefined && version !== (before?.version ?? 0)) throw new Refusal(409, "desk.refusal.stale");
  const [decided] = await tx
    .select({ id: reviewDecisions.id })
    .from(reviewDecisions)
    .where(eq(reviewDecisions.quarter, quarter))
    .limit(1);
  if (decided) throw new Refusal(409, "review.refusal.has-decided");
  await refuseToDrop(tx, quarter, plan.slots);
  const { slots, ...columns } = plan;
  const was = before && { ...columnsOf(before), slots: await slotsOf(tx, quarter) };
  await tx.delete(reviewSlots).where(eq(reviewSlots.quarter, quarter));
  if (before) {
    const [changed] = await tx
      .update(quarterlyReviews)
      .set({ ...columns, version: before.version + 1 })
      .where(and(eq(quarterlyReviews.quarter, quarter), eq(quarterlyReviews.version, before.version)))
      .returning({ version: quarterlyReviews.version });
    if (!changed) throw new Refusal(409, "desk.refusal.stale");
  } else await tx.insert(quarterlyReviews).values({ quarter, ...columns });
  await tx.insert(reviewSlots).values(slots.map((slot, position) => ({ quarter, position, ...slot })));
  const change = { subject: "quarterly-review", subjectId: quarterNumber(quarter), before: was };
  await record(tx, may, { ...change, after: plan }, when);
}

const columnsOf = ({ heldOn, startsAt, openingMinutes }: QuarterlyReview) => ({ heldOn, startsAt, openingMinutes });
