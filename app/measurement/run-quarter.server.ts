import { and, eq } from "drizzle-orm";
import { type Quarter, quarterNumber } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { quarters } from "#db/schema.server";
import { hashOf, readinessOf } from "./closing.server";
import { nextStatus, type QuarterStatus } from "./quarter-life";
import { type QuarterState, stateOf } from "./quarters.server";

export interface QuarterStep {
  quarter: Quarter;
  /** The version that the page showed; 0 for a quarter that nobody has touched. Left out: whatever is there. */
  version?: number;
}

async function enter(
  tx: Writer,
  may: Permitted,
  state: QuarterState,
  to: { status: QuarterStatus; closedBy?: number | null; closedAt?: Date; hash?: string },
  when: When,
): Promise<void> {
  const { quarter, version } = state;
  const row = { ...to, version: version + 1 };
  if (version === 0) await tx.insert(quarters).values({ quarter, ...row });
  else {
    const [moved] = await tx
      .update(quarters)
      .set(row)
      .where(and(eq(quarters.quarter, quarter), eq(quarters.version, version)))
      .returning({ version: quarters.version });
    if (!moved) throw new Refusal(409, "desk.refusal.stale");
  }
  const after = { quarter, status: to.status, hash: to.hash };
  await record(
    tx,
    may,
    { subject: "quarter", subjectId: quarterNumber(quarter), before: { status: state.status }, after },
    when,
  );
}

async function step(tx: Writer, actor: Actor, input: QuarterStep, to: QuarterStatus, when: When): Promise<void> {
  const may = permit(actor, "quarter.run", NO_PARTIES);
  const state = await stateOf(tx, input.quarter);
  if (input.version !== undefined && input.version !== state.version) throw new Refusal(409, "desk.refusal.stale");
  if (input.quarter > when.quarter) throw new Refusal(409, "measurement.refusal.not-begun", { quarter: input.quarter });
  if (nextStatus(state.status) !== to) throw new Refusal(409, "measurement.refusal.not-next", { status: state.status });
  await enter(tx, may, state, { status: to }, when);
}

/** Opens the collection of a quarter: owners are asked for their values. */
export const startCollecting = (tx: Writer, actor: Actor, input: QuarterStep, when: When) =>
  step(tx, actor, input, "collecting", when);

/** Ends the collection: finance reviews what is there; what is missing may still come. */
export const startReview = (tx: Writer, actor: Actor, input: QuarterStep, when: When) =>
  step(tx, actor, input, "in-review", when);

/**
 * Closes a quarter: its figures are frozen under a hash, and change afterwards only as restatements.
 * @param input.despite whether to close although reports are missing, unreviewed or sent back, or KPIs may count one benefit
 * @throws Refusal 409 before the review, before the quarter is over, before an earlier one is closed, or when something
 *   is left open and nobody said to close all the same
 */
export async function closeQuarter(
  tx: Writer,
  actor: Actor,
  input: QuarterStep & { despite: boolean },
  when: When,
): Promise<{ hash: string }> {
  const may = permit(actor, "quarter.close", NO_PARTIES);
  const { quarter } = input;
  const state = await stateOf(tx, quarter);
  if (input.version !== undefined && input.version !== state.version) throw new Refusal(409, "desk.refusal.stale");
  if (state.status !== "in-review") throw new Refusal(409, "measurement.refusal.not-next", { status: state.status });
  if (quarter >= when.quarter) throw new Refusal(409, "measurement.refusal.not-over", { quarter });
  const { missing, waiting, sentBack, overlaps, earlierOpen } = await readinessOf(tx, quarter);
  if (earlierOpen) throw new Refusal(409, "measurement.refusal.earlier-open", { quarter: earlierOpen });
  if (missing + waiting + sentBack + overlaps > 0 && !input.despite) {
    throw new Refusal(409, "measurement.refusal.left-open", { missing, waiting, sentBack, overlaps });
  }
  const hash = await hashOf(tx, quarter);
  await enter(tx, may, state, { status: "closed", closedBy: actor.personId, closedAt: when.now, hash }, when);
  return { hash };
}
