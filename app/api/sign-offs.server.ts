import { eq } from "drizzle-orm";
import {
  absencesFrom,
  announceAbsence as announce,
  delegateSignOff as give,
  withdrawAbsence as withdraw,
} from "#app/delivery/delegate.server";
import { shownSignOffs } from "#app/delivery/shown-sign-offs.server";
import { meetSignOffCondition as meet, type SignOffCondition } from "#app/delivery/sign-off-conditions.server";
import { readQueue } from "#app/delivery/sign-off-queue.server";
import { daysLate } from "#app/delivery/sign-offs";
import { answerSignOff, requestSignOff as request, signOffById } from "#app/delivery/sign-offs.server";
import { Refusal } from "#app/kernel/refusal";
import { caseById, openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { signOffAbsences, signOffConditions } from "#db/schema.server";
import { type Asked, reads, writes } from "./operation.server";
import { orNothing } from "./shapes";
import * as contracts from "./sign-offs";

type Asking = Pick<Asked<never, never, never>, "actor" | "when">;

const conditionAnswer = ({ id, version, text, ownerId, owner, dueOn, metOn, answer }: SignOffCondition) => ({
  ...{ id, version, text, owner: { id: ownerId, name: owner }, dueOn, metOn, answer },
});

async function signOffsAnswer(db: Reader, useCaseId: number, { actor, when }: Asking) {
  const useCase = await openCase(db, actor, (await caseById(db, useCaseId)).reference);
  const rows = await shownSignOffs(db, actor, useCase, when.today);
  return {
    items: rows.map((one) => ({
      ...{ id: one.id, role: one.kind, gate: one.gate, state: one.state, counts: one.counts },
      ...{ requestedBy: one.asker, requestedOn: one.requestedOn, dueOn: one.dueOn },
      ...{ delegatedTo: one.delegatedTo, delegatedBy: one.delegatedBy },
      ...{ signedBy: one.by, inPlaceOf: one.inPlaceOf, signedOn: one.on, note: one.note, words: one.conditions },
      conditions: one.asked.map(conditionAnswer),
      ...{ expiresOn: one.expiresOn, staleOn: one.staleOn, staleCause: one.staleCause },
      ...{ staleDetail: one.staleDetail, renews: one.renewsId },
    })),
  };
}

export const listSignOffs = reads(contracts.listSignOffs, async (db, { query, actor, when }) => {
  const rows = await readQueue(db, actor, query.role ?? null);
  return {
    items: rows.map((one) => ({
      ...{ id: one.id, role: one.kind, useCase: one.reference, title: one.title, stage: one.stage },
      ...{ requestedBy: one.asker, requestedOn: one.requestedOn, dueOn: one.dueOn },
      overdue: daysLate(one.dueOn, when.today) > 0,
      ...{ delegatedTo: one.delegatedTo, delegatedBy: one.delegatedBy, maySign: one.mayAnswer },
    })),
  };
});

export const listCaseSignOffs = reads(contracts.listCaseSignOffs, async (db, { parameters, ...asked }) => {
  const { id } = await openCase(db, asked.actor, parameters.reference);
  return signOffsAnswer(db, id, asked);
});

export const requestSignOff = writes(contracts.requestSignOff, async (tx, { parameters, body, ...asked }) => {
  const { id: useCaseId } = await openCase(tx, asked.actor, parameters.reference);
  const { role: kind, gate = null, dueOn = null } = body;
  await request(tx, asked.actor, { useCaseId, kind, gate, dueOn }, asked.when);
  return signOffsAnswer(tx, useCaseId, asked);
});

export const signSignOff = writes(contracts.signSignOff, async (tx, { parameters, body, ...asked }) => {
  const { useCaseId } = await signOffById(tx, parameters.id);
  const { verdict, conditions = [] } = body;
  const said = { verdict, note: orNothing(body.note), conditions: orNothing(body.words), asked: conditions };
  await answerSignOff(tx, asked.actor, { signOffId: parameters.id, ...said }, asked.when);
  return signOffsAnswer(tx, useCaseId, asked);
});

export const delegateSignOff = writes(contracts.delegateSignOff, async (tx, { parameters, body, ...asked }) => {
  const { useCaseId } = await signOffById(tx, parameters.id);
  await give(tx, asked.actor, { signOffId: parameters.id, toId: body.toId }, asked.when);
  return signOffsAnswer(tx, useCaseId, asked);
});

export const meetSignOffCondition = writes(
  contracts.meetSignOffCondition,
  async (tx, { parameters, body, actor, version, when }) => {
    const [known] = await tx.select().from(signOffConditions).where(eq(signOffConditions.id, parameters.id));
    if (known && known.version !== version) throw new Refusal(409, "desk.refusal.stale");
    return conditionAnswer(await meet(tx, actor, { id: parameters.id, version, answer: body.answer }, when));
  },
);

async function absencesAnswer(db: Reader, { actor, when }: Asking) {
  const rows = await absencesFrom(db, actor, when.today);
  return {
    items: rows.map((one) => ({
      ...{ id: one.id, version: one.version, role: one.kind, startsOn: one.startsOn, endsOn: one.endsOn },
      from: { id: one.fromId, name: one.from },
      to: { id: one.toId, name: one.to },
    })),
  };
}

export const listAbsences = reads(contracts.listAbsences, (db, asked) => absencesAnswer(db, asked));

export const announceAbsence = writes(contracts.announceAbsence, async (tx, { body, ...asked }) => {
  const { role: kind, ...absence } = body;
  await announce(tx, asked.actor, { kind, ...absence }, asked.when);
  return absencesAnswer(tx, asked);
});

export const withdrawAbsence = writes(contracts.withdrawAbsence, async (tx, { parameters, ...asked }) => {
  const [absence] = await tx.select().from(signOffAbsences).where(eq(signOffAbsences.id, parameters.id));
  if (!absence) throw new Refusal(404, "desk.refusal.not-found");
  await withdraw(tx, asked.actor, { id: absence.id, version: absence.version }, asked.when);
  return absencesAnswer(tx, asked);
});
