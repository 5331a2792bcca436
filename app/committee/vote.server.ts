import { and, asc, eq } from "drizzle-orm";
import { refuseConflicted } from "#app/assessment/declare-conflict.server";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { assessments, attendances, people, sessionVotes } from "#db/schema.server";
import { guardUndecided, openSession } from "./sessions.server";
import type { CastVote, Vote } from "./votes";

/**
 * Says how a member would decide on a case, until the chair decides; said again, it replaces what was said.
 * @throws Refusal 409 for who is neither noted as there nor wrote, or declared a conflict of interest in the case; when the
 *   case is not on the agenda or was decided on
 */
export async function castVote(
  tx: Writer,
  actor: Actor,
  number: number,
  { reference, vote, why }: { reference: string; vote: Vote; why: Told | null },
  when: When,
): Promise<void> {
  const session = await openSession(tx, number);
  const useCase = await caseByReference(tx, reference);
  const may = permit(actor, "session.vote", useCase);
  const { personId } = actor;
  if (personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  const [there] = await tx
    .select({ personId: attendances.personId })
    .from(attendances)
    .where(and(eq(attendances.sessionId, session.id), eq(attendances.personId, personId)));
  if (!there) throw new Refusal(409, "committee.refusal.vote-of-absent");
  await guardUndecided(tx, session, useCase);
  await refuseConflicted(tx, actor, useCase.id);
  const own = { sessionId: session.id, useCaseId: useCase.id, personId };
  const [before] = await tx
    .select({ vote: sessionVotes.vote, why: sessionVotes.why })
    .from(sessionVotes)
    .where(
      and(
        eq(sessionVotes.sessionId, own.sessionId),
        eq(sessionVotes.useCaseId, own.useCaseId),
        eq(sessionVotes.personId, own.personId),
      ),
    );
  const said = { vote, why, at: when.now };
  await tx
    .insert(sessionVotes)
    .values({ ...own, ...said })
    .onConflictDoUpdate({ target: [sessionVotes.sessionId, sessionVotes.useCaseId, sessionVotes.personId], set: said });
  const change = { subject: "session-vote", subjectId: session.id, useCaseId: useCase.id } as const;
  await record(tx, may, { ...change, before, after: { session: number, vote, why } }, when);
}

/** What was said in a session, in the order of names. One query. */
export async function readVotes(
  db: Reader,
  sessionId: number,
): Promise<(CastVote & { useCaseId: number; personId: number })[]> {
  const rows = await db
    .select({
      useCaseId: sessionVotes.useCaseId,
      personId: sessionVotes.personId,
      name: people.name,
      vote: sessionVotes.vote,
      why: sessionVotes.why,
      setAsideAt: assessments.submittedAt,
    })
    .from(sessionVotes)
    .innerJoin(people, eq(people.id, sessionVotes.personId))
    .leftJoin(
      assessments,
      and(
        eq(assessments.useCaseId, sessionVotes.useCaseId),
        eq(assessments.assessorId, sessionVotes.personId),
        eq(assessments.conflicted, true),
        eq(assessments.superseded, false),
      ),
    )
    .where(eq(sessionVotes.sessionId, sessionId))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ setAsideAt, ...vote }) => ({ ...vote, setAsideAt: setAsideAt?.getTime() ?? null }));
}
