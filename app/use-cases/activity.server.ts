import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { changesOf, type FieldChange } from "#app/people/audit-changes";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { auditEvents, departments, people } from "#db/schema.server";
import { openCase } from "./cases.server";

const PAGE = 50;
// What an assessor scores stays theirs until it is revealed: the assessment's own page knows when.
const BLIND = new Set(["assessment.write"]);

const NAMED_BY_PERSON = ["ownerId", "technicalOwnerId", "authorId"];

function idsIn(changes: readonly FieldChange[], fields: readonly string[]): number[] {
  const kept = changes.filter(({ field }) => fields.includes(field)).flatMap(({ before, after }) => [before, after]);
  return [...new Set(kept.filter((id): id is number => typeof id === "number"))];
}

/** What happened to a case, newest first: one page of its audit events, and the names behind their ids. */
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
    isNew: event.before === null,
    changes: BLIND.has(event.act) ? [] : changesOf(event.before, event.after),
  }));
  const all = events.flatMap(({ changes }) => changes);
  const [personIds, departmentIds] = [idsIn(all, NAMED_BY_PERSON), idsIn(all, ["departmentId"])];
  const persons = personIds.length
    ? await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, personIds))
    : [];
  const places = departmentIds.length
    ? await db
        .select({ id: departments.id, name: departments.name })
        .from(departments)
        .where(inArray(departments.id, departmentIds))
    : [];
  return {
    reference: useCase.reference,
    title: useCase.title,
    events,
    people: Object.fromEntries(persons.map(({ id, name }) => [id, name])),
    departments: Object.fromEntries(places.map(({ id, name }) => [id, name])),
    older: found.length > PAGE ? (events.at(-1)?.id ?? null) : null,
  };
}

export type Activity = Awaited<ReturnType<typeof readActivity>>;
export type ActivityEvent = Activity["events"][number];
