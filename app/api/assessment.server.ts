import { scoredThough } from "#app/assessment/assess";
import { assess } from "#app/assessment/assess.server";
import { declareConflict as declare, withdrawConflict as takeBack } from "#app/assessment/declare-conflict.server";
import { withdrawRound as close, openRound as open } from "#app/assessment/open-round.server";
import { assessmentPage } from "#app/assessment/page.server";
import { assessQueue } from "#app/assessment/queue.server";
import { currentRound, modelOfRound } from "#app/assessment/round.server";
import type { AssessorView, CriterionView, RoundView } from "#app/assessment/round-view";
import { Refusal } from "#app/kernel/refusal";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import * as contracts from "./assessment";
import { type Asked, reads, writes } from "./operation.server";
import { RefusedAt } from "./problem";
import { criterionOf } from "./scoring-models.server";
import { instantOf } from "./shapes";

type For = Pick<Asked<never, never, never>, "actor" | "organisation">;

const givenOf = (criteria: readonly CriterionView[], scores: AssessorView["scores"]) =>
  criteria.flatMap(({ id, key }) => {
    const said = scores[id];
    return said ? [{ key, score: said.score, comment: said.comment }] : [];
  });

function roundOf({ number, model, opened, criteria, results, computed, assessors }: RoundView) {
  const { native, ...axes } = computed;
  return {
    ...{ number, model, opened, ...axes, native: native?.score ?? null },
    criteria: criteria.flatMap(({ id, key }) => {
      const result = results.find(({ criterionId }) => criterionId === id);
      if (!result) return [];
      const { criterionId: _, ...rest } = result;
      return [{ key, ...rest }];
    }),
    assessors: assessors.map(({ scores, conflictAt, ...who }) => ({
      ...who,
      conflictAt: conflictAt ? instantOf(conflictAt) : null,
      scores: givenOf(criteria, scores),
    })),
  };
}

async function assessmentOf(db: Reader, reference: string, { actor, organisation }: For) {
  const useCase = await openCase(db, actor, reference);
  const page = await assessmentPage(db, actor, useCase, organisation.assessmentsNeeded);
  const { round, opened, model, criteria, mine, mayAssess, submitted, conflicts, needed, reveal, earlier } = page;
  return {
    ...{ reference: useCase.reference, round, opened, model, owed: mayAssess, submitted, conflicts, needed },
    criteria: criteria.map(criterionOf),
    mine: mine && {
      ...{ submitted: mine.submitted, abstained: mine.abstained, conflicted: mine.conflicted },
      ...{ comment: mine.comment, version: mine.version, scores: givenOf(criteria, mine.scores) },
      unscored: Object.entries(mine.unscored).map(([key, comment]) => ({ key, comment })),
    },
    rounds: [...(reveal ? [reveal] : []), ...earlier].map(roundOf),
  };
}

export const readAssessment = reads(contracts.readAssessment, (db, asked) =>
  assessmentOf(db, asked.parameters.reference, asked),
);

export const writeAssessment = writes(contracts.writeAssessment, async (tx, asked) => {
  const { actor, body, parameters, when, locale } = asked;
  const useCase = await openCase(tx, actor, parameters.reference);
  const { criteria } = await modelOfRound(tx, useCase, await currentRound(tx, useCase.id));
  const idOf = new Map(criteria.map(({ key, id }) => [key, id]));
  const scores: Record<number, number> = {};
  const comments: Record<number, string | null> = {};
  for (const [at, { key, score, comment = null }] of (body.scores ?? []).entries()) {
    const id = idOf.get(key);
    if (id === undefined)
      throw new RefusedAt(new Refusal(409, "api.refusal.no-criterion", { key }), ["scores", at, "key"]);
    if (score !== undefined) scores[id] = score;
    comments[id] = comment;
  }
  const { abstain = false, submit, comment = null, language = locale } = body;
  const lost = scoredThough({ abstain, scores, comments });
  if (lost > 0) {
    throw new RefusedAt(new Refusal(400, "assessment.refusal.abstains-and-scores", { count: lost }), ["abstain"]);
  }
  await assess(tx, actor, useCase.id, { scores, comments, comment, abstain, submit, locale: language }, when);
  return assessmentOf(tx, useCase.reference, asked);
});

export const declareConflict = writes(contracts.declareConflict, async (tx, asked) => {
  const { actor, body, parameters, when, locale } = asked;
  const { id } = await openCase(tx, actor, parameters.reference);
  await declare(tx, actor, id, { reason: body.reason, locale }, when);
  return assessmentOf(tx, parameters.reference, asked);
});

export const withdrawConflict = writes(contracts.withdrawConflict, async (tx, asked) => {
  const { id } = await openCase(tx, asked.actor, asked.parameters.reference);
  await takeBack(tx, asked.actor, id, asked.when);
  return assessmentOf(tx, asked.parameters.reference, asked);
});

export const openRound = writes(contracts.openRound, async (tx, asked) => {
  const { actor, body, parameters, when } = asked;
  const { id } = await openCase(tx, actor, parameters.reference);
  if (Object.keys(body.reason).length === 0) {
    throw new RefusedAt(new Refusal(400, "desk.input.required"), ["reason"]);
  }
  await open(tx, actor, id, { reason: body.reason }, when);
  return assessmentOf(tx, parameters.reference, asked);
});

export const withdrawRound = writes(contracts.withdrawRound, async (tx, asked) => {
  const { id } = await openCase(tx, asked.actor, asked.parameters.reference);
  await close(tx, asked.actor, id, asked.when);
  return assessmentOf(tx, asked.parameters.reference, asked);
});

export const listAssessments = reads(contracts.listAssessments, async (db, { actor, organisation }) => {
  const { owed, others } = await assessQueue(db, actor, organisation.assessmentsNeeded);
  return {
    owed: owed.count,
    items: [...owed.entries, ...others.entries].map(
      ({ reference, title, department, since, mine, round, assessments, needed }) => ({
        ...{ reference, title, since, mine, round, submitted: assessments, needed },
        department: department && { name: department },
      }),
    ),
  };
});
