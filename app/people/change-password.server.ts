import { and, eq, ne } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Database } from "#db/client.server";
import { authSessions, people } from "#db/schema.server";
import { record } from "./audit.server";
import { hashPassword, matchesPassword, type SignedIn } from "./auth.server";
import { permit } from "./permit";
import { countAttempt, failAttempt, forgiveAttempt } from "./throttle.server";

/**
 * Changes one's own password, knowing the old one, and ends one's other sessions.
 * Tries count as failed sign-ins do: a borrowed screen is no place to guess at leisure.
 * @throws Refusal 403 when the old password is wrong; 429 after too many tries.
 */
export async function changePassword(
  db: Database,
  { actor, email, sessionId }: SignedIn,
  passwords: { currentPassword: string; password: string },
  address: string,
  when: When,
): Promise<void> {
  const may = permit(actor, "account.use", { accountOf: actor.personId });
  const attempt = await db.write((tx) => countAttempt(tx, email, address, when.now));
  const [person] = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, actor.personId));
  if (!(await matchesPassword(person?.passwordHash ?? null, passwords.currentPassword))) {
    await db.write((tx) => failAttempt(tx, attempt));
    throw new Refusal(403, "people.refusal.wrong-current-password");
  }
  const passwordHash = await hashPassword(passwords.password);
  await db.write(async (tx) => {
    await forgiveAttempt(tx, attempt);
    await tx.update(people).set({ passwordHash }).where(eq(people.id, actor.personId));
    await tx.delete(authSessions).where(and(eq(authSessions.personId, actor.personId), ne(authSessions.id, sessionId)));
    await record(tx, may, { subject: "person", subjectId: actor.personId, after: { passwordChanged: true } }, when);
  });
}
