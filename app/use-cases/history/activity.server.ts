import { and, asc, desc, eq, inArray, isNotNull, like, lt, max, notInArray } from "drizzle-orm";
import { changesOf } from "#app/people/audit-changes";
import { INTERNAL_SUBJECTS } from "#app/people/audit-subjects";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { auditEvents } from "#db/schema.server";
import { openCase, type UseCase } from "../cases.server";
import { type ActivityQuery, SUBJECTS_OF } from "./activity-kinds";
import { withoutHiddenTalk } from "./hidden-talk.server";
import { makesVersion } from "./replay";

const PAGE = 50;
const MOST_PEOPLE = 200;
const OF_A_DRAFT = new Set(["reference", "stage"]);
// What an assessor scores stays theirs until it is revealed: the assessment's own page knows when.
const BLIND = new Set(["assessment.write"]);

/** The event by which a case stopped being a draft: what was written before is its author's. 0 where it never was one. */
async function endOfDraft(db: Reader, actor: Actor, useCase: UseCase): Promise<number> {
  if (permits(actor, "use-case.edit", useCase)) return 0;
  const [end] = await db
    .select({ id: max(auditEvents.id) })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.useCaseId, useCase.id),
        eq(auditEvents.subject, "use-case"),
        like(auditEvents.before, '{"stage":"draft"%'),
      ),
    );
  return end?.id ?? 0;
}

/** What happened to a case, newest first: one page of its audit events, as far as the reader may see them. */
export async function readActivity(db: Reader, actor: Actor, reference: string | undefined, query: ActivityQuery) {
  const useCase = await openCase(db, actor, reference);
  const { kind, who, before } = query;
  const seen = and(
    eq(auditEvents.useCaseId, useCase.id),
    permits(actor, "note.read", useCase) ? undefined : notInArray(auditEvents.subject, [...INTERNAL_SUBJECTS]),
  );
  const found = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        seen,
        kind === null ? undefined : inArray(auditEvents.subject, [...SUBJECTS_OF[kind]]),
        who === null ? undefined : eq(auditEvents.actorId, who),
        before === null ? undefined : lt(auditEvents.id, before),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(PAGE + 1);
  const people = await db
    .selectDistinct({ id: auditEvents.actorId, name: auditEvents.actorName })
    .from(auditEvents)
    .where(and(seen, isNotNull(auditEvents.actorId)))
    .orderBy(asc(auditEvents.actorName))
    .limit(MOST_PEOPLE);
  const submitted = await endOfDraft(db, actor, useCase);
  const events = found.slice(0, PAGE).map((event) => ({
    id: event.id,
    at: event.at.getTime(),
    who: event.actorName,
    act: event.act,
    useCaseId: event.useCaseId,
    subject: event.subject,
    subjectId: event.subjectId,
    isNew: event.before === null,
    versioned: event.subject === "use-case" && event.id >= submitted && makesVersion(event),
    changes: BLIND.has(event.act)
      ? []
      : changesOf(event.before, event.after).filter(
          // Of a draft it is told that it was there, not what it said.
          ({ field }) => event.id >= submitted || event.subject !== "use-case" || OF_A_DRAFT.has(field),
        ),
  }));
  return {
    reference: useCase.reference,
    title: useCase.title,
    query,
    people: people.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])),
    events: await withoutHiddenTalk(db, actor, events),
    older: found.length > PAGE ? (events.at(-1)?.id ?? null) : null,
  };
}

export type Activity = Awaited<ReturnType<typeof readActivity>>;
export type ActivityEvent = Activity["events"][number];
