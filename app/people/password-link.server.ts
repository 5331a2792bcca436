import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Database, Reader, Writer } from "#db/client.server";
import { authSessions, passwordLinks, people } from "#db/schema.server";
import { record } from "./audit.server";
import { hashPassword, hashToken, newToken, readActor } from "./auth.server";
import { readPerson } from "./directory.server";
import { NO_PARTIES } from "./permissions";
import { permit } from "./permit";
import type { Actor } from "./roles";
import { forgiveAccount } from "./throttle.server";

const LINK_HOURS = 48;

/**
 * Issues a one-time link to choose a password; the ones before it end. Only its hash is kept: what this answers is
 * shown once.
 * @throws Refusal 409 when the account is closed.
 */
export async function issuePasswordLink(
  tx: Writer,
  actor: Actor,
  personId: number,
  secret: string,
  when: When,
): Promise<{ token: string; path: string; expiresAt: Date }> {
  const may = permit(actor, "person.edit", NO_PARTIES);
  const { active } = await readPerson(tx, personId);
  if (!active) throw new Refusal(409, "people.refusal.account-closed");
  await withdrawLinks(tx, personId, when);
  const token = newToken();
  const expiresAt = new Date(when.now.getTime() + LINK_HOURS * 3_600_000);
  const [link] = await tx
    .insert(passwordLinks)
    .values({ tokenHash: hashToken(token, secret), personId, issuedBy: actor.personId, expiresAt })
    .returning({ id: passwordLinks.id });
  const after = { personId, expiresAt: expiresAt.toISOString() };
  await record(tx, may, { subject: "password-link", subjectId: link?.id ?? 0, after }, when);
  return { token, path: `/password/${token}`, expiresAt };
}

/** Ends the links of a person that were not used yet. */
export async function withdrawLinks(tx: Writer, personId: number, when: When): Promise<void> {
  const open = and(eq(passwordLinks.personId, personId), isNull(passwordLinks.usedAt));
  await tx
    .update(passwordLinks)
    .set({ expiresAt: when.now })
    .where(and(open, gt(passwordLinks.expiresAt, when.now)));
}

/** Until when a person's link waits to be used, in milliseconds; null when none does. */
export async function openLinkUntil(db: Reader, personId: number, now: Date): Promise<number | null> {
  const [link] = await db
    .select({ expiresAt: passwordLinks.expiresAt })
    .from(passwordLinks)
    .where(and(eq(passwordLinks.personId, personId), isNull(passwordLinks.usedAt), gt(passwordLinks.expiresAt, now)))
    .orderBy(desc(passwordLinks.expiresAt))
    .limit(1);
  return link?.expiresAt.getTime() ?? null;
}

export type LinkState =
  | { state: "open"; personId: number; name: string; email: string }
  | { state: "used" | "expired" | "unknown" };

/** Looking at a link does not use it up: mail programs look at links before people do. */
export async function readPasswordLink(db: Reader, token: string, secret: string, now: Date): Promise<LinkState> {
  const [link] = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      active: people.active,
      expiresAt: passwordLinks.expiresAt,
      usedAt: passwordLinks.usedAt,
    })
    .from(passwordLinks)
    .innerJoin(people, eq(people.id, passwordLinks.personId))
    .where(eq(passwordLinks.tokenHash, hashToken(token, secret)));
  if (!link?.active) return { state: "unknown" };
  if (link.usedAt) return { state: "used" };
  if (link.expiresAt <= now) return { state: "expired" };
  const { personId, name, email } = link;
  return { state: "open", personId, name, email };
}

/**
 * Sets the password of the person whom a link was issued for, once, and ends all of their sessions.
 * @throws Refusal 409 when the link is used, expired or unknown.
 */
export async function choosePassword(
  db: Database,
  token: string,
  password: string,
  secret: string,
  when: When,
): Promise<void> {
  await openLink(db, token, secret, when);
  const passwordHash = await hashPassword(password);
  await db.write(async (tx) => {
    // Looked at again: two browsers may have the same link open.
    const { personId, name, email } = await openLink(tx, token, secret, when);
    const may = permit(await readActor(tx, personId, name), "account.use", { accountOf: personId });
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    await tx
      .update(passwordLinks)
      .set({ usedAt: when.now })
      .where(eq(passwordLinks.tokenHash, hashToken(token, secret)));
    await tx.delete(authSessions).where(eq(authSessions.personId, personId));
    await forgiveAccount(tx, email);
    await record(tx, may, { subject: "person", subjectId: personId, after: { passwordChosen: true } }, when);
  });
}

async function openLink(db: Reader, token: string, secret: string, when: When) {
  const link = await readPasswordLink(db, token, secret, when.now);
  if (link.state !== "open") throw new Refusal(409, `people.refusal.link-${link.state}`);
  return link;
}
