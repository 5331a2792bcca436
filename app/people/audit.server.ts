import { createHash } from "node:crypto";
import { asc, desc, eq, gt, sql } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { auditEvents, counters } from "#db/schema.server";
import type { Permitted } from "./permit";

/** The hash before the first event. */
const GENESIS = "0".repeat(64);
const COUNTER = "audit-events";
const BATCH = 2_000;
/** Events in one insert: their parameters stay far below what either engine takes. */
const AT_ONCE = 500;

export interface Change {
  /** The kind of thing that changed, such as `use-case`, and its id. */
  subject: string;
  subjectId: number;
  useCaseId?: number | null;
  before?: object | null;
  after?: object | null;
}

interface Link {
  at: Date;
  actorId: number | null;
  actorName: string;
  act: string;
  subject: string;
  subjectId: number;
  useCaseId: number | null;
  before: string | null;
  after: string | null;
  previousHash: string;
}

function hashOf(link: Link): string {
  const { at, actorId, actorName, act, subject, subjectId, useCaseId, before, after, previousHash } = link;
  const content = [at.getTime(), actorId, actorName, act, subject, subjectId, useCaseId, before, after, previousHash];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** Appends who did what, when, with before and after, to the chain. Part of every command's own transaction. */
export async function record(tx: Writer, may: Permitted, change: Change, when: When): Promise<void> {
  await recordAll(tx, may, [change], when);
}

/** The same for many things at once, in their order: as many events, with one look at the end of the chain. */
export async function recordAll(tx: Writer, may: Permitted, changes: readonly Change[], when: When): Promise<void> {
  if (changes.length === 0) return;
  const [last] = await tx.select({ hash: auditEvents.hash }).from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
  let previousHash = last?.hash ?? GENESIS;
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const links = changes.slice(from, from + AT_ONCE).map((change) => {
      const link: Link = {
        at: when.now,
        actorId: may.actor.personId,
        actorName: may.actor.name,
        act: may.act,
        subject: change.subject,
        subjectId: change.subjectId,
        useCaseId: change.useCaseId ?? null,
        before: change.before ? JSON.stringify(change.before) : null,
        after: change.after ? JSON.stringify(change.after) : null,
        previousHash,
      };
      previousHash = hashOf(link);
      return { ...link, hash: previousHash };
    });
    await tx.insertMany(auditEvents, links);
  }
  await tx
    .insert(counters)
    .values({ name: COUNTER, value: changes.length })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${changes.length}` } });
}

/** What `casebook audit verify` found: a whole chain, or the first broken link. */
export type Verification =
  | {
      whole: true;
      events: number /** The hash of the last event: kept elsewhere, it proves that nobody rewrote the whole chain. */;
      head: string;
    }
  | { whole: false; events: number; brokenAt: number; why: "content" | "link" | "missing" };

/** Walks the chain from its first event. An event that was altered, removed or slipped in breaks it. */
export async function verifyAudit(db: Reader): Promise<Verification> {
  let previous = GENESIS;
  let lastId = 0;
  let events = 0;
  for (;;) {
    const batch = await db
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.id, lastId))
      .orderBy(asc(auditEvents.id))
      .limit(BATCH);
    for (const event of batch) {
      if (event.previousHash !== previous) return { whole: false, events, brokenAt: event.id, why: "link" };
      if (hashOf(event) !== event.hash) return { whole: false, events, brokenAt: event.id, why: "content" };
      previous = event.hash;
      lastId = event.id;
      events += 1;
    }
    if (batch.length < BATCH) break;
  }
  const [counted] = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, COUNTER));
  if ((counted?.value ?? 0) !== events) return { whole: false, events, brokenAt: lastId + 1, why: "missing" };
  return { whole: true, events, head: previous };
}
