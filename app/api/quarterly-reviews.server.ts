import { evidenceName } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import * as decide from "#app/portfolio/review/decide.server";
import { planReview } from "#app/portfolio/review/plan-review.server";
import { present, takeOff } from "#app/portfolio/review/present.server";
import { readReview } from "#app/portfolio/review/read-review.server";
import type { Reader } from "#db/client.server";
import { type Asked, reads, writes } from "./operation.server";
import * as contracts from "./quarterly-reviews";

type For = Pick<Asked<never, never, never>, "actor" | "when" | "organisation" | "money">;

async function answerOf(db: Reader, quarter: Quarter, { actor, when, organisation, money }: For) {
  permit(actor, "dashboard.read", NO_PARTIES);
  const calendar = { current: when.quarter, fiscalFirstMonth: organisation.fiscalFirstMonth };
  const found = await readReview(db, { quarter, departmentId: null }, calendar);
  return {
    ...{ quarter, heldOn: found.review?.heldOn ?? null, startsAt: found.startsAt, until: found.until },
    ...{ openingMinutes: found.openingMinutes, version: found.review?.version ?? 0 },
    departments: found.departments.map((one) => ({
      department: { id: one.departmentId, name: one.name },
      ...{ from: one.from, until: one.until, minutes: one.minutes, liveTarget: one.liveTarget },
      ...{ live: one.live, ready: one.ready, realised: money(one.realised), proven: money(one.proven) },
      presented: one.presented.map((shown) => ({
        ...{ useCase: shown.reference, title: shown.title, lacks: shown.lacks },
        ...{ realised: money(shown.realised), proven: money(shown.proven), cost: money(shown.cost) },
        kpis: shown.kpis.map((kpi) => ({
          ...{ kpi: kpi.kpiId, name: kpi.name, unit: kpi.unit, baseline: kpi.baseline, target: kpi.target },
          ...{ actual: kpi.actual, realised: money(kpi.realised) },
          evidence: kpi.evidence === null ? null : evidenceName(kpi.evidence),
        })),
      })),
    })),
    decisions: found.decisions.map(({ id, decision, reference, ownerId, owner, dueOn }) => ({
      ...{ id, decision, useCase: reference, dueOn },
      owner: ownerId === null ? null : { id: ownerId, name: owner ?? "" },
    })),
  };
}

export const readQuarterlyReview = reads(contracts.readQuarterlyReview, (db, asked) =>
  answerOf(db, asked.parameters.quarter, asked),
);

export const planQuarterlyReview = writes(contracts.planQuarterlyReview, async (tx, asked) => {
  const { body, actor, when, organisation, parameters } = asked;
  const { departments, ...plan } = body;
  const slots = departments.map(({ department, ...slot }) => ({ departmentId: department, ...slot }));
  const said = { ...plan, slots, fiscalFirstMonth: organisation.fiscalFirstMonth };
  await planReview(tx, actor, parameters.quarter, said, when);
  return answerOf(tx, parameters.quarter, asked);
});

export const changePresentations = writes(contracts.changePresentations, async (tx, asked) => {
  const { body, actor, when, organisation } = asked;
  const { quarter } = asked.parameters;
  const calendar = { when, fiscalFirstMonth: organisation.fiscalFirstMonth };
  for (const reference of body.remove ?? []) await takeOff(tx, actor, { quarter, reference }, when);
  for (const reference of body.add ?? []) await present(tx, actor, { quarter, reference }, calendar);
  return answerOf(tx, quarter, asked);
});

export const recordReviewDecision = writes(contracts.recordReviewDecision, (tx, { body, actor, when, parameters }) => {
  const { decision, useCase = null, owner = null, dueOn = null } = body;
  const said = { decision, reference: useCase, ownerId: owner, dueOn };
  return decide.recordDecision(tx, actor, parameters.quarter, said, when);
});

export const withdrawReviewDecision = writes(contracts.withdrawReviewDecision, async (tx, asked) => {
  const { quarter, id } = asked.parameters;
  await decide.withdrawDecision(tx, asked.actor, { quarter, id }, asked.when);
  return answerOf(tx, quarter, asked);
});
