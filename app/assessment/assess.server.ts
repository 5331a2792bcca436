import { and, count, eq, isNotNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { assessmentScores, assessments, criteria, scoreOverrides, standings } from "#db/schema.server";
import type { AssessmentInput, OverrideInput } from "./assess";
import { activeModel } from "./model.server";
import { type CriterionScores, type Result, resultOf } from "./score";

/**
 * Saves a member's assessment as a draft, or submits it: from then on others see it and it no longer changes.
 * @param input `version` is the one that the form started from; left out: whatever is there
 * @throws Refusal 409 when the case is not being assessed, the assessment was submitted or changed since `version`, or a
 *   criterion has no score
 */
export async function assess(
  tx: Writer,
  actor: Actor,
  useCaseId: number,
  input: Omit<AssessmentInput, "intent" | "version"> & { submit: boolean; locale: Locale; version?: number },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "assessment.write", useCase);
  const assessorId = actor.personId;
  if (assessorId === null) throw new Refusal(403, "people.refusal.not-permitted");
  if (useCase.stage !== "assessment") throw new Refusal(409, "assessment.refusal.not-in-assessment");
  const [before] = await tx
    .select()
    .from(assessments)
    .where(and(eq(assessments.useCaseId, useCaseId), eq(assessments.assessorId, assessorId)));
  if (before?.submittedAt) throw new Refusal(409, "assessment.refusal.submitted");
  refuseStale(before, input.version);
  const model = await activeModel(tx);
  const scored = model.criteria.flatMap(({ id }) => {
    const score = input.abstain ? undefined : input.scores[id];
    return score === undefined ? [] : [{ criterionId: id, score, comment: input.comments[id] ?? null }];
  });
  if (input.submit && !input.abstain && scored.length < model.criteria.length) {
    throw new Refusal(409, "assessment.refusal.incomplete", { missing: model.criteria.length - scored.length });
  }
  const values = {
    modelId: model.id,
    abstained: input.abstain,
    comment: input.comment ? retell(before?.comment, input.locale, input.comment) : null,
    submittedAt: input.submit ? when.now : null,
    version: (before?.version ?? 0) + 1,
  };
  const [saved] = await tx
    .insert(assessments)
    .values({ useCaseId, assessorId, ...values })
    .onConflictDoUpdate({ target: [assessments.useCaseId, assessments.assessorId], set: values })
    .returning({ id: assessments.id });
  if (!saved) throw new Error("The assessment was not saved");
  await tx.delete(assessmentScores).where(eq(assessmentScores.assessmentId, saved.id));
  if (scored.length) {
    await tx.insert(assessmentScores).values(
      scored.map(({ comment, ...score }) => ({
        assessmentId: saved.id,
        ...score,
        comment: comment ? { [input.locale]: comment } : null,
      })),
    );
  }
  if (input.submit) await standAfterAssessment(tx, useCaseId);
  // Blind until submitted: the log of a draft says that it was saved, not what it says.
  const after = input.submit ? { submitted: true, abstained: input.abstain, scores: scored } : { draft: true };
  await record(tx, may, { subject: "assessment", subjectId: saved.id, useCaseId, after }, when);
}

/** @param started the version that a form saw, 0 for nothing; left out by those who write without having looked */
function refuseStale(stored: { version: number } | undefined, started: number | undefined): void {
  if (started !== undefined && started !== (stored?.version ?? 0)) throw new Refusal(409, "desk.refusal.stale");
}

/** The submitted scores of a case by criterion, in the order of its model. */
export async function submittedScores(db: Reader, useCaseId: number): Promise<CriterionScores[]> {
  const scores = await db
    .select({
      criterionId: criteria.id,
      axis: criteria.axis,
      weight: criteria.weight,
      position: criteria.position,
      score: assessmentScores.score,
    })
    .from(assessmentScores)
    .innerJoin(assessments, eq(assessments.id, assessmentScores.assessmentId))
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .where(and(eq(assessments.useCaseId, useCaseId), isNotNull(assessments.submittedAt)))
    .orderBy(criteria.position);
  const byCriterion = new Map<number, CriterionScores & { scores: number[] }>();
  for (const { criterionId, axis, weight, score } of scores) {
    const found = byCriterion.get(criterionId) ?? { criterionId, axis, weight, scores: [] };
    found.scores.push(score);
    byCriterion.set(criterionId, found);
  }
  return [...byCriterion.values()];
}

/** How a case stands after its submitted assessments; an override replaces the computed score of its axis in the ranking. */
export async function standingOfScores(db: Reader, useCaseId: number): Promise<Result & { assessments: number }> {
  const result = resultOf(await submittedScores(db, useCaseId));
  const [submitted] = await db
    .select({ count: count() })
    .from(assessments)
    .where(
      and(eq(assessments.useCaseId, useCaseId), isNotNull(assessments.submittedAt), eq(assessments.abstained, false)),
    );
  const overrides = await db.select().from(scoreOverrides).where(eq(scoreOverrides.useCaseId, useCaseId));
  for (const { axis, score } of overrides) result[axis] = score;
  return { ...result, assessments: submitted?.count ?? 0 };
}

async function standAfterAssessment(tx: Writer, useCaseId: number): Promise<void> {
  const { value, complexity, contested, assessments: counted } = await standingOfScores(tx, useCaseId);
  await tx
    .update(standings)
    .set({ value, complexity, contested, assessments: counted })
    .where(eq(standings.useCaseId, useCaseId));
}

/**
 * Puts a person's score beside the computed one, with a justification; both stay visible.
 * @throws Refusal 409 when another one was put there since `version`
 */
export async function overrideScore(
  tx: Writer,
  actor: Actor,
  useCaseId: number,
  input: Omit<OverrideInput, "intent" | "version"> & { locale: Locale; version?: number },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "score.override", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  if (!input.reason) throw new Refusal(409, "assessment.refusal.reason-needed");
  const key = and(eq(scoreOverrides.useCaseId, useCaseId), eq(scoreOverrides.axis, input.axis));
  const [before] = await tx.select().from(scoreOverrides).where(key);
  refuseStale(before, input.version);
  const said = { score: input.score, reason: { [input.locale]: input.reason }, byId: actor.personId, on: when.today };
  const values = { ...said, version: (before?.version ?? 0) + 1 };
  const [saved] = await tx
    .insert(scoreOverrides)
    .values({ useCaseId, axis: input.axis, ...values })
    .onConflictDoUpdate({ target: [scoreOverrides.useCaseId, scoreOverrides.axis], set: values })
    .returning({ id: scoreOverrides.id });
  await standAfterAssessment(tx, useCaseId);
  const change = { subject: "score-override", subjectId: saved?.id ?? 0, useCaseId };
  await record(tx, may, { ...change, before: before ?? null, after: { axis: input.axis, ...said } }, when);
}
