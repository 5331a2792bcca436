/** What the committee does: screening, assessments, business cases, sessions and their decisions. */
import { assess } from "#app/assessment/assess.server";
import { casesHiddenFrom } from "#app/assessment/blind.server";
import { writeBusinessCase } from "#app/business-cases/write.server";
import { noteAttendance, writeOpinion } from "#app/committee/attendance.server";
import { decide as decideCase } from "#app/committee/decide.server";
import { exceptFilter } from "#app/committee/edit-filter.server";
import { signMinutes } from "#app/committee/minutes.server";
import { addToAgenda, closeSession, planSession } from "#app/committee/sessions.server";
import { freezeShortlist } from "#app/committee/shortlist.server";
import { castVote } from "#app/committee/vote.server";
import { screen as screenCase } from "#app/safeguards/trust-card.server";
import { caseById } from "#app/use-cases/cases.server";
import { type Scene, together, told } from "./cast";
import type {
  BusinessCase,
  CaseStory,
  Decision,
  FilterException,
  Organisation,
  Screening,
  Session,
  Story,
} from "./story/types";

export async function screen({ tx, cast, when }: Scene, useCase: CaseStory, said: Screening): Promise<void> {
  const { by, on: _, exception, ...answers } = said;
  const useCaseId = cast.id(useCase);
  await screenCase(tx, cast.actor(by), { useCaseId, ...answers, redLineException: exception }, when);
}

export async function estimate(
  { tx, cast, when }: Scene,
  { discountRate, horizonQuarters }: Organisation,
  useCase: CaseStory,
  { estimator, firstQuarter, lines, note }: BusinessCase,
): Promise<void> {
  const draft = { firstQuarter, horizonQuarters, discountRate, lines };
  await writeBusinessCase(tx, cast.actor(estimator), { useCaseId: cast.id(useCase), draft, note }, when);
}

export async function except({ tx, cast, when }: Scene, useCase: CaseStory, said: FilterException): Promise<void> {
  const { reference } = await caseById(tx, cast.id(useCase));
  const exception = { reference, filterId: cast.id(`filter:${said.filter}`), reason: said.reason, until: null };
  await exceptFilter(tx, cast.actor(said.by), exception, when);
}

/** Plans a session with its agenda: what it will decide on, or what stands on the table of one that was not held. */
export async function plan(scene: Scene, story: Story, session: Session): Promise<void> {
  const { tx, cast, when } = scene;
  const chair = cast.actor(session.chair);
  const { quorum } = story.organisation;
  const hears = ["security", "legal"] as const;
  const { number } = await planSession(tx, chair, { heldOn: session.heldOn, quorum, hears: [...hears] }, when);
  cast.put(`session:${session.key}`, number);
  const decided = story.cases.filter(({ decisions }) => decisions.some((one) => one.session === session.key));
  const table = session.closed ? decided : session.agenda.map((key) => scene.caseOf(key));
  for (const useCase of table) {
    const { reference } = await caseById(tx, cast.id(useCase));
    await addToAgenda(tx, chair, number, reference, when);
  }
  // The figures of a session that is held are frozen on its day, when all is assessed.
  if (!session.closed) await freezeShortlist(tx, chair, number, when);
}

export async function meet({ tx, cast, when }: Scene, { key, chair, present, opinions }: Session): Promise<void> {
  const number = cast.id(`session:${key}`);
  const there = present.map((person) => cast.personId(person));
  await freezeShortlist(tx, cast.actor(chair), number, when);
  await noteAttendance(tx, cast.actor(chair), number, { present: there }, when);
  for (const { by, opinion } of opinions) await writeOpinion(tx, cast.actor(by), number, opinion, when);
}

export async function adjourn({ tx, cast, when }: Scene, { key, chair, notes }: Session): Promise<void> {
  await closeSession(tx, cast.actor(chair), cast.id(`session:${key}`), { notes, againstRank: false }, when);
  await signMinutes(tx, cast.actor(chair), cast.id(`session:${key}`), when);
}

/** A decision with the move that it carries out; a merger is agreed on here, and carried out by its move. */
export async function decide(scene: Scene, session: Session, useCase: CaseStory, decision: Decision): Promise<void> {
  const { outcome, relookOn, againstRank } = decision;
  if (outcome === "merge") return;
  const { tx, cast, when } = scene;
  const { reference } = await caseById(tx, cast.id(useCase));
  const step = useCase.moves.find((one) => one.session === session.key && one.on === session.heldOn);
  const number = cast.id(`session:${session.key}`);
  for (const { by, vote, why = null } of session.voted[useCase.key] ?? []) {
    await castVote(tx, cast.actor(by), number, { reference, vote, why }, when);
  }
  await abstain(scene, session.chair, useCase);
  const { budget = null, asked = [] } = session.granted[useCase.key] ?? {};
  await decideCase(
    tx,
    cast.actor(session.chair),
    number,
    {
      reference,
      outcome,
      reason: together(decision.reason, step?.reason ?? null) ?? decision.reason,
      learning: step?.learning ?? null,
      relookOn,
      againstRank,
      budgetMinor: budget,
      asked: asked.map(({ of, ...one }) => ({ ...one, ownerId: cast.personId(of) })),
      override: (step?.overridden.length ?? 0) > 0,
    },
    when,
  );
}

/** Who presides and has not assessed a case leaves that to the members, and may then decide on it. */
async function abstain({ tx, cast, when }: Scene, chair: string, useCase: CaseStory): Promise<void> {
  const id = cast.id(useCase);
  const actor = cast.actor(chair);
  if ((await casesHiddenFrom(tx, actor, [id])).size === 0) return;
  const input = { scores: {}, comments: {}, comment: null, abstain: true, submit: true, locale: "fr" as const };
  await assess(tx, actor, id, input, when);
}

export function sessionOf(story: Story, key: string): Session {
  return told(
    story.sessions.find((session) => session.key === key),
    `the session ${key}`,
  );
}
