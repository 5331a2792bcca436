import { and, asc, eq, gte } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { ForSession } from "#app/use-cases/who-moves";
import type { Reader } from "#db/client.server";
import { agendaItems, committeeSessions } from "#db/schema.server";

const planned = eq(committeeSessions.status, "planned");

/** The open session that has a case on its agenda. */
export async function openAgendaOf(db: Reader, useCaseId: number) {
  const [session] = await db
    .select({ number: committeeSessions.number, heldOn: committeeSessions.heldOn })
    .from(committeeSessions)
    .innerJoin(agendaItems, eq(agendaItems.sessionId, committeeSessions.id))
    .where(and(planned, eq(agendaItems.useCaseId, useCaseId)))
    .orderBy(asc(committeeSessions.heldOn), asc(committeeSessions.id))
    .limit(1);
  return session ?? null;
}

async function nextSession(db: Reader, today: Day) {
  const [session] = await db
    .select({ number: committeeSessions.number, heldOn: committeeSessions.heldOn })
    .from(committeeSessions)
    .where(and(planned, gte(committeeSessions.heldOn, today)))
    .orderBy(asc(committeeSessions.heldOn), asc(committeeSessions.id))
    .limit(1);
  return session ?? null;
}

/** The «no» to a move that a session decides, with where it can: the agenda that has the case, or the next that may take it. */
export async function refusalForSession(
  db: Reader,
  useCase: { id: number; reference: string },
  what: ForSession,
  today: Day,
): Promise<Refusal> {
  const on = await openAgendaOf(db, useCase.id);
  const session = on ?? (await nextSession(db, today));
  const where = on ? "agenda" : session ? "next" : "none";
  const { reference } = useCase;
  const number = session?.number ?? 0;
  return new Refusal(409, "committee.refusal.for-session", { what, where, reference, number });
}
