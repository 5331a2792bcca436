import { and, eq, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { attendances, committeeSessions, decisions, sessionVotes } from "#db/schema.server";
import type { Seat } from "./quorum";
import { committeeMembers, seatsOf } from "./seats.server";
import { openSession } from "./sessions.server";

/**
 * Says who is there: members of the committee, its chairs and the reviewers that it hears. An opinion that was sent in
 * writing stays where its writer did not come after all.
 * @throws Refusal 409 when somebody noted it since `version` (left out: whatever is there), for who has no seat, or where
 * somebody who voted, or was there when something was decided, is left out
 */
export async function noteAttendance(
  tx: Writer,
  actor: Actor,
  number: number,
  { present, version }: { present: readonly number[]; version?: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "session.plan", NO_PARTIES);
  const session = await openSession(tx, number);
  if (version !== undefined && version !== session.version) throw new Refusal(409, "desk.refusal.stale");
  const seats = await seatsOf(tx, session.id);
  const seated = new Set(seats.map(({ id }) => id));
  if (present.some((id) => !seated.has(id))) throw new Refusal(409, "committee.refusal.not-a-member");
  const gone = (await boundTo(tx, session.id, seats)).filter(({ id }) => !present.includes(id));
  if (gone.length > 0)
    throw new Refusal(409, "committee.refusal.was-there", { names: gone.map(({ name }) => name).join(", ") });
  await tx.delete(attendances).where(and(eq(attendances.sessionId, session.id), isNull(attendances.opinion)));
  const unique = [...new Set(present)];
  if (unique.length)
    await tx
      .insert(attendances)
      .values(unique.map((personId) => ({ sessionId: session.id, personId, opinion: null })))
      .onConflictDoUpdate({ target: [attendances.sessionId, attendances.personId], set: { opinion: null } });
  await tx
    .update(committeeSessions)
    .set({ version: session.version + 1 })
    .where(eq(committeeSessions.id, session.id));
  const names = (ids: readonly number[]) => seats.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const change = {
    before: { present: seats.filter((seat) => seat.present).map(({ name }) => name) },
    after: { present: names(unique) },
  };
  await record(tx, may, { subject: "session", subjectId: session.id, ...change }, when);
}

/** Who cannot be said not to have been there: whoever voted, and all who were there once something is decided. */
async function boundTo(db: Reader, sessionId: number, seats: readonly Seat[]): Promise<Seat[]> {
  const [decided] = await db
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.sessionId, sessionId))
    .limit(1);
  const voted = await db
    .selectDistinct({ personId: sessionVotes.personId })
    .from(sessionVotes)
    .where(eq(sessionVotes.sessionId, sessionId));
  const voters = new Set(voted.map(({ personId }) => personId));
  return seats.filter((seat) => seat.present && (decided !== undefined || voters.has(seat.id)));
}

/**
 * What a member who cannot come sends in writing: it is read with the agenda and counts as heard, not as present.
 * @throws Refusal 409 for who has no seat, or is there
 */
export async function writeOpinion(tx: Writer, actor: Actor, number: number, opinion: Told, when: When): Promise<void> {
  const may = permit(actor, "opinion.write", NO_PARTIES);
  const session = await openSession(tx, number);
  const { personId } = actor;
  const members = await committeeMembers(tx);
  if (personId === null || !members.some(({ id }) => id === personId)) {
    throw new Refusal(409, "committee.refusal.not-a-member");
  }
  const [before] = await tx
    .select({ opinion: attendances.opinion })
    .from(attendances)
    .where(and(eq(attendances.sessionId, session.id), eq(attendances.personId, personId)));
  if (before && before.opinion === null) throw new Refusal(409, "committee.refusal.opinion-of-present");
  const told = { ...before?.opinion, ...opinion };
  await tx
    .insert(attendances)
    .values({ sessionId: session.id, personId, opinion: told })
    .onConflictDoUpdate({ target: [attendances.sessionId, attendances.personId], set: { opinion: told } });
  const change = { before: before && { opinion: before.opinion }, after: { opinion: told } };
  await record(tx, may, { subject: "session", subjectId: session.id, ...change }, when);
}
