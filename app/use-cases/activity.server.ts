import { and, desc, eq, lt } from "drizzle-orm";
import { changesOf } from "#app/people/audit-changes";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { auditEvents } from "#db/schema.server";
import { openCase } from "./cases.server";

const PAGE = 50;
// What an assessor scores stays theirs until it is revealed: the assessment's own page knows when.
const BLIND = new Set(["assessment.write"]);

/** What happened to a case, newest first: one page of its audit events. */
export async function readActivity(db: Reader, actor: Actor, reference: string | undefined, before: number | null) {
  const useCase = await openCase(db, actor, reference);
  const found = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.useCaseId, useCase.id), before === null ? undefined : lt(auditEvents.id, before)))
    .orderBy(desc(auditEvents.id))
    .limit(PAGE + 1);
  const events = found.slice(0, PAGE).map((event) => ({
    id: event.id,
    at: event.at.getTime(),
    who: event.actorName,
    act: event.act,
    useCaseId: event.useCaseId,
    subject: event.subject,
    subjectId: event.subjectId,
    isNew: event.before === null,
    changes: BLIND.has(event.act) ? [] : changesOf(event.before, event.after),
  }));
  return {
    reference: useCase.reference,
    title: useCase.title,
    events,
    older: found.length > PAGE ? (events.at(-1)?.id ?? null) : null,
  };
}

export type Activity = Awaited<ReturnType<typeof readActivity>>;
export type ActivityEvent = Activity["events"][number];
