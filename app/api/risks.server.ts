import type { Day } from "#app/kernel/day";
import type { Actor } from "#app/people/roles";
import { riskQuery } from "#app/safeguards/risks/register";
import { riskPage } from "#app/safeguards/risks/register.server";
import { closeRisk as close, reopenRisk as reopen, reviewRisk as review } from "#app/safeguards/risks/review.server";
import { levelOf } from "#app/safeguards/risks/risk";
import {
  addRisk,
  changeRisk,
  openRisk,
  type RiskContent,
  reviewsOf,
  riskById,
} from "#app/safeguards/risks/risk.server";
import { openCase, refuseHidden } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { reads, writes } from "./operation.server";
import { Turned } from "./problem";
import * as contracts from "./risks";
import { orNothing } from "./shapes";

async function answerOf(db: Reader, actor: Actor, id: number, today: Day) {
  const { useCase } = await openRisk(db, id);
  if (useCase) refuseHidden(actor, useCase);
  const { useCaseId: _, owner, ownerId, score, ...risk } = await riskById(db, id, today);
  const { reference, title, description, category, likelihood, impact, mitigation, mitigationOwnerId } = risk;
  const { mitigationDueOn, mitigationDoneOn, residualLikelihood, residualImpact, reviewOn, overdue } = risk;
  return {
    ...{ id, reference, title, description, category, owner: { id: ownerId, name: owner }, likelihood, impact },
    ...{ mitigation, mitigationOwnerId, mitigationDueOn, mitigationDoneOn, residualLikelihood, residualImpact },
    ...{ score, level: levelOf(score), reviewOn, overdue, state: risk.state, stateReason: risk.stateReason },
    reviews: (await reviewsOf(db, id)).map(({ review: { on, note, score: found, nextOn }, by }) => ({
      ...{ on, by, note, score: found, nextOn },
    })),
    version: risk.version,
  };
}

export const listRisks = reads(contracts.listRisks, async (db, { query, when }) => {
  const asked = riskQuery.parse(query);
  if (query.after !== undefined && asked.after === null) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const { rows, next } = await riskPage(db, asked, when.today);
  return {
    items: rows.map(({ id, reference, title, category, owner, score, reviewOn, overdue, state, ...marks }) => ({
      ...{ id, reference, title, category, owner, score, level: levelOf(score), reviewOn, overdue, state },
      likelihood: marks.likelihood,
      impact: marks.impact,
      residualLikelihood: marks.residualLikelihood,
      residualImpact: marks.residualImpact,
    })),
    next,
  };
});

export const readRisk = reads(contracts.readRisk, (db, { parameters, actor, when }) =>
  answerOf(db, actor, parameters.id, when.today),
);

/** Days are checked by the contract; texts that say nothing are none. */
function contentOf(body: Partial<Record<keyof RiskContent, unknown>>): Partial<RiskContent> {
  const { description, mitigation, ...rest } = body as Partial<RiskContent>;
  return {
    ...rest,
    ...(description !== undefined && { description: orNothing(description) }),
    ...(mitigation !== undefined && { mitigation: orNothing(mitigation) }),
  };
}

const NOTHING = {
  ...{ description: null, mitigation: null, mitigationOwnerId: null, mitigationDueOn: null },
  ...{ mitigationDoneOn: null, residualLikelihood: null, residualImpact: null },
};

type Needed = Pick<RiskContent, "title" | "category" | "ownerId" | "likelihood" | "impact"> & { reviewOn: string };

function newContent(body: Needed & Parameters<typeof contentOf>[0]): RiskContent {
  const { title, category, ownerId, likelihood, impact } = body;
  const needed = { title, category, ownerId, likelihood, impact, reviewOn: body.reviewOn as Day };
  return { ...NOTHING, ...contentOf(body), ...needed };
}

export const createRisk = writes(contracts.createRisk, async (tx, { parameters, body, actor, when }) => {
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const { id } = await addRisk(tx, actor, { useCaseId, ...newContent(body) }, when);
  return answerOf(tx, actor, id, when.today);
});

export const createOrganisationRisk = writes(contracts.createOrganisationRisk, async (tx, { body, actor, when }) => {
  const { id } = await addRisk(tx, actor, { useCaseId: null, ...newContent(body) }, when);
  return answerOf(tx, actor, id, when.today);
});

export const updateRisk = writes(contracts.updateRisk, async (tx, { parameters, body, actor, version, when }) => {
  await changeRisk(tx, actor, { id: parameters.id, version, ...contentOf(body) }, when);
  return answerOf(tx, actor, parameters.id, when.today);
});

export const reviewRisk = writes(contracts.reviewRisk, async (tx, { parameters, body, actor, when }) => {
  const { risk } = await openRisk(tx, parameters.id);
  const { fromVersion, note, likelihood, impact, reviewOn } = body;
  const stays = <Value>(sent: Value | undefined, stored: Value) => (sent === undefined ? stored : sent);
  const found = {
    ...{ note, likelihood, impact, reviewOn: reviewOn as Day },
    residualLikelihood: stays(body.residualLikelihood, risk.residualLikelihood),
    residualImpact: stays(body.residualImpact, risk.residualImpact),
    mitigationDoneOn: stays(body.mitigationDoneOn as Day | null | undefined, risk.mitigationDoneOn),
  };
  await review(tx, actor, { id: parameters.id, version: fromVersion, ...found }, when);
  return answerOf(tx, actor, parameters.id, when.today);
});

export const closeRisk = writes(contracts.closeRisk, async (tx, { parameters: { id }, body, actor, when }) => {
  await close(tx, actor, { id, version: body.fromVersion, reason: body.reason }, when);
  return answerOf(tx, actor, id, when.today);
});

export const reopenRisk = writes(contracts.reopenRisk, async (tx, { parameters: { id }, body, actor, when }) => {
  await reopen(tx, actor, { id, version: body.fromVersion, reason: body.reason }, when);
  return answerOf(tx, actor, id, when.today);
});
