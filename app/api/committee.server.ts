import { againstRankPage } from "#app/committee/against-rank.server";
import type { AgendaCase } from "#app/committee/agenda.server";
import * as attendance from "#app/committee/attendance.server";
import { cancelSession as cancel } from "#app/committee/cancel-session.server";
import * as conditions from "#app/committee/conditions.server";
import { decide } from "#app/committee/decide.server";
import { sessionPage } from "#app/committee/session-page.server";
import * as sessions from "#app/committee/sessions.server";
import * as shortlist from "#app/committee/shortlist.server";
import { castVote as cast } from "#app/committee/vote.server";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { Reader } from "#db/client.server";
import * as contracts from "./committee";
import * as decided from "./decisions";
import { type Asked, reads, writes } from "./operation.server";
import { RefusedAt } from "./problem";
import { type InMoney, instantOf, orNothing } from "./shapes";

type For = Pick<Asked<never, never, never>, "actor" | "when" | "organisation" | "money">;

const conditionOf = (one: conditions.Condition) => ({
  ...{ id: one.id, version: one.version, reference: one.reference, session: one.session, text: one.text },
  ...{ owner: { id: one.ownerId, name: one.owner }, dueOn: one.dueOn, metOn: one.metOn, answer: one.answer },
});

function itemOf(entry: AgendaCase, money: InMoney) {
  const { reference, title, department, stage, moved, alsoOn, votedBy, votes, decision, asked, figures, scoresHidden } =
    entry;
  const { npvMinor, npvP50Minor, totalCostMinor, ...rest } = figures;
  return {
    ...{ reference, title, department, stage, moved, alsoOn, votedBy },
    figures: {
      ...rest,
      filtersFailed: scoresHidden ? null : rest.filtersFailed,
      npv: money(npvMinor),
      npvP50: money(npvP50Minor),
      totalCost: money(totalCostMinor),
    },
    votes: votes && {
      ...{ counts: votes.tally.counts, majority: votes.tally.majority },
      cast: votes.cast.map(({ setAsideAt, ...vote }) => ({ ...vote, counted: !setAsideAt })),
    },
    decision: decision && {
      ...{ outcome: decision.outcome, reason: decision.reason, relookOn: decision.relookOn, by: decision.by },
      ...{ quorate: decision.quorate, againstRank: decision.againstRank, againstVotes: decision.againstVotes },
      budget: money(decision.budgetMinor),
    },
    conditions: asked.map(conditionOf),
  };
}

async function answerOf(db: Reader, number: number, { actor, when, organisation, money }: For) {
  const { assessmentsNeeded } = organisation;
  const page = await sessionPage(db, actor, number, { today: when.today, assessmentsNeeded });
  const {
    heldOn,
    status,
    chair,
    quorumNow,
    hears,
    members,
    frozenAt,
    signed,
    notes,
    agenda,
    left,
    version,
    cancelled,
  } = page;
  return {
    ...{ number, heldOn, status, chair, notes, version, cancelReason: cancelled?.reason ?? null },
    quorum: { ...quorumNow, hears },
    present: members.filter((member) => member.present).map(({ id, name }) => ({ id, name })),
    frozenAt: frozenAt === null ? null : instantOf(frozenAt),
    signedAt: signed ? instantOf(signed.at) : null,
    agenda: agenda.map((entry) => itemOf(entry, money)),
    left,
  };
}

export const listSessions = reads(contracts.listSessions, async (db) => ({ items: await sessions.listSessions(db) }));

export const readSession = reads(contracts.readSession, (db, asked) => answerOf(db, asked.parameters.number, asked));

export const planSession = writes(contracts.planSession, async (tx, asked) => {
  const { heldOn, quorum = asked.organisation.quorum, hears = asked.organisation.hears } = asked.body;
  const { number } = await sessions.planSession(tx, asked.actor, { heldOn, quorum, hears }, asked.when);
  return answerOf(tx, number, asked);
});

export const changeAgenda = writes(contracts.changeAgenda, async (tx, asked) => {
  const { actor, body, when } = asked;
  const { number } = asked.parameters;
  for (const reference of body.remove ?? []) await sessions.removeFromAgenda(tx, actor, number, reference, when);
  for (const reference of body.add ?? []) await sessions.addToAgenda(tx, actor, number, reference, when);
  if (body.draw !== undefined) await shortlist.drawAgenda(tx, actor, number, { count: body.draw }, when);
  return answerOf(tx, number, asked);
});

export const freezeShortlist = writes(contracts.freezeShortlist, async (tx, asked) => {
  await shortlist.freezeShortlist(tx, asked.actor, asked.parameters.number, asked.when);
  return answerOf(tx, asked.parameters.number, asked);
});

export const replanSession = writes(contracts.replanSession, async (tx, asked) => {
  const { version, actor, when, body, parameters } = asked;
  const { heldOn, quorum, hears } = await sessions.sessionByNumber(tx, parameters.number);
  const input = {
    heldOn: (body.heldOn ?? heldOn) as Day,
    quorum: body.quorum ?? quorum,
    hears: [...new Set(body.hears ?? hears)],
  };
  await sessions.replanSession(tx, actor, parameters.number, { ...input, version }, when);
  return answerOf(tx, parameters.number, asked);
});

export const noteAttendance = writes(contracts.noteAttendance, async (tx, asked) => {
  const { version, actor, when, body } = asked;
  await attendance.noteAttendance(tx, actor, asked.parameters.number, { present: body.present, version }, when);
  return answerOf(tx, asked.parameters.number, asked);
});

export const writeOpinion = writes(contracts.writeOpinion, async (tx, asked) => {
  await attendance.writeOpinion(tx, asked.actor, asked.parameters.number, asked.body.opinion, asked.when);
  return answerOf(tx, asked.parameters.number, asked);
});

export const castVote = writes(contracts.castVote, async (tx, asked) => {
  const { reference, vote, why } = asked.body;
  await cast(tx, asked.actor, asked.parameters.number, { reference, vote, why: orNothing(why) }, asked.when);
  return answerOf(tx, asked.parameters.number, asked);
});

export const takeDecision = writes(contracts.takeDecision, async (tx, asked) => {
  const { body, actor, when } = asked;
  const { relookOn = null, budgetMinor = null, learning, againstRank = false, override = false } = body;
  if (body.outcome === "not-now" && relookOn === null) {
    throw new RefusedAt(new Refusal(400, "committee.input.relook-needed"), ["relookOn"]);
  }
  if (body.outcome === "ask" && (body.asked ?? []).length === 0) {
    throw new RefusedAt(new Refusal(400, "committee.input.question-needed"), ["asked"]);
  }
  const { reference, outcome, reason } = body;
  const said = { reference, outcome, reason, relookOn, againstRank, override, learning: orNothing(learning) };
  const granted = budgetMinor === null ? null : (budgetMinor as Minor);
  const decision = { ...said, budgetMinor: granted, asked: body.asked ?? [] };
  await decide(tx, actor, asked.parameters.number, decision, when);
  return answerOf(tx, asked.parameters.number, asked);
});

export const closeSession = writes(contracts.closeSession, async (tx, asked) => {
  const { number } = asked.parameters;
  const { notes, againstRank = false } = asked.body;
  await sessions.closeSession(tx, asked.actor, number, { notes: orNothing(notes), againstRank }, asked.when);
  return answerOf(tx, number, asked);
});

export const cancelSession = writes(contracts.cancelSession, async (tx, asked) => {
  const { number } = asked.parameters;
  await cancel(tx, asked.actor, number, asked.body.reason, asked.when);
  return answerOf(tx, number, asked);
});

export const listConditions = reads(decided.listConditions, async (db, { actor }) => {
  const { mine, others } = await conditions.conditionsPage(db, actor);
  return { items: [...mine, ...others].map(conditionOf) };
});

export const meetCondition = writes(decided.meetCondition, async (tx, { parameters, body, actor, version, when }) =>
  conditionOf(await conditions.meetCondition(tx, actor, { id: parameters.id, version, answer: body.answer }, when)),
);

export const listDecisionsAgainstRank = reads(decided.listDecisionsAgainstRank, async (db, { actor, when, money }) => {
  const { rows } = await againstRankPage(db, actor, { before: null, opened: null, quarter: when.quarter });
  return {
    items: rows.map(({ promisedMinor, realisedMinor, id: _, why, ...row }) => ({
      ...row,
      why: why && { ...why, cases: why.cases.map(({ useCaseId: __, ...one }) => one) },
      promised: money(promisedMinor),
      realised: money(realisedMinor),
    })),
  };
});
