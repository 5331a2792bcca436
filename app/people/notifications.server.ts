import { and, desc, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { dayIn } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { notifications, people, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import type { NewsCursor } from "./notification";
import { permit } from "./permit";
import type { Actor } from "./roles";
import { byDay, type NewsDay, type NewsLine } from "./told";

const PAGE = 50;
/** For so many days what somebody was told is kept. */
export const NEWS_KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

export interface NewsPage {
  days: NewsDay[];
  next: NewsCursor | null;
}

/** Whose news, in whose calendar. */
interface ReaderOfNews {
  personId: number;
  timeZone: string;
}

async function linesOf(
  db: Reader,
  { personId, timeZone }: ReaderOfNews,
  { read, before }: { read: boolean; before: number | null },
  limit: number,
) {
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      values: notifications.values,
      href: notifications.href,
      at: notifications.at,
      by: people.name,
      reference: useCases.reference,
      title: shownTitle,
    })
    .from(notifications)
    .leftJoin(people, eq(people.id, notifications.actorId))
    .leftJoin(useCases, eq(useCases.id, notifications.useCaseId))
    .where(
      and(
        eq(notifications.personId, personId),
        read ? isNotNull(notifications.readAt) : isNull(notifications.readAt),
        before === null ? undefined : lt(notifications.id, before),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(limit);
  return rows.map(({ at, ...row }): NewsLine => ({ ...row, at: at.getTime(), day: dayIn(at, timeZone), read }));
}

/** One page of what a person was told: the unread first, each part with the newest first. */
export async function readNews(db: Reader, reader: ReaderOfNews, from: NewsCursor | null): Promise<NewsPage> {
  const start = from ?? { read: false, before: null };
  const lines = await linesOf(db, reader, start, PAGE + 1);
  if (!start.read && lines.length <= PAGE) {
    const rest = { read: true, before: null };
    lines.push(...(await linesOf(db, reader, rest, PAGE + 1 - lines.length)));
  }
  const last = lines.length > PAGE ? lines[PAGE - 1] : undefined;
  return { days: byDay(lines.slice(0, PAGE)), next: last ? { read: last.read, before: last.id } : null };
}

const LATEST = 5;

/** What a person was told last and has not read. */
export function latestNews(db: Reader, reader: ReaderOfNews): Promise<NewsLine[]> {
  return linesOf(db, reader, { read: false, before: null }, LATEST);
}

/** How many a person has not read. */
export async function countUnread(db: Reader, personId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)));
  return Number(row?.count ?? 0);
}

/**
 * Notes that a person has read what they were told: these, or all of it. What is somebody else's stays as it is.
 * @returns how many were unread
 */
export async function markRead(
  tx: Writer,
  actor: Actor & { personId: number },
  which: readonly number[] | "all",
  when: When,
): Promise<number> {
  const { personId } = actor;
  permit(actor, "account.use", { accountOf: personId });
  const marked = await tx
    .update(notifications)
    .set({ readAt: when.now })
    .where(
      and(
        eq(notifications.personId, personId),
        isNull(notifications.readAt),
        which === "all" ? undefined : inArray(notifications.id, [...which]),
      ),
    )
    .returning({ id: notifications.id });
  return marked.length;
}

/** The page that one of a person's notifications is about, or null where it is not theirs or gone. */
export async function pageOfNews(db: Reader, personId: number, id: number) {
  const [row] = await db
    .select({ href: notifications.href, readAt: notifications.readAt })
    .from(notifications)
    .where(and(eq(notifications.id, id), eq(notifications.personId, personId)));
  return row ?? null;
}

/** What is old is forgotten, read or not: whoever did not look for so long has the cases themselves. */
export async function forgetOldNews(tx: Writer, when: When): Promise<void> {
  await tx.delete(notifications).where(lt(notifications.at, new Date(when.now.getTime() - NEWS_KEPT_DAYS * DAY_MS)));
}

/** What was told of a case that is gone for good: a draft that its author took back. */
export async function forgetNewsOf(tx: Writer, useCaseId: number): Promise<void> {
  await tx.delete(notifications).where(eq(notifications.useCaseId, useCaseId));
}
