import { and, eq, isNull, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { agendaItems, committeeSessions, decisions } from "#db/schema.server";

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
