import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import type { Requirement } from "#app/use-cases/gates";
import { ownQuestions } from "#app/use-cases/own-checks/checks.server";
import { isStage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { committeeSessions, decisions, people, stageChanges, useCases } from "#db/schema.server";
import type { MinutesOverride } from "./minutes";
import type { CommitteeSession } from "./sessions.server";

/** What a chair let pass: by a decision of this session, or outside of any since the one held before it. Three queries. */
export async function overridesUntil(
  db: Reader,
  { id, heldOn }: Pick<CommitteeSession, "id" | "heldOn">,
): Promise<MinutesOverride[]> {
  const [before] = await db
    .select({ heldOn: committeeSessions.heldOn })
    .from(committeeSessions)
    .where(and(eq(committeeSessions.status, "closed"), lt(committeeSessions.heldOn, heldOn)))
    .orderBy(desc(committeeSessions.heldOn))
    .limit(1);
  const outside = and(
    isNull(stageChanges.decisionId),
    lte(stageChanges.on, heldOn),
    before ? gt(stageChanges.on, before.heldOn) : undefined,
  );
  const rows = await db
    .select({
      ...{ reference: useCases.reference, title: useCases.title, to: stageChanges.to, on: stageChanges.on },
      ...{ by: people.name, reason: stageChanges.reason, overridden: stageChanges.overridden },
    })
    .from(stageChanges)
    .innerJoin(useCases, eq(useCases.id, stageChanges.useCaseId))
    .leftJoin(people, eq(people.id, stageChanges.byId))
    .leftJoin(decisions, eq(decisions.id, stageChanges.decisionId))
    .where(and(isNotNull(stageChanges.overridden), or(eq(decisions.sessionId, id), outside)))
    .orderBy(asc(stageChanges.id));
  const questions = rows.length ? await ownQuestions(db) : {};
  return rows.flatMap(({ to, overridden, ...row }) => {
    if (!isStage(to) || !overridden?.length) return [];
    const passed = (overridden as Requirement[]).map((requirement) => ({
      requirement,
      question: questions[requirement] ?? null,
    }));
    return [{ ...row, to, passed }];
  });
}
