import { asc, desc, eq, lt } from "drizzle-orm";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { quarterToRead } from "#app/measurement/quarter-life";
import { knownQuarters } from "#app/measurement/quarters.server";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, presentations, quarterlyReviews } from "#db/schema.server";
import { figuresFrom, quartersOffered, readTotals, totalsAsked } from "../dashboard.server";
import { candidatesOf, liveByDepartment, readyCases } from "./candidates.server";
import { decisionsOf } from "./decide.server";
import { findReview, slotsOf } from "./plan-review.server";
import { LIVE_TARGET, lacksOf, OPENING_MINUTES, SLOT_MINUTES, timed } from "./review";

export interface ReviewAsked {
  /** Null: the last quarter that is closed. */
  quarter: Quarter | null;
  /** The department whose candidates are looked at; null: none. */
  departmentId: number | null;
}

const STARTS_AT = "09:30";

/** What each department was to reach at the last review before this one. */
async function lastTargets(
  db: Reader,
  quarter: Quarter,
): Promise<Map<number, { liveTarget: number; minutes: number }>> {
  const [last] = await db
    .select({ quarter: quarterlyReviews.quarter })
    .from(quarterlyReviews)
    .where(lt(quarterlyReviews.quarter, quarter))
    .orderBy(desc(quarterlyReviews.quarter))
    .limit(1);
  if (!last) return new Map();
  return new Map((await slotsOf(db, last.quarter)).map(({ departmentId, ...slot }) => [departmentId, slot]));
}

async function presentedAt(db: Reader, quarter: Quarter, fiscalFirstMonth: number) {
  const chosen = await db
    .select({ useCaseId: presentations.useCaseId, departmentId: presentations.departmentId })
    .from(presentations)
    .where(eq(presentations.quarter, quarter))
    .orderBy(asc(presentations.departmentId), asc(presentations.position));
  const shown = await readyCases(db, { quarter, fiscalFirstMonth, useCaseIds: chosen.map((one) => one.useCaseId) });
  return shown.map((one, at) => ({
    ...one,
    // What was ready when it was chosen may have been sent back since.
    lacks: lacksOf(one),
    departmentId: chosen[at]?.departmentId ?? 0,
  }));
}

/** A quarter's review, planned or not: its agenda with times, each department's live cases, what it presents, what was decided. */
export async function readReview(
  db: Reader,
  { quarter: asked, departmentId }: ReviewAsked,
  { current, fiscalFirstMonth }: { current: Quarter; fiscalFirstMonth: number },
) {
  const known = await knownQuarters(db);
  const quarter = asked ?? quarterToRead(known, current);
  const scope = { quarter, fiscalFirstMonth };
  const review = await findReview(db, quarter);
  const slots = await slotsOf(db, quarter);
  const all = await db
    .select({ id: departments.id, code: departments.code, name: departments.name, active: departments.active })
    .from(departments)
    .orderBy(asc(departments.code));
  const totals = await readTotals(db, totalsAsked(quarter, null));
  const figures = figuresFrom(totals, { quarter, departmentId: null, departments: all });
  const counts = await liveByDepartment(db, scope);
  const targets = review ? new Map() : await lastTargets(db, quarter);
  const presented = await presentedAt(db, quarter, fiscalFirstMonth);
  // Not planned yet: those that are there, in the order of their codes.
  const proposed = all
    .filter(({ active }) => active)
    .map(({ id }) => ({
      departmentId: id,
      minutes: targets.get(id)?.minutes ?? SLOT_MINUTES,
      liveTarget: targets.get(id)?.liveTarget ?? LIVE_TARGET,
    }));
  const plan = { startsAt: review?.startsAt ?? STARTS_AT, openingMinutes: review?.openingMinutes ?? OPENING_MINUTES };
  const agenda = timed(plan, review ? slots : proposed);
  return {
    quarter,
    quarters: quartersOffered([quarter, current, addQuarters(current, -1)], totals, current),
    review: review && { heldOn: review.heldOn, version: review.version },
    ...plan,
    opening: agenda.opening,
    until: agenda.until,
    departments: agenda.slots.map((slot) => {
      const one = all.find(({ id }) => id === slot.departmentId);
      const { live = 0, ready = 0 } = counts.get(slot.departmentId) ?? {};
      const line = figures.byDepartment.lines.find((row) => row.departmentId === slot.departmentId);
      return {
        ...slot,
        ...{ code: one?.code ?? "", name: one?.name ?? {}, live, ready },
        ...{ realised: line?.realised ?? null, proven: line?.proven ?? null, cost: line?.cost ?? null },
        presented: presented.filter(({ departmentId: of }) => of === slot.departmentId),
      };
    }),
    /** Those that could be put on the agenda, with what it would ask of them. */
    offered: all
      .filter(({ id, active }) => active || slots.some((slot) => slot.departmentId === id))
      .map(({ id, name }) => ({ id, name })),
    decisions: await decisionsOf(db, quarter),
    figures: { now: figures.now, against: figures.against, cumulative: figures.cumulative, series: figures.series },
    chosen: departmentId === null ? null : await candidatesOf(db, { ...scope, departmentId }),
    departmentId,
  };
}

export type ReviewAnswer = Awaited<ReturnType<typeof readReview>>;

/** The departments for which somebody may choose what is presented. */
export function mayPresentFor(actor: Actor, { departments: of }: Pick<ReviewAnswer, "departments">): number[] {
  return of
    .map(({ departmentId }) => departmentId)
    .filter((departmentId) => permits(actor, "review.present", { departmentId }));
}
