import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { assessmentScores, assessments, criteria, people, scoringModels, useCases } from "#db/schema.server";
import { type AgreementOfSet, type AxisAgreement, type CaseSet, MOST_COMPARED } from "./agreement-set";
import { casesHiddenFrom } from "./blind.server";
import { type Given, kendall, ranksOf, scoredTogether } from "./kendall";
import { AXES, type Axis, axesOf, type CriterionMean, quantityOf } from "./score";

/** How alike the members rank these cases, by axis, in the newest round of each. */
export async function agreementOf(db: Reader, actor: Actor, set: CaseSet): Promise<AgreementOfSet> {
  const found = await db
    .selectDistinct({ id: useCases.id, reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .innerJoin(assessments, eq(assessments.useCaseId, useCases.id))
    .where(
      and(
        isNotNull(assessments.submittedAt),
        eq(assessments.abstained, false),
        ...(set.ids === null ? [] : [inArray(useCases.id, [...set.ids, 0])]),
        ...(set.departmentId === null ? [] : [eq(useCases.departmentId, set.departmentId)]),
        ...(set.stage === null ? [] : [eq(useCases.stage, set.stage)]),
      ),
    )
    .orderBy(desc(useCases.id))
    .limit(MOST_COMPARED);
  const hidden = await casesHiddenFrom(
    db,
    actor,
    found.map(({ id }) => id),
  );
  const seen = new Map(found.filter(({ id }) => !hidden.has(id)).map((useCase) => [useCase.id, useCase]));
  const rows = seen.size === 0 ? [] : await scoresOf(db, [...seen.keys()]);
  const names = new Map(rows.map(({ assessorId, name }) => [assessorId, name]));
  const nameOf = (id: number) => names.get(id) ?? "";
  const given = givenOf(rows);
  return {
    axes: AXES.filter((axis) => axis !== "risk" || given.risk.length > 0).map((axis): AxisAgreement => {
      const together = scoredTogether(given[axis]);
      // The highest score is the first place.
      const ranks = together.scores.map((row) => ranksOf(row.map((score) => -score)));
      return {
        axis,
        agreement: kendall(together.scores),
        raters: together.raters.map(nameOf),
        ratersLeft: together.ratersLeft.map(nameOf),
        cases: together.cases
          .map((id, at) => {
            const own = ranks.map((row) => row[at] ?? 0);
            const { reference = "", title = {} } = seen.get(id) ?? {};
            return { reference, title, ranks: own, sum: own.reduce((sum, place) => sum + place, 0) };
          })
          .sort((a, b) => a.sum - b.sum),
        casesLeft: together.casesLeft.length,
      };
    }),
    scored: found.length,
    hidden: hidden.size,
    models: new Set(rows.map(({ modelId }) => modelId)).size,
  };
}

function scoresOf(db: Reader, ids: readonly number[]) {
  return db
    .select({
      useCaseId: assessments.useCaseId,
      round: assessments.round,
      assessorId: assessments.assessorId,
      name: people.name,
      modelId: scoringModels.id,
      scheme: scoringModels.scheme,
      axis: criteria.axis,
      weight: criteria.weight,
      values: criteria.values,
      score: assessmentScores.score,
    })
    .from(assessmentScores)
    .innerJoin(assessments, eq(assessments.id, assessmentScores.assessmentId))
    .innerJoin(people, eq(people.id, assessments.assessorId))
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .innerJoin(scoringModels, eq(scoringModels.id, criteria.modelId))
    .where(
      and(
        inArray(assessments.useCaseId, [...ids]),
        isNotNull(assessments.submittedAt),
        eq(assessments.abstained, false),
      ),
    )
    .orderBy(asc(assessments.useCaseId), asc(assessments.assessorId), asc(criteria.position));
}

type Scored = Awaited<ReturnType<typeof scoresOf>>[number];

/** Each member's own axes of each case, in its newest round. */
function givenOf(rows: readonly Scored[]): Record<Axis, Given[]> {
  const newest = new Map<number, number>();
  for (const { useCaseId, round } of rows) newest.set(useCaseId, Math.max(round, newest.get(useCaseId) ?? 0));
  const own = new Map<string, Scored[]>();
  for (const row of rows) {
    if (row.round !== newest.get(row.useCaseId)) continue;
    const key = `${row.useCaseId} ${row.assessorId}`;
    const list = own.get(key);
    if (list) list.push(row);
    else own.set(key, [row]);
  }
  const given: Record<Axis, Given[]> = { value: [], complexity: [], risk: [] };
  for (const [first, ...rest] of own.values()) {
    if (!first) continue;
    const means = [first, ...rest].map(
      ({ axis, weight, values, score }): CriterionMean => ({
        ...{ axis, weight, values, mean: score },
        quantity: quantityOf(values, score),
      }),
    );
    const axes = axesOf(means, first.scheme);
    for (const axis of AXES) {
      const score = axes[axis];
      if (score !== null) given[axis].push({ rater: first.assessorId, useCase: first.useCaseId, score });
    }
  }
  return given;
}
