import { and, eq, inArray, max } from "drizzle-orm";
import { neededBy } from "#app/assessment/needed.server";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, committeeSessions, decisions, standings, useCases } from "#db/schema.server";
import { candidatesFor } from "./candidates.server";
import { readOrder } from "./order.server";
import { type LeftTo, leftToOthers, waitingElsewhere } from "./other-agenda.server";
import { readRules } from "./ranking.server";
import { committeeMembers } from "./seats.server";
import { openSession } from "./sessions.server";
import { figuresToKeep } from "./snapshot.server";
import { keepPlaces } from "./weigh.server";

/** Of the order, as far as this is looked for cases with enough assessments. */
const LOOKED_AT = 500;

/**
 * Fills a session's agenda: first what the committee promised to look at again and the POCs with a verdict, those that
 * wait longest first, then the assessed cases in the order of their ranks.
 * @returns how many were added, at most `count`, and how many more could have come and wait on the agendas of others
 */
export async function drawAgenda(
  tx: Writer,
  actor: Actor,
  number: number,
  { count }: { count: number },
  when: When,
): Promise<{ drawn: number; left: LeftTo[] }> {
  const may = permit(actor, "session.plan", NO_PARTIES);
  const session = await openSession(tx, number);
  const onAgenda = await tx
    .select({ useCaseId: agendaItems.useCaseId })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, session.id));
  const elsewhere = await waitingElsewhere(tx, session.id);
  const there = [...onAgenda.map(({ useCaseId }) => useCaseId), ...elsewhere.keys()];
  const asked = (await readOrganisation(tx))?.assessmentsNeeded ?? 1;
  const waiting = (await candidatesFor(tx, { without: there }, session.heldOn, asked)).filter(
    ({ why }) => why !== "assessed",
  );
  const best = await bestAssessed(tx, asked, new Set(there));
  const drawn = [...waiting.map(({ id }) => id), ...best].slice(0, count);
  const left = await leftToOthers(tx, elsewhere, session.heldOn, asked);
  if (drawn.length === 0) return { drawn: 0, left };
  const [last] = await tx
    .select({ position: max(agendaItems.position) })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, session.id));
  const from = (last?.position ?? 0) + 1;
  const kept = session.frozenAt ? await figuresToKeep(tx, drawn) : null;
  await tx.insert(agendaItems).values(
    drawn.map((useCaseId, index) => ({
      sessionId: session.id,
      useCaseId,
      position: from + index,
      ...{ figures: null, inputs: null, ...kept?.get(useCaseId) },
    })),
  );
  const added = await tx
    .select({ reference: useCases.reference })
    .from(useCases)
    .where(inArray(useCases.id, drawn))
    .orderBy(useCases.reference);
  const after = { agenda: added.map(({ reference }) => reference) };
  await record(tx, may, { subject: "session", subjectId: session.id, after }, when);
  return { drawn: drawn.length, left };
}

async function bestAssessed(db: Reader, asked: number, there: ReadonlySet<number>): Promise<number[]> {
  const part = { departmentId: null, stage: "assessment" as const };
  const shown = { from: 0, size: LOOKED_AT, unplaced: 0 };
  const { rows } = await readOrder(db, await readRules(db), NOTHING_HIDDEN, part, shown);
  const ids = rows.map(({ useCaseId }) => useCaseId).filter((id) => !there.has(id));
  if (ids.length === 0) return [];
  const assessed = await db
    .select({ id: standings.useCaseId, assessments: standings.assessments })
    .from(standings)
    .where(inArray(standings.useCaseId, ids));
  const needed = await neededBy(db, asked, ids);
  const enough = new Set(
    assessed.filter(({ id, assessments }) => assessments >= (needed.get(id) ?? asked)).map(({ id }) => id),
  );
  return ids.filter((id) => enough.has(id));
}

/**
 * Freezes the figures of a session's agenda as of now: the shortlist that its members read before they meet, and that
 * they are told of. Frozen again, the figures of what is not decided yet are those of now.
 * @throws Refusal 409 where the agenda is empty
 */
export async function freezeShortlist(tx: Writer, actor: Actor, number: number, when: When): Promise<void> {
  const may = permit(actor, "session.plan", NO_PARTIES);
  const session = await openSession(tx, number);
  const items = await tx
    .select({ useCaseId: agendaItems.useCaseId, reference: useCases.reference, decision: decisions.id })
    .from(agendaItems)
    .innerJoin(useCases, eq(useCases.id, agendaItems.useCaseId))
    .leftJoin(decisions, and(eq(decisions.sessionId, session.id), eq(decisions.useCaseId, agendaItems.useCaseId)))
    .where(eq(agendaItems.sessionId, session.id))
    .orderBy(agendaItems.position);
  if (items.length === 0) throw new Refusal(409, "committee.refusal.empty-agenda");
  const open = items.filter(({ decision }) => decision === null).map(({ useCaseId }) => useCaseId);
  for (const [useCaseId, kept] of await figuresToKeep(tx, open)) {
    await tx
      .update(agendaItems)
      .set(kept)
      .where(and(eq(agendaItems.sessionId, session.id), eq(agendaItems.useCaseId, useCaseId)));
  }
  await keepPlaces(tx, session.id);
  await tx
    .update(committeeSessions)
    .set({ frozenAt: when.now, version: session.version + 1 })
    .where(eq(committeeSessions.id, session.id));
  const after = { frozen: true, agenda: items.map(({ reference }) => reference) };
  const before = { frozen: session.frozenAt !== null };
  await record(tx, may, { subject: "session", subjectId: session.id, before, after }, when);
  const href = `/committee/${number}`;
  const values = { number, dueOn: session.heldOn, count: items.length };
  const seats = await committeeMembers(tx);
  await notify(
    tx,
    actor,
    { kind: "session-called", useCaseId: null, href, values },
    seats.map(({ id }) => id),
    when,
  );
}
