import { and, desc, eq, isNull, max } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor, Hearing } from "#app/people/roles";
import { caseByReference, openCase, type UseCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, committeeSessions, decisions, people } from "#db/schema.server";
import { waitingElsewhere } from "./other-agenda.server";
import { committeeMembers } from "./seats.server";
import { figuresToKeep } from "./snapshot.server";
import { refuseUnsaidClose } from "./unsaid.server";
import { keepPlaces, weighDecisions } from "./weigh.server";

export type CommitteeSession = typeof committeeSessions.$inferSelect;

/** @throws Refusal 404 */
export async function sessionByNumber(db: Reader, number: number): Promise<CommitteeSession> {
  const [session] = await db.select().from(committeeSessions).where(eq(committeeSessions.number, number));
  if (!session) throw new Refusal(404, "committee.refusal.no-session", { number });
  return session;
}

/** A session that can still change. @throws Refusal 423 once it is closed or cancelled */
export async function openSession(db: Reader, number: number): Promise<CommitteeSession> {
  const session = await sessionByNumber(db, number);
  if (session.status === "cancelled") throw new Refusal(423, "committee.refusal.cancelled", { number });
  if (session.status === "closed") throw new Refusal(423, "committee.refusal.closed", { number });
  return session;
}

/** A meeting that was not held yet has decided nothing. @throws Refusal 409 before its day */
export function refuseEarly({ number, heldOn }: CommitteeSession, today: Day): void {
  if (heldOn > today) throw new Refusal(409, "committee.refusal.before-day", { number });
}

/** How long after it was held a meeting may still be written down, and how far ahead it may be planned, in days. */
const PAST_DAYS = 366;
const AHEAD_DAYS = 731;

/** A meeting may be written down after it was held, and planned well ahead: beyond that, a digit is wrong. */
function refuseFarDay(heldOn: Day, today: Day): void {
  if (heldOn < addDays(today, -PAST_DAYS) || heldOn > addDays(today, AHEAD_DAYS)) {
    throw new Refusal(409, "committee.refusal.held-on");
  }
}

/** A quorum that nobody could reach would stop every approval. @throws Refusal 409 above those who may sit */
async function refuseAboveHouse(tx: Reader, quorum: number): Promise<void> {
  const { length: seats } = await committeeMembers(tx);
  if (quorum > seats) throw new Refusal(409, "committee.refusal.quorum-above", { quorum, seats });
}

/** Plans the next meeting; its chair is who plans it, when they chair. */
export async function planSession(
  tx: Writer,
  actor: Actor,
  input: { heldOn: Day; quorum: number; hears: Hearing[] },
  when: When,
): Promise<{ number: number }> {
  const may = permit(actor, "session.plan", {});
  refuseFarDay(input.heldOn, when.today);
  await refuseAboveHouse(tx, input.quorum);
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

/**
 * Gives a meeting another day or another quorum, as long as it decided nothing: decisions stand by the rule that they were
 * taken under. A chair who does so presides over it where nobody does.
 * @throws Refusal 409 once something was decided, when it is closed, or when somebody else changed it meanwhile
 */
export async function replanSession(
  tx: Writer,
  actor: Actor,
  number: number,
  { version, ...input }: { heldOn: Day; quorum: number; hears: Hearing[]; version: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "session.plan", {});
  const session = await openSession(tx, number);
  if (session.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const [decided] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.sessionId, session.id))
    .limit(1);
  if (decided) throw new Refusal(409, "committee.refusal.has-decided");
  refuseFarDay(input.heldOn, when.today);
  await refuseAboveHouse(tx, input.quorum);
  const chairId = session.chairId ?? (actor.roles.includes("chair") ? actor.personId : null);
  await tx
    .update(committeeSessions)
    .set({ ...input, chairId, version: version + 1 })
    .where(eq(committeeSessions.id, session.id));
  const before = { heldOn: session.heldOn, quorum: session.quorum, hears: session.hears };
  await record(tx, may, { subject: "session", subjectId: session.id, before, after: input }, when);
}

/**
 * Puts a case on a session's agenda, last. Nothing happens when it is there already.
 * @throws Refusal 409 while it waits on the agenda of another session: two sessions would decide it apart
 */
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
  const elsewhere = (await waitingElsewhere(tx, session.id)).get(useCase.id);
  if (elsewhere !== undefined) {
    throw new Refusal(409, "committee.refusal.on-other-agenda", { reference, session: elsewhere });
  }
  const [last] = await tx
    .select({ position: max(agendaItems.position) })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, session.id));
  await tx
    .insert(agendaItems)
    .values({
      sessionId: session.id,
      useCaseId: useCase.id,
      position: (last?.position ?? 0) + 1,
      // What comes to a frozen shortlist comes with its figures of that moment.
      ...(session.frozenAt ? (await figuresToKeep(tx, [useCase.id])).get(useCase.id) : {}),
    })
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

/** @throws Refusal 409 when the case is not on the agenda, or was decided on */
export async function guardUndecided(tx: Reader, session: CommitteeSession, useCase: UseCase): Promise<void> {
  const { reference } = useCase;
  const [onAgenda] = await tx
    .select({ position: agendaItems.position })
    .from(agendaItems)
    .where(and(eq(agendaItems.sessionId, session.id), eq(agendaItems.useCaseId, useCase.id)));
  if (!onAgenda) throw new Refusal(409, "committee.refusal.not-on-agenda", { reference });
  const [decided] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.sessionId, session.id), eq(decisions.useCaseId, useCase.id)));
  if (decided) throw new Refusal(409, "committee.refusal.already-decided", { reference });
}

/**
 * Ends a session: its minutes are complete and nothing of it changes any more.
 * @throws Refusal 409 where it leaves undecided what was placed before an approval, unless it says so and why in its notes
 */
export async function closeSession(
  tx: Writer,
  actor: Actor,
  number: number,
  { notes, againstRank: said }: { notes: Told | null; againstRank: boolean },
  when: When,
): Promise<void> {
  const may = permit(actor, "session.close", {});
  const session = await openSession(tx, number);
  refuseEarly(session, when.today);
  await keepFigures(tx, session.id);
  const against = await weighDecisions(tx, session.id);
  await refuseUnsaidClose(tx, actor, against, said && notes !== null);
  await tx
    .update(committeeSessions)
    .set({ status: "closed", notes, closedAt: when.now, version: session.version + 1 })
    .where(eq(committeeSessions.id, session.id));
  const againstRank = against.map(({ reference }) => reference);
  const after = { status: "closed", notes, ...(againstRank.length > 0 && { againstRank }) };
  await record(tx, may, { subject: "session", subjectId: session.id, after }, when);
}

/** The first decision freezes the figures of the table, where nobody did before: those that it is set against. */
export async function freezeAtFirst(tx: Writer, session: CommitteeSession, when: When): Promise<void> {
  if (session.frozenAt) return;
  await keepFigures(tx, session.id);
  await keepPlaces(tx, session.id);
  await tx.update(committeeSessions).set({ frozenAt: when.now }).where(eq(committeeSessions.id, session.id));
}

/** What has no figures of its own day yet keeps those of now. */
async function keepFigures(tx: Writer, sessionId: number): Promise<void> {
  const isOpen = and(eq(agendaItems.sessionId, sessionId), isNull(agendaItems.figures));
  const items = await tx.select({ useCaseId: agendaItems.useCaseId }).from(agendaItems).where(isOpen);
  const kept = await figuresToKeep(
    tx,
    items.map(({ useCaseId }) => useCaseId),
  );
  for (const [useCaseId, own] of kept) {
    await tx
      .update(agendaItems)
      .set(own)
      .where(and(eq(agendaItems.sessionId, sessionId), eq(agendaItems.useCaseId, useCaseId)));
  }
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
