import { and, inArray, type SQL, sql } from "drizzle-orm";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { tellsScores } from "./blind";

/**
 * The rule of `owesAssessment` as a condition: of which cases the actor may not see the scores. A test holds the two
 * together. It costs a look at an index for each case in assessment, and nothing for those who assess nothing.
 */
export function scoresHiddenFrom(actor: Actor): HiddenScores {
  const me = actor.personId;
  // What the actor is to a case can only take the right away: who has it of no case has it of none.
  if (me === null || !permits(actor, "assessment.write")) return NOTHING_HIDDEN;
  return (cases) => sql`(${unlessParty(cases, me)}
    AND NOT EXISTS (SELECT 1 FROM assessments AS mine WHERE mine.use_case_id = ${cases}.id AND mine.assessor_id = ${me}
      AND mine.submitted_at IS NOT NULL))`;
}

/** The same for reads of all cases in assessment: what the actor has submitted is looked up once, not for each of them. */
export function owedBy(actor: Actor): HiddenScores {
  const me = actor.personId;
  if (me === null || !permits(actor, "assessment.write")) return NOTHING_HIDDEN;
  return (cases) => sql`(${unlessParty(cases, me)} AND ${cases}.id NOT IN (
    SELECT use_case_id FROM assessments WHERE assessor_id = ${me} AND submitted_at IS NOT NULL))`;
}

const unlessParty = (cases: SQL, me: number) =>
  sql`${cases}.stage = 'assessment' AND coalesce(${cases}.author_id, 0) <> ${me}
    AND coalesce(${cases}.co_author_id, 0) <> ${me}
    AND coalesce(${cases}.owner_id, 0) <> ${me} AND coalesce(${cases}.technical_owner_id, 0) <> ${me}`;

/** Those of these cases whose scores the actor may not see. One query. */
export async function casesHiddenFrom(db: Reader, actor: Actor, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const hidden = scoresHiddenFrom(actor);
  if (ids.length === 0 || hidden === NOTHING_HIDDEN) return new Set();
  const rows = await db
    .select({ id: useCases.id })
    .from(useCases)
    .where(and(inArray(useCases.id, [...ids]), hidden(sql`${useCases}`)));
  return new Set(rows.map(({ id }) => id));
}

interface Logged {
  act: string;
  useCaseId: number | null;
  changes: readonly unknown[];
}

/** Events as the actor may read them: what tells a score that is hidden from them is said to have happened, and no more. */
export async function withoutHiddenScores<Event extends Logged>(
  db: Reader,
  actor: Actor,
  events: readonly Event[],
): Promise<Event[]> {
  const telling = events.flatMap(({ act, useCaseId }) => (tellsScores(act) && useCaseId !== null ? [useCaseId] : []));
  const hidden = await casesHiddenFrom(db, actor, [...new Set(telling)]);
  return events.map((event) =>
    tellsScores(event.act) && event.useCaseId !== null && hidden.has(event.useCaseId)
      ? { ...event, changes: [], hidden: true }
      : event,
  );
}
