import { and, eq, isNotNull } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { assessmentScores, assessments, people, scoreOverrides } from "#db/schema.server";
import { submittedScores } from "./assess.server";
import { owesAssessment } from "./blind";
import { activeModel, criteriaOf } from "./model.server";
import { type Axis, type CriterionResult, resultOf } from "./score";

export interface CriterionView {
  id: number;
  key: string;
  axis: Axis;
  weight: number;
  name: Told;
  question: Told;
  anchors: Told[];
}

export interface AssessorView {
  name: string;
  abstained: boolean;
  comment: Told | null;
  /** Scores and comments by criterion id. */
  scores: Record<number, { score: number; comment: Told | null }>;
}

export interface AssessmentPage {
  criteria: CriterionView[];
  /** The reader's own assessment, when they may or did write one. */
  mine: (AssessorView & { submitted: boolean; version: number }) | null;
  mayAssess: boolean;
  mayOverride: boolean;
  submitted: number;
  /** Hidden from members who still owe theirs: independent means blind. */
  reveal: {
    computed: { value: number | null; complexity: number | null; contested: number };
    criteria: CriterionResult[];
    assessors: AssessorView[];
    overrides: { axis: Axis; score: number; reason: Told; by: string; on: string; version: number }[];
  } | null;
}

/** The assessments of a case as the reader may see them. */
export async function assessmentPage(
  db: Reader,
  actor: Actor & { personId: number },
  useCase: UseCase,
): Promise<AssessmentPage> {
  const rows = await db
    .select({ assessment: assessments, name: people.name, score: assessmentScores })
    .from(assessments)
    .innerJoin(people, eq(people.id, assessments.assessorId))
    .leftJoin(assessmentScores, eq(assessmentScores.assessmentId, assessments.id))
    .where(eq(assessments.useCaseId, useCase.id))
    .orderBy(assessments.submittedAt, assessments.id);
  const modelId = rows.find(({ assessment }) => assessment.submittedAt)?.assessment.modelId;
  const criteria = modelId ? await criteriaOf(db, modelId) : (await activeModel(db)).criteria;
  const byId = new Map<number, AssessorView & { submitted: boolean; assessorId: number; version: number }>();
  for (const { assessment, name, score } of rows) {
    const view = byId.get(assessment.id) ?? {
      name,
      assessorId: assessment.assessorId,
      version: assessment.version,
      submitted: assessment.submittedAt !== null,
      abstained: assessment.abstained,
      comment: assessment.comment,
      scores: {},
    };
    if (score) view.scores[score.criterionId] = { score: score.score, comment: score.comment };
    byId.set(assessment.id, view);
  }
  const all = [...byId.values()];
  const mine = all.find(({ assessorId }) => assessorId === actor.personId) ?? null;
  const mayAssess = owesAssessment(actor, useCase, mine?.submitted ?? false);
  const submitted = all.filter((assessor) => assessor.submitted);
  return {
    criteria: criteria.map(({ id, key, axis, weight, name, question, anchors }) => ({
      id,
      key,
      axis,
      weight,
      name,
      question,
      anchors,
    })),
    mine: mine && { ...shown(mine), submitted: mine.submitted, version: mine.version },
    mayAssess,
    // Who still owes an assessment has not seen the scores, and cannot stand beside them yet.
    mayOverride: permits(actor, "score.override", useCase) && submitted.length > 0 && !mayAssess,
    submitted: submitted.length,
    reveal: mayAssess || submitted.length === 0 ? null : await revealOf(db, useCase.id, submitted),
  };
}

function shown({ name, abstained, comment, scores }: AssessorView): AssessorView {
  return { name, abstained, comment, scores };
}

async function revealOf(db: Reader, useCaseId: number, submitted: readonly AssessorView[]) {
  const { criteria, ...computed } = resultOf(await submittedScores(db, useCaseId));
  const overrides = await db
    .select({
      axis: scoreOverrides.axis,
      score: scoreOverrides.score,
      reason: scoreOverrides.reason,
      by: people.name,
      on: scoreOverrides.on,
      version: scoreOverrides.version,
    })
    .from(scoreOverrides)
    .innerJoin(people, eq(people.id, scoreOverrides.byId))
    .where(and(eq(scoreOverrides.useCaseId, useCaseId), isNotNull(scoreOverrides.score)));
  return { computed, criteria, assessors: submitted.map(shown), overrides };
}
