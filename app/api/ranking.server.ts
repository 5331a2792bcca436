import { hiddenFromAll } from "#app/assessment/blind.server";
import { compareCases as compare } from "#app/committee/compare/compare.server";
import { referencesIn } from "#app/committee/compare/references";
import { namesOf } from "#app/committee/field.server";
import { asMinor } from "#app/committee/filter-words";
import { readDepartments } from "#app/committee/prioritise.server";
import { HOUSE_THRESHOLDS } from "#app/committee/ranking";
import { reorder } from "#app/committee/what-if/reorder.server";
import { Refusal } from "#app/kernel/refusal";
import { reads } from "./operation.server";
import { RefusedAt } from "./problem";
import * as contracts from "./ranking";
import { named, USUAL_PAGE } from "./shapes";

export const rankUseCases = reads(contracts.rankUseCases, async (db, { actor, body, money }) => {
  const asked = new Map((body.weights ?? []).map((one) => [`${one.line} ${one.criterion}`, one.weight]));
  const found = await reorder(db, hiddenFromAll(actor), {
    weight: (line, key) => asked.get(`${line} ${key}`) ?? null,
    thresholds: body.thresholds ?? HOUSE_THRESHOLDS,
    limits: { budget: body.budget ?? null, people: body.people ?? null, assumed: body.assumedPeople ?? null },
  });
  const { models, anew, after, was, changes, weightless } = found;
  for (const [at, { line, criterion }] of (body.weights ?? []).entries()) {
    const model = models.find((one) => one.line === line);
    if (!model?.criteria.some(({ key }) => key === criterion)) {
      throw new RefusedAt(new Refusal(400, "api.refusal.not-in-force", { line, criterion }), ["weights", at]);
    }
  }
  const { department, limit = USUAL_PAGE, after: from = 0 } = body;
  const shown = anew.ranked.filter(
    ({ rank, case: one }) => rank > from && (department === undefined || one.departmentId === department),
  );
  const page = shown.slice(0, limit);
  const names = await namesOf(
    db,
    page.map((row) => row.case.useCaseId),
  );
  const departments = new Map((await readDepartments(db)).map(({ id, name }) => [id, name]));
  const today = new Map(was.map((place) => [place.useCaseId, place]));
  const crossing = new Map(changes.map(({ useCaseId, crosses }) => [useCaseId, crosses]));
  const sum = ({ count, cost, people, worth }: typeof after.line.above) => ({
    ...{ count, people },
    ...{ cost: money(asMinor(cost)), riskAdjustedNpv: money(asMinor(worth)) },
  });
  return {
    ranked: anew.ranked.length,
    items: page.map(({ case: one, rank, quadrant, passes, riskAdjustedNpv, perCost }) => {
      const { side = "below" as const, cost = 0, people = 0 } = after.rows.get(one.useCaseId) ?? {};
      const { departmentId, value, complexity, risk } = one;
      return {
        ...(names.get(one.useCaseId) ?? { reference: "", title: {} }),
        department: named(departmentId, departmentId === null ? null : (departments.get(departmentId) ?? null)),
        ...{ stage: one.stage, rank, quadrant, passes, value, complexity, risk, perCost, side },
        rankToday: today.get(one.useCaseId)?.rank ?? null,
        quadrantToday: today.get(one.useCaseId)?.quadrant ?? null,
        npvP50: money(one.npvP50Minor),
        riskAdjustedNpv: money(asMinor(riskAdjustedNpv)),
        cost: money(one.totalCostMinor),
        people: one.people,
        cumulatedCost: money(asMinor(cost)),
        cumulatedPeople: people,
        crosses: crossing.get(one.useCaseId) ?? null,
      };
    }),
    next: shown.length > limit ? (page.at(-1)?.rank ?? null) : null,
    line: {
      by: after.line.by,
      above: sum(after.line.above),
      filled: sum(after.line.filled),
      most: after.line.most === null ? null : money(asMinor(after.line.most.least)),
      withoutPeople: after.line.unknown,
    },
    changes: {
      ranks: changes.filter(({ up }) => up !== 0).length,
      crossing: changes.filter(({ crosses }) => crosses).length,
      quadrants: changes.filter(({ movesQuadrant }) => movesQuadrant).length,
    },
    weightless,
    hidden: anew.unplaced.filter((row) => row.case.scoresHidden).length,
  };
});

export const compareUseCases = reads(contracts.compareUseCases, async (db, { actor, query, organisation, money }) => {
  const { cases, pairs, draws, unknown } = await compare(
    db,
    actor,
    referencesIn([query.cases]).references,
    organisation.assessmentsNeeded,
  );
  const [missing] = unknown;
  if (missing) throw new Refusal(404, "use-cases.refusal.not-found", { reference: missing });
  return {
    ...{ draws, pairs },
    cases: cases.map(({ businessCase, safeguards, conditions, ...one }) => ({
      ...{ reference: one.reference, title: one.title, stage: one.stage, rank: one.rank },
      ...{ filtersFailed: one.filtersFailed, scores: one.scores, scoresHidden: one.scoresHidden },
      businessCase: businessCase && moneyOf(businessCase, money),
      aiActClass: safeguards.aiActClass,
      dataQuestionsAnswered: safeguards.dataKnown,
      conditions: { open: conditions.open, met: conditions.met },
    })),
  };
});

type Compared = Awaited<ReturnType<typeof compare>>["cases"][number];

function moneyOf(
  { evaluation: { outputs, quarters }, simulation }: NonNullable<Compared["businessCase"]>,
  money: (amount: number) => { minor: number; currency: string },
) {
  const { npv, totalBenefit, totalCost, peakFunding, roi, payback } = outputs;
  const { p10, p50, p90, probabilityPositive } = simulation;
  return {
    ...{ npv: money(npv), p10: money(p10), p50: money(p50), p90: money(p90), probabilityPositive },
    ...{ totalBenefit: money(totalBenefit), totalCost: money(totalCost), peakFunding: money(peakFunding) },
    ...{ roi, paybackQuarters: payback },
    flow: quarters.map(({ quarter, net, cumulative }) => ({ quarter, net: money(net), cumulative: money(cumulative) })),
  };
}
