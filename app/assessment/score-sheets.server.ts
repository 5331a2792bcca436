import { and, asc, count, eq, inArray, isNotNull } from "drizzle-orm";
import type { Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { assessmentScores, assessments, criteria, scoringModels, standings, useCases } from "#db/schema.server";
import type { CriterionScores } from "./score";
import type { ScoreSheet } from "./weights";

/**
 * The scores of the newest round of each case at these stages that has a business case, where it was scored with a model of
 * one of these lines. Two queries, however many cases: how often each score was given, and the criteria.
 */
export async function readScoreSheets(
  db: Reader,
  stages: readonly Stage[],
  lines: readonly string[],
): Promise<ReadonlyMap<number, ScoreSheet>> {
  if (lines.length === 0) return new Map();
  const known = await db
    .select({
      id: criteria.id,
      modelId: criteria.modelId,
      key: criteria.key,
      axis: criteria.axis,
      weight: criteria.weight,
      values: criteria.values,
      line: scoringModels.line,
      scheme: scoringModels.scheme,
    })
    .from(criteria)
    .innerJoin(scoringModels, eq(scoringModels.id, criteria.modelId))
    .where(inArray(scoringModels.line, [...lines]))
    .orderBy(asc(criteria.position));
  const criterionOf = new Map(known.map((criterion) => [criterion.id, criterion]));
  const rows = await db
    .select({
      useCaseId: assessments.useCaseId,
      round: assessments.round,
      criterionId: assessmentScores.criterionId,
      score: assessmentScores.score,
      times: count(),
    })
    .from(assessmentScores)
    .innerJoin(assessments, eq(assessments.id, assessmentScores.assessmentId))
    .innerJoin(useCases, eq(useCases.id, assessments.useCaseId))
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .where(
      and(isNotNull(assessments.submittedAt), inArray(useCases.stage, [...stages]), isNotNull(standings.npvP50Minor)),
    )
    .groupBy(assessments.useCaseId, assessments.round, assessmentScores.criterionId, assessmentScores.score);
  const newest = new Map<number, number>();
  for (const { useCaseId, round } of rows) newest.set(useCaseId, Math.max(round, newest.get(useCaseId) ?? 0));
  const sheets = new Map<number, { line: string; scheme: ScoreSheet["scheme"]; of: Map<number, Scored> }>();
  for (const { useCaseId, round, criterionId, score, times } of rows) {
    const criterion = criterionOf.get(criterionId);
    if (!criterion || round !== newest.get(useCaseId)) continue;
    const sheet = sheets.get(useCaseId) ?? { line: criterion.line, scheme: criterion.scheme, of: new Map() };
    sheets.set(useCaseId, sheet);
    const { key, axis, weight, values } = criterion;
    const one = sheet.of.get(criterionId) ?? { criterionId, key, axis, weight, values, scores: [] };
    sheet.of.set(criterionId, one);
    for (let time = 0; time < times; time++) one.scores.push(score);
  }
  return new Map([...sheets].map(([id, { of, ...sheet }]) => [id, { ...sheet, criteria: [...of.values()] }]));
}

type Scored = CriterionScores & { key: string; scores: number[] };
