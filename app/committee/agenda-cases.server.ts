import { asc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { agendaItems } from "#db/schema.server";
import { sessionByNumber } from "./sessions.server";

/** The cases of a session's agenda, by their ids. @throws Refusal 404 */
export async function agendaCases(db: Reader, number: number): Promise<number[]> {
  const { id } = await sessionByNumber(db, number);
  const rows = await db
    .select({ useCaseId: agendaItems.useCaseId })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, id))
    .orderBy(asc(agendaItems.position));
  return rows.map(({ useCaseId }) => useCaseId);
}
