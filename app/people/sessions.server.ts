import { and, desc, eq, gt, ne } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { authSessions } from "#db/schema.server";
import { revokeTokensOf } from "./api-tokens.server";
import { record } from "./audit.server";
import { deviceOf } from "./device";
import { NO_PARTIES } from "./permissions";
import { permit } from "./permit";
import type { Actor } from "./roles";

/** The open sessions of a person, the one most lately used first. Instants in milliseconds. */
export async function sessionsOf(db: Reader, personId: number, now: Date) {
  const rows = await db
    .select({
      id: authSessions.id,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
      userAgent: authSessions.userAgent,
      address: authSessions.address,
    })
    .from(authSessions)
    .where(and(eq(authSessions.personId, personId), gt(authSessions.expiresAt, now)))
    .orderBy(desc(authSessions.lastSeenAt));
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    device: deviceOf(userAgent),
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
  await record(tx, may, { subject: "auth-session", subjectId: sessionId, after: { ended: true } }, when);
}

/** Ends all sessions of a person but the one that they are in; answers how many. */
export async function endOtherSessions(
  tx: Writer,
  actor: Actor & { personId: number },
  keptId: number,
  when: When,
): Promise<number> {
  const may = permit(actor, "account.use", { accountOf: actor.personId });
  const ended = await tx
    .delete(authSessions)
    .where(and(eq(authSessions.personId, actor.personId), ne(authSessions.id, keptId)))
    .returning({ id: authSessions.id });
  await record(tx, may, { subject: "person", subjectId: actor.personId, after: { sessionsEnded: ended.length } }, when);
  return ended.length;
}

/** Ends every session and token of somebody else, as an administrator: a lost laptop. Answers how many sessions. */
export async function endSessionsOf(tx: Writer, actor: Actor, personId: number, when: When): Promise<number> {
  const may = permit(actor, "person.edit", NO_PARTIES);
  const ended = await tx
    .delete(authSessions)
    .where(eq(authSessions.personId, personId))
    .returning({ id: authSessions.id });
  await record(tx, may, { subject: "person", subjectId: personId, after: { sessionsEnded: ended.length } }, when);
  await revokeTokensOf(tx, may, personId, when);
  return ended.length;
}
