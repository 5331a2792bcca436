import { Refusal } from "#app/kernel/refusal";
import { unmergeCase as undoMerge } from "#app/measurement/merge-case.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, openCase } from "#app/use-cases/cases.server";
import { type CoSponsor, readSharedNeed as readShared } from "#app/use-cases/similar/co-sponsors.server";
import { correctJoining, type Joining, joinCase, leaveCase } from "#app/use-cases/similar/join.server";
import { pairCursor, writtenCursor } from "#app/use-cases/similar/join-input";
import { judgePair, readPairs } from "#app/use-cases/similar/pairs.server";
import { similarTo } from "#app/use-cases/similar/similar.server";
import type { Reader } from "#db/client.server";
import { reads, writes } from "./operation.server";
import { at, RefusedAt, Turned } from "./problem";
import { named, orNothing } from "./shapes";
import * as contracts from "./similar";

export const findSimilar = reads(contracts.findSimilar, async (db, { query, locale }) => {
  const { title = "", need = "", department = null } = query;
  const asked = { title: { [locale]: title }, need: { [locale]: need }, departmentId: department };
  const found = await similarTo(db, asked, null);
  return {
    items: found.map(
      ({ reference, title: name, stage, departmentId, department: where, likeness, shared, because }) => ({
        ...{ reference, title: name, stage, department: named(departmentId, where), likeness, shared, because },
      }),
    ),
  };
});

function coSponsorAnswer(one: CoSponsor) {
  const { id, version, person, need, peopleAffected, times, timesPer, minutesPerTime, hours, additional } = one;
  return {
    ...{ id, version, person, need, peopleAffected, times, timesPer, minutesPerTime, additional },
    ...{ department: named(one.departmentId, one.department), hoursAYear: hours },
    ...{ joinedOn: one.joinedOn, mergedFrom: one.mergedFrom },
  };
}

async function sharedAnswer(db: Reader, actor: Actor, reference: string) {
  const useCase = await openCase(db, actor, reference);
  const { shared, departments, coSponsors } = await readShared(db, actor, useCase);
  const nameOf = (id: number | null) => departments.find((one) => one.id === id)?.name ?? null;
  return {
    reference: useCase.reference,
    people: shared.people,
    hoursAYear: shared.hours,
    departments: shared.departments.map(({ departmentId, people, hours, entries, counted }) => ({
      ...{ department: named(departmentId, nameOf(departmentId)), people, hoursAYear: hours, entries, counted },
    })),
    coSponsors: coSponsors.map(coSponsorAnswer),
  };
}

export const readSharedNeed = reads(contracts.readSharedNeed, (db, { actor, parameters }) =>
  sharedAnswer(db, actor, parameters.reference),
);

function joiningOf(said: contracts.JoiningSaid): Joining {
  const { departmentId, peopleAffected = null, times = null, timesPer = null, minutesPerTime = null } = said;
  const { additional = false, need } = said;
  return { departmentId, peopleAffected, times, timesPer, minutesPerTime, additional, need: orNothing(need) };
}

export const joinUseCase = writes(contracts.joinUseCase, async (tx, { actor, body, parameters, when }) => {
  const { draft = null, ...said } = body;
  await joinCase(tx, actor, { ...joiningOf(said), reference: parameters.reference, draft }, when);
  return sharedAnswer(tx, actor, parameters.reference);
});

export const correctCoSponsor = writes(contracts.correctCoSponsor, async (tx, asked) => {
  const { actor, body, version, when } = asked;
  const { id, reference } = asked.parameters;
  const useCase = await openCase(tx, actor, reference);
  await correctJoining(tx, actor, useCase, { ...joiningOf(body), id, version }, when);
  const { coSponsors } = await readShared(tx, actor, useCase);
  const found = coSponsors.find((one) => one.id === id);
  if (!found) throw new Refusal(404, "similar.refusal.no-joining");
  return coSponsorAnswer(found);
});

export const leaveUseCase = writes(contracts.leaveUseCase, async (tx, { actor, parameters, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await leaveCase(tx, actor, useCase, parameters.id, when);
  return sharedAnswer(tx, actor, useCase.reference);
});

export const unmergeUseCase = writes(contracts.unmergeUseCase, async (tx, { actor, body, parameters, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const reason = orNothing(body.reason);
  if (!reason) throw new RefusedAt(new Refusal(409, "desk.input.required"), ["reason"]);
  await undoMerge(tx, actor, { from: useCase.id, reason }, when);
  const { reference, stage } = await caseById(tx, useCase.id);
  return { reference, stage };
});

export const listDuplicates = reads(contracts.listDuplicates, async (db, { actor, query }) => {
  permit(actor, "use-case.merge", NO_PARTIES);
  const place = pairCursor(query.after ?? null);
  if (query.after !== undefined && !place) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const { pairs, next } = await readPairs(db, actor, query.apart === "yes", place);
  const caseOf = ({ reference, title, stage }: (typeof pairs)[number]["one"]) => ({ reference, title, stage });
  return {
    items: pairs.map(({ one, other, likeness }) => ({ one: caseOf(one), other: caseOf(other), likeness })),
    next: next && writtenCursor(next),
  };
});

export const judgeDuplicate = writes(contracts.judgeDuplicate, async (tx, { actor, body, when }) => {
  const one = await at(["one"], () => openCase(tx, actor, body.one));
  const other = await at(["other"], () => openCase(tx, actor, body.other));
  await judgePair(tx, actor, { one: one.id, other: other.id, apart: body.apart }, when);
  return { one: one.reference, other: other.reference, apart: body.apart };
});
