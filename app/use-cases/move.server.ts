import { and, eq } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import type { Act } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { screeners, stageChanges, useCases } from "#db/schema.server";
import type { UseCase } from "./cases.server";
import { concernedBy } from "./concerned.server";
import { GateClosed } from "./gate-closed";
import type { Requirement } from "./gates";
import { carryOver } from "./ledger.server";
import { needsReason, nextStages, type Stage, whyNot } from "./stages";
import { newsOfMove } from "./told-of-move";

/** Beyond it a digit is wrong: nobody would see the case again. */
const FARTHEST_RELOOK_DAYS = 5 * 366;

export interface Move {
  to: Stage;
  reason?: Told | null;
  /** Where it goes on hold: when to look at it again. */
  relookOn?: Day | null;
  /** What a stopped or retired case taught. */
  learning?: Told | null;
  /** The case that it goes up in: the only way to `merged`. */
  mergedIntoId?: number;
  /** The committee's decision that this move carries out. */
  decisionId?: number;
  /** Go past what the gate found missing: a chair's act, with a reason, that the record and the minutes show. */
  override?: boolean;
  /** The day that counts, when it is not today: a case entered late, a past decision. */
  on?: Day;
}

/**
 * Moves a case to a stage, once its gate was checked.
 * @param may proof of the act by which it moves: `use-case.move`, or a later room's such as `decision.take`
 * @param missing what the gate found missing; only a chair's override, with a reason, goes past it
 * @throws Refusal 409 when the stage cannot follow, something is missing, or a reason is due
 */
export async function moveCase(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  move: Move,
  missing: readonly Requirement[],
  when: When,
): Promise<void> {
  const useCase = may.subject;
  const { to, reason = null } = move;
  const from = useCase.stage;
  const merges = to === "merged" && from !== "merged" && move.mergedIntoId !== undefined;
  // «Not now» said again: it stays on hold, with another date.
  const putOffAgain = to === "on-hold" && from === "on-hold";
  if (!merges && !putOffAgain && !nextStages(from).includes(to)) {
    throw new Refusal(409, `use-cases.refusal.${whyNot(from, to)}`);
  }
  if (needsReason(from, to) && !reason) throw new Refusal(409, "use-cases.refusal.reason-needed");
  if (to === "on-hold" && !move.relookOn) throw new Refusal(409, "use-cases.refusal.relook-needed");
  if (to === "on-hold" && move.relookOn && move.relookOn <= (move.on ?? when.today)) {
    throw new Refusal(409, "use-cases.refusal.relook-past");
  }
  if (to === "on-hold" && move.relookOn && move.relookOn > addDays(when.today, FARTHEST_RELOOK_DAYS)) {
    throw new Refusal(409, "use-cases.refusal.relook-far");
  }
  const overridden = missing.length > 0;
  if (overridden) {
    if (!move.override) throw new GateClosed(missing);
    permit(may.actor, "gate.override", useCase);
    if (!reason) throw new Refusal(409, "use-cases.refusal.override-reason");
  }
  await applyMove(tx, may, move, overridden ? [...missing] : null, when);
}

async function applyMove(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  move: Move,
  overridden: Requirement[] | null,
  when: When,
): Promise<void> {
  const useCase = may.subject;
  const { to, reason = null, relookOn = null, learning = null, mergedIntoId = null, on = when.today } = move;
  const [moved] = await tx
    .update(useCases)
    .set({
      stage: to,
      stageSince: to === useCase.stage ? useCase.stageSince : on,
      stageReason: reason,
      relookOn,
      mergedIntoId,
      updatedAt: when.now,
      version: useCase.version + 1,
    })
    .where(and(eq(useCases.id, useCase.id), eq(useCases.version, useCase.version)))
    .returning({ id: useCases.id });
  // Two people moved it at once: the first one won, and this one is told.
  if (!moved) throw new Refusal(409, "desk.refusal.stale");
  // Submitted once more, it waits for whoever takes it then.
  if (to === "submitted" && useCase.stage !== "draft") {
    await tx.delete(screeners).where(eq(screeners.useCaseId, useCase.id));
  }
  await tx.insert(stageChanges).values({
    useCaseId: useCase.id,
    from: useCase.stage,
    to,
    on,
    byId: may.actor.personId,
    reason,
    learning,
    decisionId: move.decisionId ?? null,
    overridden,
  });
  const { departmentId, stage } = useCase;
  await carryOver(tx, useCase.id, { departmentId, stage }, { departmentId, stage: to }, when);
  await record(
    tx,
    may,
    {
      subject: "use-case",
      subjectId: useCase.id,
      useCaseId: useCase.id,
      before: { stage },
      after: { stage: to, on, reason, relookOn, learning, overridden },
    },
    when,
  );
  const kind = newsOfMove(stage, to, may.actor.personId === null, may.act);
  if (!kind) return;
  const news = { kind, useCaseId: useCase.id, href: `/use-cases/${useCase.reference}` };
  const told = { ...news, values: { stage: to, reason, relookOn } };
  await notify(tx, may.actor, told, await concernedBy(tx, useCase), when);
}
