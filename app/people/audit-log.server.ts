import { and, asc, desc, eq, gt, gte, inArray, isNull, lt } from "drizzle-orm";
import { addDays, type Day, startOfDay } from "#app/kernel/day";
import { fold } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { auditEvents, people } from "#db/schema.server";
import { changesOf, type FieldChange } from "./audit-changes";
import { holdsWords } from "./directory.server";

const PAGE = 50;

export interface AuditFilter {
  /** Words of the name or address of who did it; `Casebook` is the product itself. */
  who: string | null;
  act: string | null;
  subject: string | null;
  subjectId: number | null;
  /** The day as people in `timeZone` read it. */
  on: Day | null;
  /** The event before or after which the page begins. */
  older: number | null;
  newer: number | null;
}

export interface AuditRow {
  id: number;
  /** Milliseconds. */
  at: number;
  actorId: number | null;
  actorName: string;
  act: string;
  subject: string;
  subjectId: number;
  useCaseId: number | null;
  changes: FieldChange[];
  /** What it changed is not for the reader to see yet. */
  hidden?: boolean;
}

function doneBy(db: Reader, who: string) {
  if (fold(who) === "casebook") return isNull(auditEvents.actorId);
  const meant = db
    .select({ id: people.id })
    .from(people)
    .where(and(...holdsWords(who)));
  return inArray(auditEvents.actorId, meant);
}

/** One page of the log, newest first. One query. */
export async function readAuditLog(db: Reader, filter: AuditFilter, timeZone: string) {
  const { who, act, subject, subjectId, on, older, newer } = filter;
  const backwards = newer !== null;
  const found = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        who === null ? undefined : doneBy(db, who),
        act === null ? undefined : eq(auditEvents.act, act),
        subject === null ? undefined : eq(auditEvents.subject, subject),
        subjectId === null ? undefined : eq(auditEvents.subjectId, subjectId),
        on === null ? undefined : gte(auditEvents.at, startOfDay(on, timeZone)),
        on === null ? undefined : lt(auditEvents.at, startOfDay(addDays(on, 1), timeZone)),
        newer === null ? undefined : gt(auditEvents.id, newer),
        older === null || backwards ? undefined : lt(auditEvents.id, older),
      ),
    )
    .orderBy(backwards ? asc(auditEvents.id) : desc(auditEvents.id))
    .limit(PAGE + 1);
  const more = found.length > PAGE;
  const page = found.slice(0, PAGE);
  if (backwards) page.reverse();
  return {
    rows: page.map(
      (event): AuditRow => ({
        id: event.id,
        at: event.at.getTime(),
        actorId: event.actorId,
        actorName: event.actorName,
        act: event.act,
        subject: event.subject,
        subjectId: event.subjectId,
        useCaseId: event.useCaseId,
        changes: changesOf(event.before, event.after),
      }),
    ),
    newer: (backwards ? more : older !== null) ? (page[0]?.id ?? null) : null,
    older: (backwards ? true : more) ? (page.at(-1)?.id ?? null) : null,
  };
}
