import { and, inArray, type SQL, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { tellsScores } from "./blind";

/** What a person has said in the round that runs; who declared a conflict stays blind all the same. */
const said = (me: number) => sql`mine.assessor_id = ${me} AND mine.superseded = 0 AND mine.submitted_at IS NOT NULL`;

/**
 * The rule of `isBlind` as a condition: of which cases the actor may not see the scores. A test holds the two
 * together. It costs a look at an index for each case in assessment, and nothing for those who assess nothing.
 */
export function scoresHiddenFrom(actor: Actor): HiddenScores {
  const me = scoring(actor);
  if (me === null) return NOTHING_HIDDEN;
  return (cases) => sql`(${unlessParty(cases, me)}
    AND NOT EXISTS (SELECT 1 FROM assessments AS mine WHERE mine.use_case_id = ${cases}.id AND ${said(me)}
      AND mine.conflicted = 0))`;
}

/** The same for reads of all cases in assessment: what the actor has submitted is looked up once, not for each of them. */
export function hiddenFromAll(actor: Actor): HiddenScores {
  const me = scoring(actor);
  if (me === null) return NOTHING_HIDDEN;
  return (cases) => sql`(${unlessParty(cases, me)} AND ${cases}.id NOT IN (
    SELECT use_case_id FROM assessments AS mine WHERE ${said(me)} AND mine.conflicted = 0))`;
}

/** The rule of `owesAssessment` as a condition: which cases wait for the actor's scores. */
export function owedBy(actor: Actor): HiddenScores {
  const me = scoring(actor);
  if (me === null) return NOTHING_HIDDEN;
  return (cases) => sql`(${unlessParty(cases, me)} AND ${cases}.id NOT IN (
    SELECT use_case_id FROM assessments AS mine WHERE ${said(me)}))`;
}

/** What the actor is to a case can only take the right away: who has it of no case has it of none. */
function scoring(actor: Actor): number | null {
  return permits(actor, "assessment.write") ? actor.personId : null;
}

/** @throws Refusal 409 when somebody who may not see the scores of a case acts on them */
export async function refuseBlind(db: Reader, actor: Actor, useCaseId: number): Promise<void> {
  const hidden = await casesHiddenFrom(db, actor, [useCaseId]);
  if (hidden.has(useCaseId)) throw new Refusal(409, "assessment.refusal.blind");
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
