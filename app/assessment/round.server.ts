/** The rounds of a case: each with the model that it is scored with, and what was submitted in it. */
import { and, asc, count, desc, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  assessmentRounds,
  assessmentScores,
  assessments,
  criteria,
  scoreOverrides,
  scoringModels,
} from "#db/schema.server";
import type { CaseKind } from "./model";
import { activeModel, modelById, type ScoringModel } from "./model.server";
import { type CriterionScores, type Result, resultOf } from "./score";

/** The number of the round that runs: 1 until one is opened. */
export async function currentRound(db: Reader, useCaseId: number): Promise<number> {
  const [newest] = await db
    .select({ number: assessmentRounds.number })
    .from(assessmentRounds)
    .where(eq(assessmentRounds.useCaseId, useCaseId))
    .orderBy(desc(assessmentRounds.number))
    .limit(1);
  return newest?.number ?? 1;
}

/**
 * The model of a round: that of its first submitted scores, so that a new version published meanwhile never parts those who
 * score one case; before them the one in force for such a case.
 */
export async function modelOfRound(
  db: Reader,
  useCase: CaseKind & { id: number },
  round: number,
): Promise<ScoringModel> {
  const [first] = await db
    .select({ modelId: assessments.modelId })
    .from(assessments)
    .where(
      and(
        eq(assessments.useCaseId, useCase.id),
        eq(assessments.round, round),
        isNotNull(assessments.submittedAt),
        eq(assessments.abstained, false),
      ),
    )
    .orderBy(asc(assessments.submittedAt), asc(assessments.id))
    .limit(1);
  return first ? modelById(db, first.modelId) : activeModel(db, useCase);
}

/** The submitted scores of the newest round that has any, by criterion in the order of the model. */
async function newestScores(db: Reader, useCaseId: number) {
  const rows = await db
    .select({
      round: assessments.round,
      scheme: scoringModels.scheme,
      criterionId: criteria.id,
      axis: criteria.axis,
      weight: criteria.weight,
      values: criteria.values,
      score: assessmentScores.score,
    })
    .from(assessmentScores)
    .innerJoin(assessments, eq(assessments.id, assessmentScores.assessmentId))
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .innerJoin(scoringModels, eq(scoringModels.id, criteria.modelId))
    .where(and(eq(assessments.useCaseId, useCaseId), isNotNull(assessments.submittedAt)))
    .orderBy(desc(assessments.round), criteria.position);
  const newest = rows.filter(({ round }) => round === rows[0]?.round);
  return { scheme: newest[0]?.scheme ?? ("weighted" as const), scores: byCriterion(newest) };
}

type Scored = Omit<CriterionScores, "scores"> & { score: number };

export function byCriterion(rows: readonly Scored[]): CriterionScores[] {
  const found = new Map<number, CriterionScores & { scores: number[] }>();
  for (const { criterionId, axis, weight, values, score } of rows) {
    const one = found.get(criterionId) ?? { criterionId, axis, weight, values, scores: [] };
    one.scores.push(score);
    found.set(criterionId, one);
  }
  return [...found.values()];
}

/** How a case stands after its submitted assessments; an override replaces the computed score of its axis in the ranking. */
export async function standingOfScores(db: Reader, useCaseId: number): Promise<Result & { assessments: number }> {
  const { scheme, scores } = await newestScores(db, useCaseId);
  const result = resultOf(scores, scheme);
  const [submitted] = await db
    .select({ count: count() })
    .from(assessments)
    .where(
      and(
        eq(assessments.useCaseId, useCaseId),
        eq(assessments.superseded, false),
        isNotNull(assessments.submittedAt),
        eq(assessments.abstained, false),
      ),
    );
  const overrides = await db.select().from(scoreOverrides).where(eq(scoreOverrides.useCaseId, useCaseId));
  for (const { axis, score } of overrides) result[axis] = score;
  return { ...result, assessments: submitted?.count ?? 0 };
}
