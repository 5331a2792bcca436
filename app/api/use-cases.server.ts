import { scoresHiddenFrom } from "#app/assessment/blind.server";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import { LOCALES, type Told, tell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { mergeCases } from "#app/measurement/merge-case.server";
import { moveThroughGate } from "#app/measurement/move-case.server";
import type { Actor } from "#app/people/roles";
import { readCard } from "#app/use-cases/card.server";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import { type CaseContent, contentOf } from "#app/use-cases/content";
import { editCase } from "#app/use-cases/edit.server";
import { readHeader } from "#app/use-cases/header.server";
import { entryOf, type KnownDay, type LiveAnswers, type LiveEntry } from "#app/use-cases/intake/live-entry";
import { openList, readRows } from "#app/use-cases/list/list.server";
import { writeCursor } from "#app/use-cases/list/place";
import { readQuery } from "#app/use-cases/list/query";
import { similarTo } from "#app/use-cases/similar/similar.server";
import { createDraft, saveDraft, submitDraft, submitUseCase } from "#app/use-cases/submit.server";
import type { Reader } from "#db/client.server";
import { refuseUnknownIds } from "./known-ids.server";
import { reads, writes } from "./operation.server";
import { at, RefusedAt, Turned } from "./problem";
import { type InMoney, instantOf, named, orNothing, storable, USUAL_PAGE } from "./shapes";
import { listUseCases as list } from "./use-case-list";
import * as contracts from "./use-cases";

interface AnswerFor {
  actor: Actor & { personId: number };
  money: InMoney;
}

async function answerOf(db: Reader, reference: string, { actor, money }: AnswerFor) {
  const header = await readHeader(db, reference);
  const { useCase, standing, hours } = await readCard(db, reference, scoresHiddenFrom(actor));
  const { titleFolded: _, extra, imported, importId, mergedIntoId, similarLookedAt, ...said } = useCase;
  return {
    reference: said.reference,
    title: said.title,
    stage: header.stage,
    department: named(header.departmentId, header.department),
    owner: named(header.ownerId, header.owner),
    updatedAt: instantOf(said.updatedAt),
    value: standing?.value ?? null,
    complexity: standing?.complexity ?? null,
    scoresHidden: standing?.scoresHidden ?? false,
    npv: money(standing?.npvMinor ?? null),
    realised: money(standing?.realisedMinor ?? null),
    proven: money(standing?.provenMinor ?? null),
    version: said.version,
    stageSince: said.stageSince,
    stageReason: said.stageReason,
    relookOn: said.relookOn,
    mergedInto: header.mergedInto,
    author: named(header.authorId, header.author),
    technicalOwner: named(header.technicalOwnerId, header.technicalOwner),
    coAuthor: named(header.coAuthorId, header.coAuthor),
    need: said.need,
    expectedBenefit: said.expectedBenefit,
    affected: said.affected,
    peopleAffected: said.peopleAffected,
    times: said.times,
    timesPer: said.timesPer,
    minutesPerTime: said.minutesPerTime,
    hoursAYear: hours,
    dataInvolved: said.dataInvolved,
    toolInMind: said.toolInMind,
    source: said.source,
    aiType: said.aiType,
    country: said.country,
    whyNew: said.whyNew,
    externalSource: said.externalSource,
    externalId: said.externalId,
    assessments: standing?.assessments ?? 0,
    roi: standing?.roi ?? null,
    cost: money(standing?.costMinor ?? null),
    createdAt: instantOf(said.createdAt),
  };
}

/** A case that was just put in, with those that are like it where it stays a draft for their sake. */
async function submittedAnswer(db: Reader, done: { submitted: boolean; id: number; reference: string }, of: AnswerFor) {
  const answer = await answerOf(db, done.reference, of);
  const found = done.submitted
    ? []
    : await similarTo(db, { ...answer, departmentId: answer.department?.id ?? null }, done.id);
  const similar = found.map(({ reference, title, stage, likeness }) => ({
    reference,
    title,
    stage,
    likeness,
  }));
  return { ...answer, similar };
}

export const listUseCases = reads(list, async (db, { query, actor, money, when, locale }) => {
  const { limit = USUAL_PAGE, after = null, ...said } = query;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...said, ...(after !== null && { after }) })) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) parameters.append(name, one);
  }
  const view = readQuery(parameters);
  if (after !== null && !view.after) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const reader = await openList(db, {
    personId: actor.personId,
    hidden: scoresHiddenFrom(actor),
    today: when.today,
    tell: (name) => tell(name, locale),
  });
  const { rows, next } = await readRows(db, view, reader, limit);
  return {
    items: rows.map((row) => ({
      reference: row.reference,
      title: row.title,
      stage: row.stage,
      department: named(row.departmentId, row.department),
      owner: named(row.ownerId, row.owner),
      updatedAt: instantOf(row.updatedAt),
      value: row.value,
      complexity: row.complexity,
      scoresHidden: row.scoresHidden,
      npv: money(row.npvMinor),
      realised: money(row.realisedMinor),
      proven: money(row.provenMinor),
    })),
    next: next && writeCursor(next),
  };
});

function contentSaid(said: contracts.CaseContentSaid): CaseContent {
  const text = (told: Told | null | undefined) => orNothing(told);
  return {
    title: said.title ?? {},
    need: text(said.need),
    expectedBenefit: text(said.expectedBenefit),
    affected: text(said.affected),
    dataInvolved: text(said.dataInvolved),
    peopleAffected: said.peopleAffected ?? null,
    times: said.times ?? null,
    timesPer: said.timesPer ?? null,
    minutesPerTime: said.minutesPerTime ?? null,
    toolInMind: said.toolInMind ?? null,
    source: said.source ?? null,
    aiType: said.aiType ?? null,
    country: said.country ?? null,
    departmentId: said.departmentId ?? null,
    ownerId: said.ownerId ?? null,
    technicalOwnerId: said.technicalOwnerId ?? null,
    coAuthorId: said.coAuthorId ?? null,
  };
}

const daysSaid = (days: Partial<Record<KnownDay, Day | null>> = {}): LiveAnswers["days"] =>
  Object.fromEntries(Object.entries(days).filter(([, on]) => on));

/** Where a case that lives already is entered. @throws RefusedAt 409 at the day that cannot be */
function liveEntryOf(live: LiveAnswers, { today }: When): LiveEntry | null {
  const { entry, faults } = entryOf(live, today);
  const [first] = Object.entries(faults);
  if (!first) return entry;
  const [field, { key }] = first;
  throw new RefusedAt(
    new Refusal(409, key),
    field === "liveStage" ? ["live", "stage"] : ["live", "days", field.slice(7)],
  );
}

const PERSONS = ["ownerId", "technicalOwnerId", "coAuthorId"] as const;

/** @param before what stands may stay, even where an account was closed since */
const refuseUnknown = (
  db: Reader,
  body: Partial<Record<(typeof PERSONS)[number] | "departmentId", number | null | undefined>>,
  before: Partial<Record<(typeof PERSONS)[number] | "departmentId", number | null>> = {},
) =>
  refuseUnknownIds(
    db,
    PERSONS.filter((field) => body[field] !== before[field]).map((field) => [field, body[field]]),
    body.departmentId === before.departmentId ? [] : [["departmentId", body.departmentId]],
  );

export const createUseCase = writes(contracts.createUseCase, async (tx, asked) => {
  const { body, actor, when } = asked;
  await refuseUnknown(tx, body);
  const content = contentSaid(body);
  const live = body.live ? { stage: body.live.stage, days: daysSaid(body.live.days) } : null;
  if (body.submit === false) {
    const draft = await createDraft(tx, actor, content, when, null, live);
    return { ...(await answerOf(tx, draft.reference, asked)), similar: [] };
  }
  const entered = live && liveEntryOf(live, when);
  const submission = { ...content, similarLookedAt: false, whyNew: orNothing(body.whyNew), liveEntry: live };
  return submittedAnswer(tx, await submitUseCase(tx, actor, submission, when, ...(entered ? [entered] : [])), asked);
});

export const readUseCase = reads(contracts.readUseCase, async (db, asked) => {
  const { reference } = await openCase(db, asked.actor, asked.parameters.reference);
  return answerOf(db, reference, asked);
});

/** One text with what was given for each language: null takes it away. */
function merged(before: Told | null, given: Record<string, string | null | undefined> | null | undefined): Told | null {
  if (given === undefined) return before;
  const next: Told = given === null ? {} : { ...before };
  for (const locale of LOCALES) {
    const text = given?.[locale];
    if (text) next[locale] = storable(text);
    if (text === null || next[locale] === "") delete next[locale];
  }
  return orNothing(next);
}

function edited(useCase: UseCase, edit: contracts.CaseEdit): CaseContent {
  const { title, need, expectedBenefit, affected, dataInvolved, ...plain } = edit;
  const before = contentOf(useCase);
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...before,
    ...given,
    title: merged(before.title, title) ?? {},
    need: merged(before.need, need),
    expectedBenefit: merged(before.expectedBenefit, expectedBenefit),
    affected: merged(before.affected, affected),
    dataInvolved: merged(before.dataInvolved, dataInvolved),
  };
}

export const updateUseCase = writes(contracts.updateUseCase, async (tx, asked) => {
  const { actor, body, version, when } = asked;
  const useCase = await openCase(tx, actor, asked.parameters.reference);
  const { id, reference, stage } = useCase;
  await refuseUnknown(tx, body, useCase);
  const content = edited(useCase, body);
  if (stage === "draft") await saveDraft(tx, actor, { id, version, content }, when);
  else if (Object.keys(content.title).length > 0) await editCase(tx, actor, { id, version, content }, when);
  else throw new RefusedAt(new Refusal(409, "desk.input.required"), ["title"]);
  return answerOf(tx, reference, asked);
});

export const submitDraftUseCase = writes(contracts.submitUseCase, async (tx, asked) => {
  const { actor, body, version, when } = asked;
  const useCase = await openCase(tx, actor, asked.parameters.reference);
  const whyNew = orNothing(body.whyNew);
  const draft = { id: useCase.id, version, content: contentOf(useCase), whyNew };
  const entered = useCase.liveEntry && liveEntryOf(useCase.liveEntry, when);
  return submittedAnswer(tx, await submitDraft(tx, actor, draft, when, entered), asked);
});

export const moveUseCase = writes(contracts.moveUseCase, async (tx, asked) => {
  const { actor, body, when } = asked;
  const useCase = await openCase(tx, actor, asked.parameters.reference);
  const move = {
    useCaseId: useCase.id,
    to: body.to,
    seenAt: body.from,
    reason: orNothing(body.reason),
    learning: orNothing(body.learning),
    relookOn: body.relookOn ?? null,
    override: body.override ?? false,
    wentTo: (body.wentTo ?? []).map(({ kind, to = null, users = null }) => ({ kind, to, users })),
  };
  await moveThroughGate(tx, actor, move, when);
  return answerOf(tx, useCase.reference, asked);
});

export const mergeUseCase = writes(contracts.mergeUseCase, async (tx, asked) => {
  const { actor, body, when } = asked;
  const from = await openCase(tx, actor, asked.parameters.reference);
  const into = await at(["into"], () => openCase(tx, actor, body.into));
  const reason = orNothing(body.reason);
  if (!reason) throw new RefusedAt(new Refusal(409, "desk.input.required"), ["reason"]);
  await mergeCases(tx, actor, { from: from.id, into: into.id, reason }, when);
  return answerOf(tx, from.reference, asked);
});
