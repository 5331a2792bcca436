import { and, eq, isNull, ne } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Reader } from "#db/client.server";
import { agendaItems, committeeSessions, decisions } from "#db/schema.server";
import { candidatesFor } from "./candidates.server";

/** Cases that wait on the agenda of another session that is still to decide them, with its number. One query. */
export async function waitingElsewhere(db: Reader, sessionId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .select({ useCaseId: agendaItems.useCaseId, number: committeeSessions.number })
    .from(agendaItems)
    .innerJoin(committeeSessions, eq(committeeSessions.id, agendaItems.sessionId))
    .leftJoin(
      decisions,
      and(eq(decisions.sessionId, agendaItems.sessionId), eq(decisions.useCaseId, agendaItems.useCaseId)),
    )
    .where(and(eq(committeeSessions.status, "planned"), ne(committeeSessions.id, sessionId), isNull(decisions.id)));
  return new Map(rows.map(({ useCaseId, number }) => [useCaseId, number]));
}

/** An open session on whose agenda cases wait that could have come to another one. */
export interface LeftTo {
  session: number;
  count: number;
}

/** Of what waits elsewhere, how many a session could have drawn, by the session that has them. */
export async function leftToOthers(
  db: Reader,
  elsewhere: ReadonlyMap<number, number>,
  heldOn: Day,
  asked: number,
): Promise<LeftTo[]> {
  if (elsewhere.size === 0) return [];
  const counts = new Map<number, number>();
  for (const { id } of await candidatesFor(db, { among: [...elsewhere.keys()] }, heldOn, asked)) {
    const session = elsewhere.get(id);
    if (session !== undefined) counts.set(session, (counts.get(session) ?? 0) + 1);
  }
  return [...counts].map(([session, count]) => ({ session, count })).sort((a, b) => a.session - b.session);
}
