/** Which mail is to be written, and who is at it: docs/decisions/0017-mail.md says why none is sent twice. */
import { randomBytes } from "node:crypto";
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import type { Database, Reader, Writer } from "#db/client.server";
import { mails, notifications, people } from "#db/schema.server";
import { dueUpTo, type MailKind, nextTry } from "./mail-rhythm";
import type { Organisation } from "./organisation.server";

const DAY_MS = 86_400_000;
/** What is older is not mailed any more: so that whoever sets mail up does not mail the past. */
const STALE_MS = 8 * DAY_MS;
/** Longer than a mail may take to go out: a claim that is older belongs to a process that is gone. */
export const CLAIM_MS = 10 * 60_000;
const KEPT_MS = 30 * DAY_MS;
const AT_ONCE = 50;
const KINDS: readonly MailKind[] = ["at-once", "daily", "weekly"];

/** A mail whose last word was said before its process or its connection ended. */
export const PERHAPS_SENT = "perhaps-sent";

/** News that nobody mailed yet, due at this moment by the rhythm of whom they are for. */
function due(now: Date, timeZone: string): SQL | undefined {
  const byRhythm = KINDS.map((kind) =>
    and(eq(people.mailRhythm, kind), lte(notifications.at, dueUpTo(kind, now, timeZone))),
  );
  return and(
    isNull(notifications.mailId),
    isNull(notifications.readAt),
    gt(notifications.at, new Date(now.getTime() - STALE_MS)),
    eq(people.active, true),
    or(...byRhythm),
  );
}

async function whoIsDue(db: Reader, now: Date, timeZone: string) {
  const found = await db
    .selectDistinct({ personId: people.id, rhythm: people.mailRhythm })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .where(due(now, timeZone))
    .orderBy(asc(people.id))
    .limit(AT_ONCE);
  return found.flatMap(({ personId, rhythm }) => (rhythm === "never" ? [] : [{ personId, rhythm }]));
}

/**
 * Puts a mail into the queue for each person who has news to be mailed now. Nothing is written where there is none; of
 * a demonstration nobody is mailed.
 * @param host what Message-IDs end in
 */
export async function queueMails(
  database: Database,
  { timeZone, demo }: Pick<Organisation, "timeZone" | "demo">,
  host: string,
  now: Date,
): Promise<number> {
  if (demo) return 0;
  let queued = 0;
  for (;;) {
    if ((await whoIsDue(database, now, timeZone)).length === 0) return queued;
    queued += await database.write(async (tx) => {
      // Asked again inside: another process may have been faster.
      const waiting = await whoIsDue(tx, now, timeZone);
      for (const { personId, rhythm } of waiting) await queueOne(tx, personId, rhythm, { host, now, timeZone });
      return waiting.length;
    });
  }
}

async function queueOne(
  tx: Writer,
  personId: number,
  kind: MailKind,
  { host, now, timeZone }: { host: string; now: Date; timeZone: string },
): Promise<void> {
  const messageId = `<${randomBytes(16).toString("hex")}@${host}>`;
  const [mail] = await tx
    .insert(mails)
    .values({ personId, kind, messageId, createdAt: now, dueAt: now })
    .returning({ id: mails.id });
  if (!mail) throw new Error("The mail was not queued");
  await tx
    .update(notifications)
    .set({ mailId: mail.id })
    .where(
      and(
        eq(notifications.personId, personId),
        isNull(notifications.mailId),
        isNull(notifications.readAt),
        gt(notifications.at, new Date(now.getTime() - STALE_MS)),
        lte(notifications.at, dueUpTo(kind, now, timeZone)),
      ),
    );
}

/** A mail that this process alone is at, until its claim ends. */
export interface ClaimedMail {
  id: number;
  personId: number;
  kind: MailKind;
  messageId: string;
  tries: number;
  claimedUntil: Date;
}

const open = and(isNull(mails.sentAt), isNull(mails.givenUpAt));
const waits = (now: Date) =>
  and(open, lte(mails.dueAt, now), or(isNull(mails.claimedUntil), lte(mails.claimedUntil, now)));

/** Takes the mail that waits longest; null where none does. Nothing is written then. */
export async function claimMail(database: Database, now: Date): Promise<ClaimedMail | null> {
  const waiting = (db: Reader) =>
    db.select().from(mails).where(waits(now)).orderBy(asc(mails.dueAt), asc(mails.id)).limit(1);
  for (;;) {
    if ((await waiting(database)).length === 0) return null;
    const taken = await database.write(async (tx) => {
      const [mail] = await waiting(tx);
      if (!mail) return "none" as const;
      if (mail.handedAt) {
        // Whoever was at it is gone, and the server may have it: sent again it might arrive twice.
        await tx.update(mails).set({ givenUpAt: now, problem: PERHAPS_SENT }).where(eq(mails.id, mail.id));
        return "gone" as const;
      }
      const claim = { claimedUntil: new Date(now.getTime() + CLAIM_MS), tries: mail.tries + 1 };
      await tx.update(mails).set(claim).where(eq(mails.id, mail.id));
      return { ...mail, ...claim };
    });
    if (taken === "none") return null;
    if (taken !== "gone") return taken;
  }
}

const mine = ({ id, claimedUntil }: ClaimedMail) => and(eq(mails.id, id), eq(mails.claimedUntil, claimedUntil), open);

/**
 * Notes that the mail's last word is about to go out. From here on nobody sends it again by themselves.
 * @returns false where the claim is lost: then the last word must not be said
 */
export async function handMail(database: Database, mail: ClaimedMail, now: Date): Promise<boolean> {
  if (now >= mail.claimedUntil) return false;
  const handed = await database.write((tx) =>
    tx
      .update(mails)
      .set({ handedAt: now })
      .where(and(mine(mail), isNull(mails.handedAt)))
      .returning({ id: mails.id }),
  );
  return handed.length > 0;
}

export async function mailWasSent(database: Database, mail: ClaimedMail, now: Date): Promise<void> {
  await database.write((tx) =>
    tx.update(mails).set({ sentAt: now, claimedUntil: null, problem: null }).where(eq(mails.id, mail.id)),
  );
}

/** What a try that ended badly means for the mail. */
export type Failed =
  /** The server, or the way to it: another time. */
  | { again: true; problem: string }
  /** Refused for good, or perhaps there already. */
  | { again: false; problem: string };

export async function mailFailed(
  database: Database,
  mail: ClaimedMail,
  failed: Failed,
  now: Date,
): Promise<Date | null> {
  const dueAt = failed.again ? nextTry(mail.tries, now) : null;
  const after = dueAt ? { dueAt, handedAt: null } : { givenUpAt: now };
  await database.write((tx) =>
    tx
      .update(mails)
      .set({ ...after, claimedUntil: null, problem: failed.problem })
      .where(mine(mail)),
  );
  return dueAt;
}

/** A mail with nothing left to say: all of it was read, or its person wants none any more. */
export async function dropMail(database: Database, mail: ClaimedMail): Promise<void> {
  await database.write(async (tx) => {
    await tx.update(notifications).set({ mailId: null }).where(eq(notifications.mailId, mail.id));
    await tx.delete(mails).where(mine(mail));
  });
}

/** Mails that ended a while ago, one way or the other. */
export async function forgetOldMails(tx: Writer, { now }: { now: Date }): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  const ended = and(lt(mails.createdAt, before), or(isNotNull(mails.sentAt), isNotNull(mails.givenUpAt)));
  const old = tx.select({ id: mails.id }).from(mails).where(ended);
  await tx.update(notifications).set({ mailId: null }).where(inArray(notifications.mailId, old));
  await tx.delete(mails).where(ended);
}
