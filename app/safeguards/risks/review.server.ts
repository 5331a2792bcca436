import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { riskReviews } from "#db/schema.server";
import { faultOf, type Mark, standingScore } from "./risk";
import { openRisk, refuseDays, writeRisk } from "./risk.server";

export interface RiskReview {
  id: number;
  version: number;
  note: Told;
  likelihood: Mark;
  impact: Mark;
  residualLikelihood: Mark | null;
  residualImpact: Mark | null;
  mitigationDoneOn: Day | null;
  /** When it is looked at again. */
  reviewOn: Day;
}

/**
 * A dated look at a risk: how it stands, what was said of it, and when the next look is due. Each look stays as it was.
 * @throws Refusal 404, 403; 409 when it changed since `version`, is closed, or is to be looked at again in the past
 */
export async function reviewRisk(
  tx: Writer,
  actor: Actor,
  { id, version, note, ...found }: RiskReview,
  when: When,
): Promise<void> {
  const { risk, useCase } = await openRisk(tx, id);
  const may = permit(actor, "risk.review", { ...useCase, accountOf: risk.ownerId });
  if (risk.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (risk.state === "closed") throw new Refusal(409, "risks.refusal.closed");
  if (found.reviewOn <= when.today) throw new Refusal(409, "risks.refusal.review-past");
  refuseDays({ reviewOn: found.reviewOn }, when.today);
  const fault = faultOf({ ...risk, ...found }, when.today);
  if (fault) throw new Refusal(409, `risks.refusal.${fault}`);
  const score = standingScore(found);
  await writeRisk(tx, risk, { ...found, score });
  const { likelihood, impact, residualLikelihood, residualImpact, reviewOn: nextOn } = found;
  const seen = { likelihood, impact, residualLikelihood, residualImpact, score, nextOn };
  await tx.insert(riskReviews).values({ riskId: id, on: when.today, byId: actor.personId, note, ...seen });
  const was = { likelihood: risk.likelihood, impact: risk.impact, reviewOn: risk.reviewOn };
  const change = { subject: "risk", subjectId: id, useCaseId: risk.useCaseId, before: was, after: { note, ...found } };
  await record(tx, may, change, when);
}

interface Ending {
  id: number;
  version: number;
  reason: Told;
}

/** @throws Refusal 404, 403; 409 when it changed since `version` or is there already */
async function turn(tx: Writer, actor: Actor, state: "open" | "closed", { id, version, reason }: Ending, when: When) {
  const { risk, useCase } = await openRisk(tx, id);
  const may = permit(actor, "risk.close", { ...useCase, accountOf: risk.ownerId });
  if (risk.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (risk.state === state) throw new Refusal(409, `risks.refusal.already-${state}`);
  const ended = { state, stateOn: when.today, stateById: actor.personId, stateReason: reason };
  await writeRisk(tx, risk, ended);
  const before = { state: risk.state };
  const after = { state, reason };
  await record(tx, may, { subject: "risk", subjectId: id, useCaseId: risk.useCaseId, before, after }, when);
}

/** It cannot happen any more, or is accepted for good: with the reason. */
export const closeRisk = (tx: Writer, actor: Actor, ending: Ending, when: When) =>
  turn(tx, actor, "closed", ending, when);

export const reopenRisk = (tx: Writer, actor: Actor, ending: Ending, when: When) =>
  turn(tx, actor, "open", ending, when);
