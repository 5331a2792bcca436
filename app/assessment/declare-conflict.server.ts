import { and, eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Parties, permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { assessmentScores, assessments } from "#db/schema.server";
import { assessmentBy } from "./assess.server";
import { currentRound, modelOfRound } from "./round.server";
import { standByScores } from "./stand.server";

/**
 * A member says that they have an interest in a case: they neither score it nor see what the others say of it until it has
 * left assessment, and fewer assessments are needed where too few members remain. What they submitted before stays to be
 * read, in this round and those before it, and counts no more.
 * @throws Refusal 409 when they declared one already
 */
export async function declareConflict(
  tx: Writer,
  actor: Actor,
  useCaseId: number,
  { reason, locale }: { reason: string; locale: Locale },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "conflict.declare", useCase);
  const assessorId = actor.personId;
  if (assessorId === null) throw new Refusal(403, "people.refusal.not-permitted");
  if (useCase.stage !== "assessment") throw new Refusal(409, "assessment.refusal.not-in-assessment");
  const round = await currentRound(tx, useCaseId);
  const before = await assessmentBy(tx, useCaseId, assessorId, round);
  if (before?.conflicted) throw new Refusal(409, "assessment.refusal.conflict-declared");
  const { id: modelId } = await modelOfRound(tx, useCase, round);
  const values = {
    ...{ modelId, abstained: true, conflicted: true, comment: { [locale]: reason }, unscored: null },
    submittedAt: when.now,
    version: (before?.version ?? 0) + 1,
  };
  const [saved] = await tx
    .insert(assessments)
    .values({ useCaseId, assessorId, round, ...values })
    .onConflictDoUpdate({ target: [assessments.useCaseId, assessments.assessorId, assessments.round], set: values })
    .returning({ id: assessments.id });
  if (!saved) throw new Error("The conflict was not noted");
  if (!before?.submittedAt) await tx.delete(assessmentScores).where(eq(assessmentScores.assessmentId, saved.id));
  const own = and(eq(assessments.useCaseId, useCaseId), eq(assessments.assessorId, assessorId));
  await tx.update(assessments).set({ abstained: true, conflicted: true }).where(own);
  await standByScores(tx, may);
  const said = before?.submittedAt
    ? { submitted: true, abstained: before.abstained, comment: before.comment }
    : undefined;
  const after = { conflicted: true, round, reason: values.comment };
  await record(tx, may, { subject: "assessment", subjectId: saved.id, useCaseId, before: said, after }, when);
}

/**
 * Takes it back: the member owes an assessment again, begun with the scores that they gave, and those of earlier rounds
 * count once more.
 * @throws Refusal 409 when they declared none in this round
 */
export async function withdrawConflict(tx: Writer, actor: Actor, useCaseId: number, when: When): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "conflict.declare", useCase);
  if (useCase.stage !== "assessment") throw new Refusal(409, "assessment.refusal.not-in-assessment");
  const before = await assessmentBy(tx, useCaseId, actor.personId ?? 0, await currentRound(tx, useCaseId));
  if (!before?.conflicted) throw new Refusal(409, "assessment.refusal.no-conflict");
  await tx
    .update(assessments)
    .set({ abstained: false, conflicted: false, comment: null, submittedAt: null, version: before.version + 1 })
    .where(eq(assessments.id, before.id));
  const scored = tx.select({ id: assessmentScores.assessmentId }).from(assessmentScores);
  const own = and(eq(assessments.useCaseId, useCaseId), eq(assessments.assessorId, before.assessorId));
  await tx
    .update(assessments)
    .set({ abstained: false, conflicted: false })
    .where(and(own, inArray(assessments.id, scored)));
  await standByScores(tx, may);
  const change = { subject: "assessment", subjectId: before.id, useCaseId };
  const said = { conflicted: true, reason: before.comment };
  await record(tx, may, { ...change, before: said, after: { conflicted: false } }, when);
}

/** Those of these cases in which a person declared a conflict of interest that stands. One query. */
export async function conflictsOf(
  db: Reader,
  personId: number | null,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (personId === null || ids.length === 0) return new Set();
  const stands = and(eq(assessments.conflicted, true), eq(assessments.superseded, false));
  const rows = await db
    .select({ id: assessments.useCaseId })
    .from(assessments)
    .where(and(eq(assessments.assessorId, personId), inArray(assessments.useCaseId, [...ids]), stands));
  return new Set(rows.map(({ id }) => id));
}

/** @throws Refusal 409 when whoever judges a case declared a conflict of interest in it */
export async function refuseConflicted(db: Reader, actor: Actor, useCaseId: number): Promise<void> {
  const conflicted = await conflictsOf(db, actor.personId, [useCaseId]);
  if (conflicted.size > 0) throw new Refusal(409, "assessment.refusal.judges-conflicted");
}

/**
 * The same for acts by which a case moves without being judged: those whose case it is answer for it, whatever they
 * declared before it became theirs.
 * @throws Refusal 409 when somebody else declared a conflict of interest in it
 */
export async function refuseInterested(db: Reader, actor: Actor, useCase: Parties & { id: number }): Promise<void> {
  if (!permits(actor, "use-case.withdraw", useCase)) await refuseConflicted(db, actor, useCase.id);
}
