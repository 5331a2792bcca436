import { and, desc, eq, inArray, max } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference, openCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, attendances, committeeSessions, decisions, people, personRoles } from "#db/schema.server";

export type CommitteeSession = typeof committeeSessions.$inferSelect;

/** @throws Refusal 404 */
export async function sessionByNumber(db: Reader, number: number): Promise<CommitteeSession> {
  const [session] = await db.select().from(committeeSessions).where(eq(committeeSessions.number, number));
  if (!session) throw new Refusal(404, "committee.refusal.no-session", { number });
  return session;
}

/** A session that can still change. @throws Refusal 423 once it is closed */
export async function openSession(db: Reader, number: number): Promise<CommitteeSession> {
  const session = await sessionByNumber(db, number);
  if (session.status === "closed") throw new Refusal(423, "committee.refusal.closed", { number });
  return session;
}

/** Plans the next meeting; its chair is who plans it, when they chair. */
export async function planSession(
  tx: Writer,
  actor: Actor,
  input: { heldOn: Day; quorum: number },
  when: When,
): Promise<{ number: number }> {
  const may = permit(actor, "session.plan", {});
  const [last] = await tx.select({ number: max(committeeSessions.number) }).from(committeeSessions);
  const number = (last?.number ?? 0) + 1;
  const chairId = actor.roles.includes("chair") ? actor.personId : null;
  const [session] = await tx
    .insert(committeeSessions)
    .values({ number, ...input, status: "planned", chairId })
    .returning({ id: committeeSessions.id });
  await record(tx, may, { subject: "session", subjectId: session?.id ?? 0, after: { number, ...input } }, when);
  return { number };
}

/** Puts a case on a session's agenda, last. Nothing happens when it is there already. */
export async function addToAgenda(
  tx: Writer,
  actor: Actor,
  number: number,
  reference: string,
  when: When,
): Promise<void> {
  const may = permit(actor, "session.plan", {});
  const session = await openSession(tx, number);
  const useCase = await openCase(tx, actor, reference);
  const [last] = await tx
    .select({ position: max(agendaItems.position) })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, session.id));
  await tx
    .insert(agendaItems)
    .values({ sessionId: session.id, useCaseId: useCase.id, position: (last?.position ?? 0) + 1 })
    .onConflictDoNothing();
  const change = { subject: "session", subjectId: session.id, useCaseId: useCase.id };
  await record(tx, may, { ...change, after: { agenda: reference } }, when);
}

/** @throws Refusal 409 when the case was already decided on */
export async function removeFromAgenda(
  tx: Writer,
  actor: Actor,
  number: number,
  reference: string,
  when: When,
): Promise<void> {
  const may = permit(actor, "session.plan", {});
  const session = await openSession(tx, number);
  const useCase = await caseByReference(tx, reference);
  const [decided] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.sessionId, session.id), eq(decisions.useCaseId, useCase.id)));
  if (decided) throw new Refusal(409, "committee.refusal.already-decided", { reference });
  await tx.delete(agendaItems).where(and(eq(agendaItems.sessionId, session.id), eq(agendaItems.useCaseId, useCase.id)));
  const change = { subject: "session", subjectId: session.id, useCaseId: useCase.id };
  await record(tx, may, { ...change, before: { agenda: reference } }, when);
}

/**
 * Says who is there: members of the committee, its chairs and the reviewers that it hears.
 * @throws Refusal 409 when somebody noted it since `version` (left out: whatever is there), or for who has no seat
 */
export async function noteAttendance(
  tx: Writer,
  actor: Actor,
  number: number,
  { present, version }: { present: readonly number[]; version?: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "session.plan", {});
  const session = await openSession(tx, number);
  if (version !== undefined && version !== session.version) throw new Refusal(409, "desk.refusal.stale");
  const seats = await committeeMembers(tx);
  const seated = new Set(seats.map(({ id }) => id));
  if (present.some((id) => !seated.has(id))) throw new Refusal(409, "committee.refusal.not-a-member");
  const before = await tx
    .delete(attendances)
    .where(eq(attendances.sessionId, session.id))
    .returning({ personId: attendances.personId });
  const unique = [...new Set(present)];
  if (unique.length)
    await tx.insert(attendances).values(unique.map((personId) => ({ sessionId: session.id, personId })));
  await tx
    .update(committeeSessions)
    .set({ version: session.version + 1 })
    .where(eq(committeeSessions.id, session.id));
  const names = (ids: readonly number[]) => seats.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const change = {
    before: { present: names(before.map(({ personId }) => personId)) },
    after: { present: names(unique) },
  };
  await record(tx, may, { subject: "session", subjectId: session.id, ...change }, when);
}

/** Ends a session: its minutes are complete and nothing of it changes any more. */
export async function closeSession(
  tx: Writer,
  actor: Actor,
  number: number,
  notes: Told | null,
  when: When,
): Promise<void> {
  const may = permit(actor, "session.plan", {});
  const session = await openSession(tx, number);
  await tx
    .update(committeeSessions)
    .set({ status: "closed", notes, closedAt: when.now, version: session.version + 1 })
    .where(eq(committeeSessions.id, session.id));
  await record(tx, may, { subject: "session", subjectId: session.id, after: { status: "closed", notes } }, when);
}

const SEATS = ["committee", "chair", "security", "legal"] as const;

/** Who may sit in a session, by name. */
export async function committeeMembers(db: Reader): Promise<{ id: number; name: string; roles: string[] }[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, role: personRoles.role })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(inArray(personRoles.role, [...SEATS]), eq(people.active, true)))
    .orderBy(people.name);
  const members = new Map<number, { id: number; name: string; roles: string[] }>();
  for (const { id, name, role } of rows) {
    const member = members.get(id) ?? { id, name, roles: [] };
    member.roles.push(role);
    members.set(id, member);
  }
  return [...members.values()];
}

/** Every session, the newest first. */
export function listSessions(db: Reader) {
  return db
    .select({
      number: committeeSessions.number,
      heldOn: committeeSessions.heldOn,
      status: committeeSessions.status,
      chair: people.name,
    })
    .from(committeeSessions)
    .leftJoin(people, eq(people.id, committeeSessions.chairId))
    .orderBy(desc(committeeSessions.number));
}
