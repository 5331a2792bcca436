import { and, desc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { authSessions } from "#db/schema.server";
import { record } from "./audit.server";
import { permit } from "./permit";
import type { Actor } from "./roles";

/** The open sessions of a person, the one most lately used first. Instants in milliseconds. */
export async function sessionsOf(db: Reader, personId: number) {
  const rows = await db
    .select({
      id: authSessions.id,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
      userAgent: authSessions.userAgent,
      address: authSessions.address,
    })
    .from(authSessions)
    .where(eq(authSessions.personId, personId))
    .orderBy(desc(authSessions.lastSeenAt));
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
  }));
}

/** Ends one session of a person. @throws Refusal 404 when it is not theirs or already gone. */
export async function endSession(
  tx: Writer,
  actor: Actor & { personId: number },
  sessionId: number,
  when: When,
): Promise<void> {
  const may = permit(actor, "account.use", { accountOf: actor.personId });
  const [ended] = await tx
    .delete(authSessions)
    .where(and(eq(authSessions.id, sessionId), eq(authSessions.personId, actor.personId)))
    .returning({ id: authSessions.id });
  if (!ended) throw new Refusal(404, "desk.refusal.not-found");
  await record(tx, may, { subject: "session", subjectId: sessionId, after: { ended: true } }, when);
}
