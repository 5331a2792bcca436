import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { isInternal } from "#app/people/audit-subjects";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { comments, useCases } from "#db/schema.server";

interface Logged {
  subject: string;
  subjectId: number;
  useCaseId: number | null;
  changes: readonly unknown[];
}

const isSaid = ({ subject }: Logged) => subject === "comment" || subject === "note";

/**
 * Events as the actor may read them: of what judges keep among themselves, and of words that were taken back, it is said
 * that it happened and no more. One query, none where nothing was said.
 */
export async function withoutHiddenTalk<Event extends Logged>(
  db: Reader,
  actor: Actor,
  events: readonly Event[],
): Promise<Event[]> {
  const mayNote = permits(actor, "note.read");
  const ids = [...new Set(events.filter(isSaid).map(({ subjectId }) => subjectId))];
  const gone = ids.length
    ? await db
        .select({ id: comments.id })
        .from(comments)
        .where(and(inArray(comments.id, ids), isNotNull(comments.withdrawnAt)))
    : [];
  const withdrawn = new Set(gone.map(({ id }) => id));
  return events.map((event) => {
    const kept = isInternal(event.subject) && !mayNote;
    const takenBack = isSaid(event) && withdrawn.has(event.subjectId);
    return kept || takenBack ? { ...event, changes: [], hidden: true } : event;
  });
}

/** Events as the actor may read them: of a draft that is not theirs it is said that it was written, and no more. One query. */
export async function withoutHiddenDrafts<Event extends Logged>(
  db: Reader,
  actor: Actor,
  events: readonly Event[],
): Promise<Event[]> {
  const ids = [...new Set(events.flatMap(({ useCaseId }) => useCaseId ?? []))];
  if (ids.length === 0) return [...events];
  const drafts = await db
    .select()
    .from(useCases)
    .where(and(inArray(useCases.id, ids), eq(useCases.stage, "draft")));
  const hidden = new Set(drafts.filter((draft) => !permits(actor, "use-case.edit", draft)).map(({ id }) => id));
  return events.map((event) =>
    event.useCaseId !== null && hidden.has(event.useCaseId) ? { ...event, changes: [], hidden: true } : event,
  );
}
