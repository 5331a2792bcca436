/** The acts that cross every room: what the gates ask is known only when all rooms have been asked. */
import { refuseBlind } from "#app/assessment/blind.server";
import { refuseInterested } from "#app/assessment/declare-conflict.server";
import { lapseExceptions } from "#app/committee/edit-filter.server";
import { refusalForSession } from "#app/committee/where-decided.server";
import type { Destination } from "#app/delivery/roll-out/destinations";
import { refuseUntoldUsers, tellDestinations } from "#app/delivery/roll-out/destinations.server";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { gateBetween, unmet } from "#app/use-cases/gates";
import { moveCase } from "#app/use-cases/move.server";
import { pausesOf } from "#app/use-cases/paused.server";
import type { Stage } from "#app/use-cases/stages";
import { actOfMove, endsPause, forSession } from "#app/use-cases/who-moves";
import type { Writer } from "#db/client.server";
import { readGateFacts } from "./gate-facts.server";

export interface GateMove {
  useCaseId: number;
  to: Stage;
  reason?: Told | null;
  /** Where it goes on hold: when to look at it again. */
  relookOn?: Day | null;
  /** What a stopped or retired case taught; a POC's own learning counts where none is given. */
  learning?: Told | null;
  /** Where the users of a retired case went. */
  wentTo?: readonly Destination[];
  /** Go past what the gate finds missing: a chair's, with a reason. */
  override?: boolean;
  /** The stage that the person saw when they decided; left out by those who did not look at a page. */
  seenAt?: Stage | null;
}

/**
 * Moves a case to a stage when its gate lets it, with all that the rooms know of it.
 * @throws Refusal 409 when somebody moved it meanwhile, something is missing, or a reason is due; for who declared a conflict of
 *   interest in it, and for a «no» that is a session's to decide
 */
export async function moveThroughGate(tx: Writer, actor: Actor, move: GateMove, when: When): Promise<void> {
  const {
    useCaseId,
    to,
    reason = null,
    learning = null,
    relookOn = null,
    override = false,
    seenAt,
    wentTo = [],
  } = move;
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, actOfMove(useCase.stage, to), useCase);
  if (seenAt !== undefined && seenAt !== useCase.stage) throw new Refusal(409, "delivery.refusal.moved-meanwhile");
  await refuseInterested(tx, actor, useCase);
  // What an incident stopped goes on by that incident's own act, which asks for its correction:
  // a step back is no way around it.
  if (useCase.stage === "on-hold" && !endsPause(to) && (await pausesOf(tx, [useCaseId])).size > 0) {
    throw new Refusal(409, "incidents.refusal.resume-there");
  }
  await lapseExceptions(tx, when);
  const facts = await readGateFacts(tx, useCase, when.today);
  const kept = forSession(actor, useCase, to, facts);
  if (kept) throw await refusalForSession(tx, useCase, kept, when.today);
  const known = { ...facts, reason: reason !== null, learning: facts.learning || learning !== null };
  const checks = gateBetween(useCase.stage, to, known);
  // Whether the filters stop it, and so whether it goes, tells the scores.
  if (checks.some(({ requirement }) => requirement === "filters")) await refuseBlind(tx, actor, useCaseId);
  const missing = unmet(checks);
  if (to === "retired") await refuseUntoldUsers(tx, useCaseId, wentTo);
  await moveCase(tx, may, { to, reason, learning, relookOn, override }, missing, when);
  if (to === "retired") await tellDestinations(tx, may, wentTo, when);
}
