import { and, count, eq, inArray, isNotNull, not } from "drizzle-orm";
import type { Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { assessmentScores, assessments, criteria, scoreOverrides, useCases } from "#db/schema.server";
import { setAside } from "./round.server";
import type { Axis } from "./score";

/** How often each score was given for each criterion, by its key, in the newest round of each case at these stages. */
export async function scoresByKey(
  db: Reader,
  stages: readonly Stage[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>> {
  const rows = await db
    .select({
      useCaseId: assessments.useCaseId,
      round: assessments.round,
      key: criteria.key,
      score: assessmentScores.score,
      times: count(),
    })
    .from(assessmentScores)
    .innerJoin(assessments, eq(assessments.id, assessmentScores.assessmentId))
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .innerJoin(useCases, eq(useCases.id, assessments.useCaseId))
    .where(
      and(isNotNull(assessments.submittedAt), eq(assessments.abstained, false), inArray(useCases.stage, [...stages])),
    )
    .groupBy(assessments.useCaseId, assessments.round, criteria.key, assessmentScores.score);
  const newest = new Map<number, number>();
  for (const { useCaseId, round } of rows) newest.set(useCaseId, Math.max(round, newest.get(useCaseId) ?? 0));
  const found = new Map<number, Map<string, number[]>>();
  for (const { useCaseId, round, key, score, times } of rows) {
    if (round !== newest.get(useCaseId)) continue;
    const of = found.get(useCaseId) ?? new Map<string, number[]>();
    found.set(useCaseId, of);
    const scores = of.get(key) ?? [];
    of.set(key, scores);
    for (let time = 0; time < times; time++) scores.push(score);
  }
  return found;
}

/** The axes on which a person's score stands beside the computed one, by case. */
export async function overriddenAxes(db: Reader): Promise<ReadonlyMap<number, ReadonlySet<Axis>>> {
  const found = new Map<number, Set<Axis>>();
  const rows = await db
    .select({ useCaseId: scoreOverrides.useCaseId, axis: scoreOverrides.axis })
    .from(scoreOverrides)
    .where(not(setAside(db)));
  for (const { useCaseId, axis } of rows) found.set(useCaseId, (found.get(useCaseId) ?? new Set<Axis>()).add(axis));
  return found;
}
