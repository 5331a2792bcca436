import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { assessmentScores, assessments, criteria, scoringModels } from "#db/schema.server";
import { casesHiddenFrom } from "./blind.server";
import { type CriterionScores, type Result, resultOf } from "./score";

/** The submitted scores that count (whose member has no conflict of interest) of the newest round that has any, of each of these cases, in the order of the model. One query. */
export async function newestScores(db: Reader, ids: readonly number[]) {
  const rows = ids.length ? await submittedScores(db, ids) : [];
  const newest = new Map<number, number>();
  for (const { useCaseId, round } of rows) newest.set(useCaseId, Math.max(round, newest.get(useCaseId) ?? 0));
  return grouped(
    rows.filter(({ useCaseId, round }) => round === newest.get(useCaseId)),
    ({ useCaseId }) => useCaseId,
  );
}

const submittedScores = (db: Reader, ids: readonly number[]) =>
  db
    .select({
      useCaseId: assessments.useCaseId,
      member: assessments.assessorId,
      round: assessments.round,
      scheme: scoringModels.scheme,
      criterionId: criteria.id,
      name: criteria.name,
      axis: criteria.axis,
      weight: criteria.weight,
      values: criteria.values,
      score: assessmentScores.score,
    })
    .from(assessmentScores)
    .innerJoin(assessments, eq(assessments.id, assessmentScores.assessmentId))
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .innerJoin(scoringModels, eq(scoringModels.id, criteria.modelId))
    .where(
      and(
        inArray(assessments.useCaseId, [...ids]),
        isNotNull(assessments.submittedAt),
        eq(assessments.abstained, false),
      ),
    )
    .orderBy(asc(criteria.position), asc(assessments.id));

type Submitted = Awaited<ReturnType<typeof submittedScores>>[number];

/** What scores of one case and round come to. */
export const resultOfScores = (rows: readonly Submitted[]): Result =>
  resultOf(byCriterion(rows), rows[0]?.scheme ?? "weighted");

const byCriterion = (rows: readonly Submitted[]): CriterionScores[] =>
  [...grouped(rows, ({ criterionId }) => criterionId).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { criterionId, axis, weight, values } = first;
    return [{ criterionId, axis, weight, values, scores: [first, ...others].map(({ score }) => score) }];
  });

function grouped<Row>(rows: readonly Row[], by: (row: Row) => number): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const of = found.get(by(row)) ?? [];
    found.set(by(row), of);
    of.push(row);
  }
  return found;
}

/**
 * What each member's own scores come to, by case: of those cases alone whose scores the actor may see. Two queries.
 */
export async function resultsByMember(
  db: Reader,
  actor: Actor,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, Result>>> {
  const hidden = await casesHiddenFrom(db, actor, ids);
  const byCase = await newestScores(
    db,
    ids.filter((id) => !hidden.has(id)),
  );
  return new Map(
    [...byCase].map(([id, rows]) => {
      const members = grouped(rows, ({ member }) => member);
      return [id, new Map([...members].map(([member, own]) => [member, resultOfScores(own)]))];
    }),
  );
}
