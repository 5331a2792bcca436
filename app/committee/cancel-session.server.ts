import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { agendaItems, committeeSessions, decisions, useCases } from "#db/schema.server";
import { committeeMembers } from "./seats.server";
import { openSession } from "./sessions.server";

/**
 * Takes a session back that decided nothing, and tells the members why. Its number is not given again, and what was on its
 * agenda stays readable there, free to come to any other.
 * @throws Refusal 409 once it decided something; 423 when it is closed or cancelled
 */
export async function cancelSession(tx: Writer, actor: Actor, number: number, reason: Told, when: When): Promise<void> {
  const may = permit(actor, "session.cancel", NO_PARTIES);
  const session = await openSession(tx, number);
  const table = await tx
    .select({ reference: useCases.reference, decision: decisions.id })
    .from(agendaItems)
    .innerJoin(useCases, eq(useCases.id, agendaItems.useCaseId))
    .leftJoin(decisions, and(eq(decisions.sessionId, session.id), eq(decisions.useCaseId, agendaItems.useCaseId)))
    .where(eq(agendaItems.sessionId, session.id))
    .orderBy(agendaItems.position);
  if (table.some(({ decision }) => decision !== null)) {
    throw new Refusal(409, "committee.refusal.cancel-decided", { number });
  }
  await tx
    .update(committeeSessions)
    .set({
      ...{ status: "cancelled", cancelReason: reason, cancelledBy: actor.personId, closedAt: when.now },
      version: session.version + 1,
    })
    .where(eq(committeeSessions.id, session.id));
  const before = { status: session.status, agenda: table.map(({ reference }) => reference) };
  const change = { subject: "session", subjectId: session.id, before, after: { status: "cancelled", reason } };
  await record(tx, may, change, when);
  const values = { number, dueOn: session.heldOn, reason };
  const seats = await committeeMembers(tx);
  await notify(
    tx,
    actor,
    { kind: "session-cancelled", useCaseId: null, href: `/committee/${number}`, values },
    seats.map(({ id }) => id),
    when,
  );
}
