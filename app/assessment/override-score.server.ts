import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { scoreOverrides } from "#db/schema.server";
import type { OverrideInput } from "./assess";
import { refuseStale } from "./assess.server";
import { refuseBlind } from "./blind.server";
import { refuseConflicted } from "./declare-conflict.server";
import { standByScores } from "./stand.server";

/**
 * Puts a person's score beside the computed one, with a justification; both stay visible.
 * @throws Refusal 409 when another one was put there since `version`, the scores are hidden from whoever puts it, or
 *   they declared a conflict of interest in the case
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
  await refuseConflicted(tx, actor, useCaseId);
  await refuseBlind(tx, actor, useCaseId);
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
  await standByScores(tx, may);
  const change = { subject: "score-override", subjectId: saved?.id ?? 0, useCaseId };
  await record(tx, may, { ...change, before: before ?? null, after: { axis: input.axis, ...said } }, when);
}
