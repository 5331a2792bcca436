import { attachmentHeaders } from "#app/kernel/attachment";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { speechFor } from "#app/locales/speech";
import type { Answers } from "#app/safeguards/ai-act/answers";
import { aiActPage } from "#app/safeguards/ai-act/case-page.server";
import { confirmAnswers, saveAnswers } from "#app/safeguards/ai-act/classification.server";
import {
  editProvision as edit,
  type Provision,
  listProvisions as provisionsOf,
} from "#app/safeguards/ai-act/law.server";
import { type CaseObligation, changeObligation as change } from "#app/safeguards/ai-act/obligations.server";
import { registerPage } from "#app/safeguards/ai-act/register.server";
import { registerFile } from "#app/safeguards/ai-act/register-files.server";
import { KEPT_CLASSES, named as nameOf } from "#app/safeguards/ai-act/stored";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import * as contracts from "./case-ai-act";
import { type Asked, gives, reads, writes } from "./operation.server";
import { Turned } from "./problem";
import { instantOf, named, orNothing } from "./shapes";

type Asking = Pick<Asked<never, never, never>, "actor" | "locale" | "organisation" | "when">;

const nameIn = (text: string | null) => {
  const kept = KEPT_CLASSES.find((one) => one === text);
  return kept ? nameOf(kept) : null;
};

const obligationAnswer = (one: CaseObligation) => ({
  id: one.id,
  reference: one.reference,
  role: one.role,
  provision: one.provision,
  owner: named(one.ownerId, one.owner),
  dueOn: one.dueOn,
  state: one.state,
  overdue: one.overdue,
  note: one.note,
  closedOn: one.closedOn,
  version: one.version,
});

async function caseAnswer(db: Reader, reference: string, { actor, locale, organisation, when }: Asking) {
  const useCase = await openCase(db, actor, reference);
  const speech = speechFor(locale, organisation.currency, organisation.timeZone);
  const page = await aiActPage(db, actor, useCase, speech, when.today);
  const { standing, result, history, obligations, version } = page;
  return {
    reference: useCase.reference,
    confirmed: standing && { class: nameIn(standing.class), basis: standing.basis, by: standing.by, on: standing.on },
    classification: result,
    history: history.map((one) => ({
      id: one.id,
      class: nameIn(one.class),
      why: one.why,
      answeredBy: one.answeredBy,
      answeredAt: instantOf(one.answeredAt),
      confirmedBy: one.confirmedBy,
      confirmedOn: one.confirmedOn,
    })),
    obligations: obligations.map(obligationAnswer),
    answersVersion: version,
  };
}

export const readCaseAiAct = reads(contracts.readCaseAiAct, (db, asked) =>
  caseAnswer(db, asked.parameters.reference, asked),
);

export const answerCaseAiAct = writes(contracts.answerCaseAiAct, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const why = orNothing(body.why as Told | null | undefined);
  const said = { useCaseId, answers: body.answers as Answers, why, version: body.answersVersion };
  await saveAnswers(tx, actor, said, when);
  return caseAnswer(tx, parameters.reference, asked);
});

export const confirmCaseAiAct = writes(contracts.confirmCaseAiAct, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  await confirmAnswers(tx, actor, { useCaseId, version: body.answersVersion }, when);
  return caseAnswer(tx, parameters.reference, asked);
});

export const changeObligation = writes(contracts.changeObligation, async (tx, asked) => {
  const { parameters, body, actor, when, version } = asked;
  const { dueOn, note, ...rest } = body;
  const said = {
    ...rest,
    ...(dueOn !== undefined && { dueOn: dueOn as Day }),
    ...(note !== undefined && { note: orNothing(note) }),
  };
  return obligationAnswer(await change(tx, actor, { id: parameters.id, version, ...said }, when));
});

export const listAiActRegister = reads(contracts.listAiActRegister, async (db, { query, when }) => {
  const from = query.after === undefined ? null : Number(query.after);
  if (from !== null && !(Number.isSafeInteger(from) && from > 0)) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const { rows, next } = await registerPage(db, { class: query.class ?? null, owner: null, after: from }, when.today);
  return {
    items: rows.map(({ reference, title, department, stage, class: kept, confirmedBy, confirmedOn, ...due }) => ({
      ...{ reference, title, department, stage, confirmedBy, confirmedOn },
      class: nameIn(kept),
      obligations: { open: due.open, overdue: due.overdue, nextDue: due.nextDue },
    })),
    next: next === null ? null : String(next),
  };
});

export const exportAiActRegister = gives(contracts.exportAiActRegister, async (db, asked) => {
  const { query, locale, organisation, when } = asked;
  const speech = speechFor(locale, organisation.currency, organisation.timeZone);
  const of = { class: query.class ?? null, name: organisation.name, today: when.today };
  const { bytes, ...file } = await registerFile(db, query.format ?? "csv", of, speech);
  return { headers: attachmentHeaders(file), body: new Blob([bytes]).stream() };
});

const provisionAnswer = ({ version, ...rest }: Provision) => ({ ...rest, provisionVersion: version });

export const listProvisions = reads(contracts.listProvisions, async (db) => ({
  items: (await provisionsOf(db)).map(provisionAnswer),
}));

export const editProvision = writes(contracts.editProvision, async (tx, { parameters, body, actor, when }) => {
  const content = body.content && {
    ...body.content,
    appliesFrom: body.content.appliesFrom as Day | null,
    asOf: body.content.asOf as Day,
  };
  const said = { key: parameters.key, version: body.provisionVersion, content };
  return provisionAnswer(await edit(tx, actor, said, when));
});
