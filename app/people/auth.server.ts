import { createHmac, randomBytes } from "node:crypto";
import { hash as argonHash, verify as argonVerify } from "@node-rs/argon2";
import { and, eq, gt, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Database, Reader, Writer } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { authSessions, people, personDepartments, personRoles } from "#db/schema.server";
import { record } from "./audit.server";
import { permit } from "./permit";
import { type Actor, isRole } from "./roles";
import { countAttempt, failAttempt, forgiveAttempt } from "./throttle.server";

const SESSION_DAYS = 14;
const SEEN_EVERY_MS = 5 * 60_000;

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
  seenAt: Date;
  actor: Actor & { personId: number };
  email: string;
  locale: Locale | null;
  theme: "light" | "dark" | null;
  /** How much of what the person was told they have not read; counted up to a hundred. */
  unread: number;
}

// Asked with the session, so that the bell costs no page a query of its own.
const unread = sql<number>`(select count(*) from (select 1 from notifications
  where notifications.person_id = ${people.id} and notifications.read_at is null limit 100) as waiting)`;

const sessionOf = prepared<
  { tokenHash: string; now: number },
  Omit<SignedIn, "actor"> & { personId: number; name: string }
>((db) =>
  db
    .select({
      sessionId: authSessions.id,
      seenAt: authSessions.lastSeenAt,
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      theme: people.theme,
      unread,
    })
    .from(authSessions)
    .innerJoin(people, eq(people.id, authSessions.personId))
    .where(
      and(
        eq(authSessions.tokenHash, sql.placeholder("tokenHash")),
        gt(authSessions.expiresAt, sql.placeholder("now")),
        eq(people.active, true),
      ),
    ),
);

/** The person behind a session token, or null when it is unknown, expired, revoked, or the account is closed. */
export async function whoIs(db: Reader, token: string, secret: string, now: Date): Promise<SignedIn | null> {
  const [found] = await sessionOf(db, { tokenHash: hashToken(token, secret), now: now.getTime() });
  if (!found) return null;
  const { personId, name, ...session } = found;
  return { ...session, actor: await readActor(db, personId, name) };
}

const rolesOf = prepared<{ personId: number }, { role: string }>((db) =>
  db
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, sql.placeholder("personId"))),
);

const departmentsOf = prepared<{ personId: number }, { id: number }>((db) =>
  db
    .select({ id: personDepartments.departmentId })
    .from(personDepartments)
    .where(eq(personDepartments.personId, sql.placeholder("personId"))),
);

export async function readActor(db: Reader, personId: number, name: string): Promise<Actor & { personId: number }> {
  const roles = await rolesOf(db, { personId });
  const departments = await departmentsOf(db, { personId });
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
  /** The token of the session that the visitor comes with, if any. */
  token?: string | undefined;
}

export interface OpenedSession {
  token: string;
  expiresAt: Date;
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
): Promise<OpenedSession> {
  const email = credentials.email.trim().toLowerCase();
  const attempt = await db.write((tx) => countAttempt(tx, email, visitor.address, when.now));
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.email, email), eq(people.active, true)));
  if (!(await matchesPassword(person?.passwordHash ?? null, credentials.password)) || !person) {
    await db.write((tx) => failAttempt(tx, attempt));
    throw new Refusal(403, "people.refusal.wrong-password");
  }
  return db.write(async (tx) => {
    await forgiveAttempt(tx, attempt);
    return openSession(tx, person.id, person.name, visitor, secret, when);
  });
}

/** Whether a password is the right one; as slow where there is none, so that the time tells nothing. */
export async function matchesPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await argonVerify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && matches;
}

/** Opens a session for somebody who has just proven who they are; the session that they came with ends. */
export async function openSession(
  tx: Writer,
  personId: number,
  name: string,
  visitor: Visitor,
  secret: string,
  when: When,
): Promise<OpenedSession> {
  const may = permit(await readActor(tx, personId, name), "account.use", { accountOf: personId });
  const token = newToken();
  const expiresAt = new Date(when.now.getTime() + SESSION_DAYS * 86_400_000);
  if (visitor.token) {
    await tx.delete(authSessions).where(eq(authSessions.tokenHash, hashToken(visitor.token, secret)));
  }
  const [session] = await tx
    .insert(authSessions)
    .values({
      tokenHash: hashToken(token, secret),
      personId,
      createdAt: when.now,
      lastSeenAt: when.now,
      expiresAt,
      userAgent: visitor.userAgent.slice(0, 300),
      address: visitor.address,
    })
    .returning({ id: authSessions.id });
  await record(tx, may, { subject: "auth-session", subjectId: session?.id ?? 0, after: { signedIn: true } }, when);
  return { token, expiresAt };
}

/** Notes that a session is in use, at most every five minutes: a page view is not worth a write. */
export async function touchSession(db: Database, { sessionId, seenAt }: SignedIn, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
  await db.write((tx) => tx.update(authSessions).set({ lastSeenAt: now }).where(eq(authSessions.id, sessionId)));
}
