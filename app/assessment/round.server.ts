/** The rounds of a case: each with the model that it is scored with, and what was submitted in it. */
import { and, asc, count, desc, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { assessmentRounds, assessments, scoreOverrides } from "#db/schema.server";
import type { CaseKind } from "./model";
import { activeModel, modelById, type ScoringModel } from "./model.server";
import { newestScores, resultOfScores } from "./newest-scores.server";
import type { Result } from "./score";

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

/** How a case stands after its submitted assessments; an override replaces the computed score of its axis in the ranking. */
export async function standingOfScores(db: Reader, useCaseId: number): Promise<Result & { assessments: number }> {
  const result = resultOfScores((await newestScores(db, [useCaseId])).get(useCaseId) ?? []);
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
