import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Locale } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { mails, notifications, people, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import type { Rhythm } from "./mail-rhythm";
import type { ToldNews } from "./told";

/** At most so many are said in one mail; the rest is counted. */
const SAID = 40;

export interface MailContent {
  to: { id: number; name: string; email: string; locale: Locale | null; rhythm: Rhythm; active: boolean };
  lines: (ToldNews & { id: number })[];
  /** How many more there are. */
  more: number;
}

/** What a mail says: what it carries and its person has not read meanwhile. */
export async function readMailContent(db: Reader, mail: { id: number; personId: number }): Promise<MailContent> {
  const [to] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      rhythm: people.mailRhythm,
      active: people.active,
    })
    .from(people)
    .where(eq(people.id, mail.personId));
  if (!to) throw new Error(`Nobody is person ${mail.personId}`);
  const author = db.select({ id: people.id, name: people.name }).from(people).as("author");
  const lines = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      values: notifications.values,
      by: author.name,
      reference: useCases.reference,
      title: shownTitle,
    })
    .from(notifications)
    .leftJoin(author, eq(author.id, notifications.actorId))
    .leftJoin(useCases, eq(useCases.id, notifications.useCaseId))
    .where(
      and(eq(notifications.mailId, mail.id), eq(notifications.personId, mail.personId), isNull(notifications.readAt)),
    )
    .orderBy(asc(notifications.id));
  return { to, lines: lines.slice(0, SAID), more: Math.max(0, lines.length - SAID) };
}

/** How the queue of mail stands. */
export interface MailState {
  waiting: number;
  /** Of those that wait, how many were tried and not taken. */
  retrying: number;
  givenUp: number;
  lastSentAt: Date | null;
  /** Those that need somebody: refused, given up, or perhaps sent; the newest first. */
  troubles: { id: number; to: string; personId: number; at: Date; tries: number; problem: string; over: boolean }[];
}

const TROUBLES_SHOWN = 20;

export async function countMails(db: Reader) {
  const [counted] = await db
    .select({
      waiting: sql<number>`coalesce(sum(case when ${mails.sentAt} is null and ${mails.givenUpAt} is null then 1 else 0 end), 0)`,
      retrying: sql<number>`coalesce(sum(case when ${mails.sentAt} is null and ${mails.givenUpAt} is null and ${mails.problem} is not null then 1 else 0 end), 0)`,
      givenUp: sql<number>`coalesce(sum(case when ${mails.givenUpAt} is not null then 1 else 0 end), 0)`,
    })
    .from(mails);
  return {
    waiting: Number(counted?.waiting ?? 0),
    retrying: Number(counted?.retrying ?? 0),
    givenUp: Number(counted?.givenUp ?? 0),
  };
}

export async function readMailState(db: Reader): Promise<MailState> {
  const [last] = await db
    .select({ at: mails.sentAt })
    .from(mails)
    .where(isNotNull(mails.sentAt))
    .orderBy(desc(mails.sentAt))
    .limit(1);
  const troubles = await db
    .select({
      id: mails.id,
      to: people.name,
      personId: mails.personId,
      at: mails.createdAt,
      tries: mails.tries,
      problem: mails.problem,
      givenUpAt: mails.givenUpAt,
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(and(isNull(mails.sentAt), isNotNull(mails.problem)))
    .orderBy(desc(mails.id))
    .limit(TROUBLES_SHOWN);
  return {
    ...(await countMails(db)),
    lastSentAt: last?.at ?? null,
    troubles: troubles.map(({ problem, givenUpAt, ...row }) => ({
      ...row,
      problem: problem ?? "",
      over: givenUpAt !== null,
    })),
  };
}
