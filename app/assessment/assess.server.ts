import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { assessmentScores, assessments } from "#db/schema.server";
import { type AssessmentInput, scoredThough } from "./assess";
import { currentRound, modelOfRound } from "./round.server";
import { standByScores } from "./stand.server";

/**
 * Saves a member's assessment as a draft, or submits it: from then on others see it and it no longer changes.
 * @param input `version` is the one that the form started from; left out: whatever is there
 * @throws Refusal 409 when the case is not being assessed, the assessment was submitted or changed since `version`, a
 *   criterion has no score, who abstains has scored all the same, or the model is another one by now
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
  const round = await currentRound(tx, useCaseId);
  const before = await assessmentBy(tx, useCaseId, assessorId, round);
  refuseSettled(before);
  refuseStale(before, input.version);
  const lost = scoredThough(input);
  if (lost > 0) throw new Refusal(409, "assessment.refusal.abstains-and-scores", { count: lost });
  const model = await modelOfRound(tx, useCase, round);
  refuseOtherModel(input, model.criteria);
  const scored = model.criteria.flatMap(({ id }) => {
    const score = input.scores[id];
    return score === undefined ? [] : [{ criterionId: id, score, comment: input.comments[id] ?? null }];
  });
  if (input.submit && !input.abstain && scored.length < model.criteria.length) {
    throw new Refusal(409, "assessment.refusal.incomplete", { missing: model.criteria.length - scored.length });
  }
  const unscored = model.criteria.flatMap(({ id, key }) => {
    const comment = input.comments[id];
    return comment && input.scores[id] === undefined ? [[key, { [input.locale]: comment }] as const] : [];
  });
  const values = {
    modelId: model.id,
    unscored: unscored.length ? Object.fromEntries(unscored) : null,
    abstained: input.abstain,
    comment: input.comment ? retell(before?.comment, input.locale, input.comment) : null,
    submittedAt: input.submit ? when.now : null,
    version: (before?.version ?? 0) + 1,
  };
  const [saved] = await tx
    .insert(assessments)
    .values({ useCaseId, assessorId, round, ...values })
    .onConflictDoUpdate({ target: [assessments.useCaseId, assessments.assessorId, assessments.round], set: values })
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
  if (input.submit) await standByScores(tx, may);
  // Blind until submitted: the log of a draft says that it was saved, not what it says.
  const after = input.submit ? { submitted: true, round, abstained: input.abstain, scores: scored } : { draft: true };
  await record(tx, may, { subject: "assessment", subjectId: saved.id, useCaseId, after }, when);
}

type Stored = typeof assessments.$inferSelect;

/** A person's assessment of a case in a round. */
export async function assessmentBy(
  db: Reader,
  useCaseId: number,
  assessorId: number,
  round: number,
): Promise<Stored | undefined> {
  const [found] = await db
    .select()
    .from(assessments)
    .where(
      and(eq(assessments.useCaseId, useCaseId), eq(assessments.assessorId, assessorId), eq(assessments.round, round)),
    );
  return found;
}

/** @throws Refusal 409 when a person has said all that they will say of a case */
export function refuseSettled(before: Stored | undefined): void {
  if (before?.conflicted) throw new Refusal(409, "assessment.refusal.conflicted");
  if (before?.submittedAt) throw new Refusal(409, "assessment.refusal.submitted");
}

/** @param started the version that a form saw, 0 for nothing; left out by those who write without having looked */
export function refuseStale(stored: { version: number } | undefined, started: number | undefined): void {
  if (started !== undefined && started !== (stored?.version ?? 0)) throw new Refusal(409, "desk.refusal.stale");
}

/** A form that was opened before a new version came into force scores criteria that are no longer asked. */
function refuseOtherModel({ scores }: Pick<AssessmentInput, "scores">, asked: readonly { id: number }[]) {
  const known = new Set(asked.map(({ id }) => id));
  const strange = Object.entries(scores).some(([id, score]) => score !== undefined && !known.has(Number(id)));
  if (strange) throw new Refusal(409, "assessment.refusal.model-changed");
}
