import { createHmac, randomBytes } from "node:crypto";
import { hash as argonHash, verify as argonVerify } from "@node-rs/argon2";
import { and, count, eq, gt, lt } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Database, Reader } from "#db/client.server";
import { authSessions, people, personDepartments, personRoles, signInFailures } from "#db/schema.server";
import { record } from "./audit.server";
import { permit } from "./permit";
import { type Actor, isRole } from "./roles";

const SESSION_DAYS = 14;
const SEEN_EVERY_MS = 5 * 60_000;
const THROTTLE_WINDOW_MS = 15 * 60_000;
const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_ADDRESS = 30;

/** OWASP's argon2id minimum: 19 MiB, 2 passes, 1 lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// Checked where an account does not exist, so that the answer takes as long as for one that does.
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return argonHash(password, ARGON);
}

/** Only this hash of a token is stored: a copy of the database opens no session. */
export function hashToken(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64url");
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export interface SignedIn {
  sessionId: number;
  actor: Actor & { personId: number };
  email: string;
  locale: Locale | null;
  theme: "light" | "dark" | null;
}

/** The person behind a session token, or null when it is unknown, expired, revoked, or the account is closed. */
export async function whoIs(db: Reader, token: string, secret: string, now: Date): Promise<SignedIn | null> {
  const [found] = await db
    .select({
      sessionId: authSessions.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      theme: people.theme,
    })
    .from(authSessions)
    .innerJoin(people, eq(people.id, authSessions.personId))
    .where(
      and(
        eq(authSessions.tokenHash, hashToken(token, secret)),
        gt(authSessions.expiresAt, now),
        eq(people.active, true),
      ),
    );
  if (!found) return null;
  const { sessionId, personId, name, email, locale, theme } = found;
  return { sessionId, email, locale, theme, actor: await readActor(db, personId, name) };
}

export async function readActor(db: Reader, personId: number, name: string): Promise<Actor & { personId: number }> {
  const roles = await db.select({ role: personRoles.role }).from(personRoles).where(eq(personRoles.personId, personId));
  const departments = await db
    .select({ id: personDepartments.departmentId })
    .from(personDepartments)
    .where(eq(personDepartments.personId, personId));
  return {
    personId,
    name,
    roles: roles.map(({ role }) => role).filter(isRole),
    departmentIds: departments.map(({ id }) => id),
  };
}

export interface Visitor {
  address: string;
  userAgent: string;
}

/**
 * Checks an account and opens a session; answers its token, which is shown to nobody else again.
 * @throws Refusal 429 after too many failures for the account or the address; 403 when they do not match.
 */
export async function signIn(
  db: Database,
  credentials: { email: string; password: string },
  visitor: Visitor,
  secret: string,
  when: When,
): Promise<{ token: string; expiresAt: Date }> {
  const email = credentials.email.trim().toLowerCase();
  const keys = [`account ${email}`, `address ${visitor.address}`] as const;
  await throttle(db, keys[0], FAILURES_PER_ACCOUNT, when.now);
  await throttle(db, keys[1], FAILURES_PER_ADDRESS, when.now);
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.email, email), eq(people.active, true)));
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await argonVerify(person?.passwordHash ?? (await decoy), credentials.password);
  if (!person?.passwordHash || !matches) {
    await db.write(async (tx) => {
      await tx.delete(signInFailures).where(lt(signInFailures.at, new Date(when.now.getTime() - THROTTLE_WINDOW_MS)));
      await tx.insert(signInFailures).values(keys.map((key) => ({ key, at: when.now })));
    });
    throw new Refusal(403, "people.refusal.wrong-password");
  }
  const token = newToken();
  const expiresAt = new Date(when.now.getTime() + SESSION_DAYS * 86_400_000);
  await db.write(async (tx) => {
    const actor = await readActor(tx, person.id, person.name);
    const may = permit(actor, "account.use", { accountOf: person.id });
    await tx.delete(signInFailures).where(eq(signInFailures.key, keys[0]));
    await tx.delete(authSessions).where(lt(authSessions.expiresAt, when.now));
    const [session] = await tx
      .insert(authSessions)
      .values({
        tokenHash: hashToken(token, secret),
        personId: person.id,
        createdAt: when.now,
        lastSeenAt: when.now,
        expiresAt,
        userAgent: visitor.userAgent.slice(0, 300),
        address: visitor.address,
      })
      .returning({ id: authSessions.id });
    await record(tx, may, { subject: "session", subjectId: session?.id ?? 0, after: { signedIn: true } }, when);
  });
  return { token, expiresAt };
}

async function throttle(db: Reader, key: string, limit: number, now: Date): Promise<void> {
  const since = new Date(now.getTime() - THROTTLE_WINDOW_MS);
  const [failures] = await db
    .select({ count: count() })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), gt(signInFailures.at, since)));
  if ((failures?.count ?? 0) >= limit) {
    throw new Refusal(429, "people.refusal.throttled", { minutes: THROTTLE_WINDOW_MS / 60_000 });
  }
}

/** Notes that a session is in use, at most every five minutes: a page view is not worth a write. */
export async function touchSession(db: Database, sessionId: number, now: Date): Promise<void> {
  const [session] = await db
    .select({ seen: authSessions.lastSeenAt })
    .from(authSessions)
    .where(eq(authSessions.id, sessionId));
  if (!session || now.getTime() - session.seen.getTime() < SEEN_EVERY_MS) return;
  await db.write((tx) => tx.update(authSessions).set({ lastSeenAt: now }).where(eq(authSessions.id, sessionId)));
}
