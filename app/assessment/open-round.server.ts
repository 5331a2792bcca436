import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { assessmentRounds, assessmentScores, assessments } from "#db/schema.server";
import { refuseBlind } from "./blind.server";
import { isParty } from "./needed.server";
import { currentRound } from "./round.server";
import { standByScores } from "./stand.server";

/** A table of scores that was discussed this often is not decided by scoring once more. */
export const MOST_ROUNDS = 9;

/**
 * Opens another round: every member scores the case anew and is told so, and the round before stays beside it. Who declared
 * a conflict keeps it; who had only begun goes on in the new round.
 * @throws Refusal 409 when the case is not being assessed, nobody has scored the round that runs, or its scores are hidden
 *   from whoever opens the next
 */
export async function openRound(
  tx: Writer,
  actor: Actor,
  useCaseId: number,
  { reason }: { reason: Told },
  when: When,
): Promise<{ number: number }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "assessment.round", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  if (useCase.stage !== "assessment") throw new Refusal(409, "assessment.refusal.not-in-assessment");
  await refuseBlind(tx, actor, useCaseId);
  const round = await currentRound(tx, useCaseId);
  const running = and(eq(assessments.useCaseId, useCaseId), eq(assessments.round, round));
  const said = await tx
    .select()
    .from(assessments)
    .where(and(running, isNotNull(assessments.submittedAt)));
  if (said.every(({ abstained }) => abstained)) throw new Refusal(409, "assessment.refusal.round-unscored");
  if (round >= MOST_ROUNDS) throw new Refusal(409, "assessment.refusal.too-many-rounds", { most: MOST_ROUNDS });
  const number = round + 1;
  const [made] = await tx
    .insert(assessmentRounds)
    .values({ useCaseId, number, reason, openedById: actor.personId, openedOn: when.today })
    .returning({ id: assessmentRounds.id });
  await tx
    .update(assessments)
    .set({ round: number })
    .where(and(running, isNull(assessments.submittedAt)));
  await tx.update(assessments).set({ superseded: true }).where(running);
  const conflicts = said.filter(({ conflicted }) => conflicted);
  if (conflicts.length) {
    await tx.insert(assessments).values(conflicts.map(({ id: _, version: __, ...one }) => ({ ...one, round: number })));
  }
  await standByScores(tx, may);
  const change = { subject: "assessment-round", subjectId: made?.id ?? 0, useCaseId };
  await record(tx, may, { ...change, after: { round: number, reason } }, when);
  const members = await idsHolding(tx, "committee", "chair");
  const left = new Set(conflicts.map(({ assessorId }) => assessorId));
  const owing = members.filter((id) => !left.has(id) && !isParty(id, useCase));
  const href = `/use-cases/${useCase.reference}/assessment`;
  await notify(tx, actor, { kind: "scored-anew", useCaseId, href, values: { number, reason } }, owing, when);
  return { number };
}

/**
 * Takes back the round that runs, as long as nobody has scored in it: the one before counts again.
 * @throws Refusal 409 when it is the first, or somebody submitted in it
 */
export async function withdrawRound(tx: Writer, actor: Actor, useCaseId: number, when: When): Promise<void> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "assessment.round", useCase);
  const number = await currentRound(tx, useCaseId);
  if (number === 1) throw new Refusal(409, "assessment.refusal.first-round");
  const of = and(eq(assessments.useCaseId, useCaseId), gt(assessments.round, number - 1));
  const begun = await tx.select().from(assessments).where(of);
  if (begun.some(({ submittedAt, conflicted }) => submittedAt && !conflicted)) {
    throw new Refusal(409, "assessment.refusal.round-scored");
  }
  const before = and(eq(assessments.useCaseId, useCaseId), eq(assessments.round, number - 1));
  const settled = new Set(
    (await tx.select({ id: assessments.assessorId }).from(assessments).where(before)).map(({ id }) => id),
  );
  for (const { id, assessorId, conflicted, comment, submittedAt } of begun) {
    // Whoever had said nothing in the round before goes on there with what they have begun, or declared, since.
    if (!settled.has(assessorId)) {
      await tx
        .update(assessments)
        .set({ round: number - 1 })
        .where(eq(assessments.id, id));
      continue;
    }
    await tx.delete(assessmentScores).where(eq(assessmentScores.assessmentId, id));
    await tx.delete(assessments).where(eq(assessments.id, id));
    if (!conflicted) continue;
    // A conflict outlives the round that it was declared in.
    await tx
      .update(assessments)
      .set({ ...{ conflicted, comment, submittedAt }, abstained: true })
      .where(and(before, eq(assessments.assessorId, assessorId)));
  }
  await tx.update(assessments).set({ superseded: false }).where(before);
  const round = and(eq(assessmentRounds.useCaseId, useCaseId), eq(assessmentRounds.number, number));
  const [gone] = await tx.delete(assessmentRounds).where(round).returning();
  await standByScores(tx, may);
  const change = { subject: "assessment-round", subjectId: gone?.id ?? 0, useCaseId };
  await record(tx, may, { ...change, before: { round: number, reason: gone?.reason ?? null } }, when);
}
