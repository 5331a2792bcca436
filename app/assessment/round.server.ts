/** The rounds of a case: each with the model that it is scored with, and what was submitted in it. */
import { and, asc, count, desc, eq, exists, inArray, isNotNull, not, type SQL } from "drizzle-orm";
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

/** An override of somebody who declared a conflict of interest in its case: it stays to be read, and counts no more. */
export function setAside(db: Reader): SQL {
  const declared = and(eq(assessments.assessorId, scoreOverrides.byId), eq(assessments.conflicted, true));
  const there = db.select({ id: assessments.id }).from(assessments);
  return exists(there.where(and(eq(assessments.useCaseId, scoreOverrides.useCaseId), declared)));
}

/** How cases stand after their submitted assessments; an override replaces the computed score of its axis in the ranking. */
export async function standingsOfScores(
  db: Reader,
  ids: readonly number[],
): Promise<Map<number, Result & { assessments: number }>> {
  const scores = await newestScores(db, ids);
  const submitted = await db
    .select({ useCaseId: assessments.useCaseId, count: count() })
    .from(assessments)
    .where(
      and(
        inArray(assessments.useCaseId, [...ids]),
        eq(assessments.superseded, false),
        isNotNull(assessments.submittedAt),
        eq(assessments.abstained, false),
      ),
    )
    .groupBy(assessments.useCaseId);
  const countOf = new Map(submitted.map(({ useCaseId, count }) => [useCaseId, count]));
  const found = new Map(
    ids.map((id) => [id, { ...resultOfScores(scores.get(id) ?? []), assessments: countOf.get(id) ?? 0 }]),
  );
  const overrides = await db
    .select()
    .from(scoreOverrides)
    .where(and(inArray(scoreOverrides.useCaseId, [...ids]), not(setAside(db))));
  for (const { useCaseId, axis, score } of overrides) {
    const standing = found.get(useCaseId);
    if (standing) standing[axis] = score;
  }
  return found;
}
