import { agreementOf } from "#app/assessment/agreement.server";
import { formulaOf, NATIVE_FORMULA } from "#app/assessment/formulas";
import { strengthOf } from "#app/assessment/kendall";
import { overrideScore as override } from "#app/assessment/override-score.server";
import { assessmentPage } from "#app/assessment/page.server";
import { axesIn, openAxis, overrideOn } from "#app/assessment/round-view";
import { AXES } from "#app/assessment/score";
import { agendaCases } from "#app/committee/agenda-cases.server";
import { Refusal } from "#app/kernel/refusal";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { type Asked, reads, writes } from "./operation.server";
import * as contracts from "./scores";

type For = Pick<Asked<never, never, never>, "actor" | "organisation">;

/** @throws Refusal 409 when the scores are hidden from who asks, 404 when there are none */
async function scoreOf(db: Reader, reference: string, { actor, organisation }: For) {
  const useCase = await openCase(db, actor, reference);
  const { reveal, submitted, opened } = await assessmentPage(db, actor, useCase, organisation.assessmentsNeeded);
  if (!reveal) {
    throw new Refusal(
      submitted > 0 || opened ? 409 : 404,
      submitted > 0 || opened ? "assessment.refusal.blind" : "assessment.none",
    );
  }
  const { model, number, computed, overrides } = reveal;
  return {
    ...{ reference: useCase.reference, round: number, model },
    axes: axesIn(reveal, AXES).map((axis) => {
      const { inputs, ratio, computed: own } = openAxis(reveal, axis);
      const beside = overrideOn(overrides, axis);
      return {
        ...{ axis, computed: own, score: beside?.score ?? own, ratio, formula: formulaOf(model.scheme, axis) },
        override: beside ? { score: beside.score, by: beside.by, on: beside.on, reason: beside.reason } : null,
        inputs: inputs.map(({ criterion: { key, name, weight }, mean, quantity, scores }) => ({
          ...{ key, name, weight, mean, quantity, scores },
        })),
      };
    }),
    native: computed.native && { formula: NATIVE_FORMULA, ...computed.native },
  };
}

export const readScore = reads(contracts.readScore, (db, asked) => scoreOf(db, asked.parameters.reference, asked));

export const overrideScore = writes(contracts.overrideScore, async (tx, asked) => {
  const { actor, body, parameters, when, locale } = asked;
  const { id } = await openCase(tx, actor, parameters.reference);
  await override(tx, actor, id, { ...body, locale }, when);
  return scoreOf(tx, parameters.reference, asked);
});

export const readAgreement = reads(contracts.readAgreement, async (db, { actor, query }) => {
  const ids = query.session === undefined ? null : await agendaCases(db, query.session);
  const stage = ids === null && !query.all ? ("assessment" as const) : null;
  const found = await agreementOf(db, actor, { ids, departmentId: query.department ?? null, stage });
  return {
    ...found,
    axes: found.axes.map(({ agreement, ...rest }) => {
      const known = typeof agreement === "string" ? null : agreement;
      return {
        ...rest,
        undefinedBecause: typeof agreement === "string" ? agreement : null,
        ...{ w: known?.w ?? null, meanCorrelation: known?.meanCorrelation ?? null, byChance: known?.byChance ?? null },
        ...{ chiSquare: known?.chiSquare ?? null, strength: known ? strengthOf(known) : null },
      };
    }),
  };
});
