import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { criteria, scoringModels } from "#db/schema.server";
import type { CriterionScores } from "./score";
import type { NewWeights, ScoreSheet } from "./weights";

/**
 * The scores of the newest round of each case at these stages that has a business case, of those axes alone that the new
 * weights touch. Two queries, however many cases: the criteria, and how often each score was given.
 */
export async function readScoreSheets(
  db: Reader,
  stages: readonly Stage[],
  weights: NewWeights,
): Promise<ReadonlyMap<number, ScoreSheet>> {
  if (weights.size === 0) return new Map();
  const known = await db
    .select({
      id: criteria.id,
      key: criteria.key,
      axis: criteria.axis,
      weight: criteria.weight,
      values: criteria.values,
      line: scoringModels.line,
      scheme: scoringModels.scheme,
    })
    .from(criteria)
    .innerJoin(scoringModels, eq(scoringModels.id, criteria.modelId))
    .where(inArray(scoringModels.line, [...weights.keys()]))
    .orderBy(asc(criteria.position));
  const touched = new Set(
    known.flatMap(({ line, key, axis }) => (weights.get(line)?.has(key) ? [`${line} ${axis}`] : [])),
  );
  const criterionOf = new Map(
    known.flatMap((criterion) =>
      touched.has(`${criterion.line} ${criterion.axis}`) ? [[criterion.id, criterion] as const] : [],
    ),
  );
  const list = (parts: readonly (string | number)[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  // As they come from the driver: there may be a hundred thousand of them.
  const rows =
    await db.rows<Given>(sql`select a.use_case_id as id, a.round as round, s.criterion_id as criterion, s.score as score, count(*) as times
    from assessment_scores s join assessments a on a.id = s.assessment_id
    join use_cases u on u.id = a.use_case_id join standings t on t.use_case_id = a.use_case_id
    where a.submitted_at is not null and a.abstained = 0 and u.stage in (${list(stages)}) and t.npv_p50_minor is not null
      and s.criterion_id in (${list([0, ...criterionOf.keys()])})
    group by a.use_case_id, a.round, s.criterion_id, s.score order by 1, 2, 3`);
  const sheets = new Map<number, Sheet>();
  for (const { id: said, round, criterion: of, score, times } of rows) {
    const [id, criterionId] = [Number(said), Number(of)];
    const criterion = criterionOf.get(criterionId);
    if (!criterion) continue;
    const { key, axis, weight, values, line, scheme } = criterion;
    let sheet = sheets.get(id);
    // The rounds of a case follow one another, the newest last: it is the one that counts.
    if (sheet?.round !== Number(round)) {
      sheet = { line, scheme, round: Number(round), criteria: [] };
      sheets.set(id, sheet);
    }
    let one = sheet.criteria.at(-1);
    // The scores of a criterion follow one another.
    if (one?.criterionId !== criterionId) {
      one = { criterionId, key, axis, weight, values, scores: [] };
      sheet.criteria.push(one);
    }
    for (let time = 0; time < Number(times); time++) one.scores.push(Number(score));
  }
  return sheets;
}

interface Given extends Record<string, unknown> {
  id: number;
  round: number;
  criterion: number;
  score: number;
  times: number;
}

type Sheet = Omit<ScoreSheet, "criteria"> & { round: number; criteria: Scored[] };

type Scored = CriterionScores & { key: string; scores: number[] };
