import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Database, Reader, Writer } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { apiTokens, people } from "#db/schema.server";
import { MOST_TOKENS, prefixOf, type Scope, stateOfToken, TOKEN_MARK, type TokenInput } from "./api-token";
import { record } from "./audit.server";
import { hashToken, newToken, readActor } from "./auth.server";
import { NO_PARTIES } from "./permissions";
import { type Permitted, permit } from "./permit";
import type { Actor } from "./roles";

const USED_EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

const inUse = (personId: number, now: Date) =>
  and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now));

/** Their own account is everybody's; that of somebody else an administrator's. */
const permitFor = (actor: Actor, personId: number): Permitted =>
  actor.personId === personId
    ? permit(actor, "account.use", { accountOf: personId })
    : permit(actor, "person.edit", NO_PARTIES);

/**
 * Makes a token by which a program acts for a person. Only its hash is kept: what this answers is shown once.
 * @throws Refusal 409 when the account is closed, or has as many tokens as one may have
 */
export async function issueToken(
  tx: Writer,
  actor: Actor,
  personId: number,
  { name, scope, days }: TokenInput,
  secret: string,
  when: When,
): Promise<{ id: number; token: string; expiresAt: Date }> {
  const may = permitFor(actor, personId);
  const [person] = await tx.select({ active: people.active }).from(people).where(eq(people.id, personId));
  if (!person?.active) throw new Refusal(409, "people.refusal.account-closed");
  const [used] = await tx.select({ tokens: count() }).from(apiTokens).where(inUse(personId, when.now));
  if ((used?.tokens ?? 0) >= MOST_TOKENS) {
    throw new Refusal(409, "people.refusal.too-many-tokens", { most: MOST_TOKENS });
  }
  const token = `${TOKEN_MARK}${newToken()}`;
  const prefix = prefixOf(token);
  const expiresAt = new Date(when.now.getTime() + days * DAY_MS);
  const [made] = await tx
    .insert(apiTokens)
    .values({ personId, name, scope, prefix, tokenHash: hashToken(token, secret), createdAt: when.now, expiresAt })
    .returning({ id: apiTokens.id });
  if (!made) throw new Error("The token was not inserted");
  const after = { personId, name, scope, prefix, expiresAt: expiresAt.toISOString() };
  await record(tx, may, { subject: "api-token", subjectId: made.id, after }, when);
  return { id: made.id, token, expiresAt };
}

/** Ends a token at once. @throws Refusal 404 when it is neither the actor's nor theirs to end, or ended already */
export async function revokeToken(tx: Writer, actor: Actor, id: number, when: When): Promise<void> {
  const [token] = await tx.select().from(apiTokens).where(eq(apiTokens.id, id));
  if (!token || token.revokedAt) throw new Refusal(404, "desk.refusal.not-found");
  const may = permitFor(actor, token.personId);
  await tx.update(apiTokens).set({ revokedAt: when.now }).where(eq(apiTokens.id, id));
  const { personId, name, prefix } = token;
  await record(tx, may, { subject: "api-token", subjectId: id, before: { personId, name, prefix }, after: null }, when);
}

/** Ends all tokens of a person, as part of closing the account or of a lost laptop; answers how many. */
export async function revokeTokensOf(tx: Writer, may: Permitted, personId: number, when: When): Promise<number> {
  const ended = await tx
    .update(apiTokens)
    .set({ revokedAt: when.now })
    .where(inUse(personId, when.now))
    .returning({ id: apiTokens.id });
  if (ended.length > 0) {
    await record(tx, may, { subject: "person", subjectId: personId, after: { tokensRevoked: ended.length } }, when);
  }
  return ended.length;
}

/** A person's tokens, the newest first, with those that ended. */
export async function tokensOf(db: Reader, personId: number, now: Date) {
  const rows = await db
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.personId, personId))
    .orderBy(desc(apiTokens.id))
    .limit(2 * MOST_TOKENS);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scope: row.scope,
    state: stateOfToken(row, now),
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  }));
}

export type ListedToken = Awaited<ReturnType<typeof tokensOf>>[number];

export interface TokenHolder {
  tokenId: number;
  scope: Scope;
  expiresAt: Date;
  lastUsedAt: Date | null;
  locale: Locale | null;
  actor: Actor & { personId: number };
}

const tokenOf = prepared<
  { tokenHash: string; now: number },
  Omit<TokenHolder, "actor"> & { personId: number; name: string }
>((db) =>
  db
    .select({
      tokenId: apiTokens.id,
      scope: apiTokens.scope,
      expiresAt: apiTokens.expiresAt,
      lastUsedAt: apiTokens.lastUsedAt,
      personId: people.id,
      name: people.name,
      locale: people.locale,
    })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(
      and(
        eq(apiTokens.tokenHash, sql.placeholder("tokenHash")),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, sql.placeholder("now")),
        eq(people.active, true),
      ),
    ),
);

/** Whom a token speaks for; null when it is unknown, expired, revoked, or the account is closed. */
export async function whoHolds(db: Reader, token: string, secret: string, now: Date): Promise<TokenHolder | null> {
  const [found] = await tokenOf(db, { tokenHash: hashToken(token, secret), now: now.getTime() });
  if (!found) return null;
  const { personId, name, ...holder } = found;
  return { ...holder, actor: await readActor(db, personId, name) };
}

/** Notes that a token is in use, at most every five minutes. */
export async function touchToken(db: Database, { tokenId, lastUsedAt }: TokenHolder, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_EVERY_MS) return;
  await db.write((tx) => tx.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, tokenId)));
}
