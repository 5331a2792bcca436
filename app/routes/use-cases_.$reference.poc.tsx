import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { startInput, verdictInput } from "#app/delivery/poc";
import { giveVerdict, pocById, startPoc, termsOf } from "#app/delivery/poc.server";
import { PocView } from "#app/delivery/poc-page";
import { pocPage } from "#app/delivery/poc-page.server";
import { namesModel } from "#app/delivery/registers/typed-thing";
import { withThings } from "#app/delivery/registers/typed-thing.server";
import { askAmendment, signAmendment } from "#app/delivery/running/amend.server";
import { amendInput, signInput, toldWish } from "#app/delivery/running/amendment";
import {
  checkInInput,
  correctCheckInInput,
  endIterationInput,
  openIterationInput,
  toldWeek,
} from "#app/delivery/running/check-in";
import { checkIn, correctCheckIn, endIteration, openIteration } from "#app/delivery/running/check-in.server";
import { addAttempt, attemptById, editAttempt } from "#app/delivery/trying/attempt.server";
import {
  attemptInput,
  editAttemptInput,
  measuredInput,
  switchInput,
  toldAttempt,
  toldSwitch,
} from "#app/delivery/trying/attempt-input";
import { measureSwitch, switchModel } from "#app/delivery/trying/switch-model.server";
import { vendorLinkInput } from "#app/delivery/vendors";
import { linkVendor, unlinkVendor } from "#app/delivery/vendors.server";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import { changeComponents } from "#app/link-components.server";
import type { Key } from "#app/locales/keys";
import { writeOnce } from "#app/once.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "use-cases.tab.poc" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when, url }) => {
    const useCase = await openCase(database, actor, params.reference);
    const idIn = (name: string) => Number(url.searchParams.get(name)) || null;
    const correcting = { checkIn: idIn("check-in"), attempt: idIn("attempt") };
    return pocPage(database, actor, useCase, when.today, correcting);
  })(args);

type Said = Key | { key: Key; count: number };

/** Each form of the page by its intent: what it sends becomes one command, and a sentence on the next page. */
const FORMS: Record<string, (desk: Desk, form: FormData, useCaseId: number) => Promise<Said>> = {
  async start({ database, actor, when }, form) {
    await database.write((tx) => startPoc(tx, actor, parse(startInput, form), when));
    return "delivery.seal.started";
  },
  async amend(desk, form) {
    const { database, actor, when, locale } = desk;
    const typed = parse(amendInput(desk.organisation.currency), form);
    const { pocId, version } = typed;
    const { reason, ...wish } = toldWish(typed, termsOf(await pocById(database, pocId)), locale);
    await writeOnce(desk, form, (tx) => askAmendment(tx, actor, { pocId, version, reason, wish }, when));
    return "delivery.amendment.asked";
  },
  async "sign-amendment"({ database, actor, when, locale }, form) {
    const { note, ...answer } = parse(signInput, form);
    const signed = { ...answer, note: note === null ? null : { [locale]: note } };
    await database.write((tx) => signAmendment(tx, actor, signed, when));
    return "delivery.amendment.signed";
  },
  async "check-in"({ database, actor, when, locale, organisation }, form) {
    const said = toldWeek(parse(checkInInput(organisation.currency), form), locale);
    const { skipped } = await database.write((tx) => checkIn(tx, actor, said, when));
    return skipped === 0 ? "delivery.check-in.added" : { key: "delivery.check-in.added-skipped", count: skipped };
  },
  async "correct-check-in"({ database, actor, when, locale, organisation }, form) {
    const said = toldWeek(parse(correctCheckInInput(organisation.currency), form), locale);
    await database.write((tx) => correctCheckIn(tx, actor, said, when));
    return "delivery.check-in.corrected";
  },
  async iteration(desk, form) {
    const { actor, when, locale } = desk;
    const { question, ...rest } = parse(openIterationInput, form);
    await writeOnce(desk, form, (tx) => openIteration(tx, actor, { ...rest, question: { [locale]: question } }, when));
    return "delivery.iteration.opened";
  },
  async "iteration-end"({ database, actor, when, locale }, form) {
    const { learnt, ...rest } = parse(endIterationInput, form);
    await database.write((tx) => endIteration(tx, actor, { ...rest, learnt: { [locale]: learnt } }, when));
    return "delivery.iteration.ended";
  },
  async attempt(desk, form) {
    const { actor, when, locale } = desk;
    const { read, faults } = await withThings(desk.database, form, "models", namesModel);
    const attempt = toldAttempt(parse(attemptInput(desk.organisation.currency), read, faults), locale);
    await writeOnce(desk, form, (tx) => addAttempt(tx, actor, attempt, when));
    return "delivery.attempts.added";
  },
  async "edit-attempt"({ database, actor, when, locale, organisation }, form) {
    const { read, faults } = await withThings(database, form, "models", namesModel);
    const typed = parse(editAttemptInput(organisation.currency), read, faults);
    const edit = toldAttempt(typed, locale, await attemptById(database, typed.attemptId));
    await database.write((tx) => editAttempt(tx, actor, edit, when));
    return "delivery.attempts.edited";
  },
  async verdict({ database, actor, when, locale }, form) {
    const { learning, reason, ...rest } = parse(verdictInput, form);
    const given = { ...rest, learning: { [locale]: learning }, reason: reason === null ? null : { [locale]: reason } };
    await database.write((tx) => giveVerdict(tx, actor, given, when));
    return "delivery.verdict.given";
  },
  async switch(desk, form, useCaseId) {
    const { actor, when, locale } = desk;
    const { read, faults } = await withThings(desk.database, form, "models", namesModel);
    const said = toldSwitch(parse(switchInput(desk.organisation.currency), read, faults), locale);
    const { askedAnew } = await writeOnce(desk, form, (tx) => switchModel(tx, actor, { useCaseId, ...said }, when));
    const count = askedAnew.length;
    return count === 0 ? "delivery.live.switched" : { key: "delivery.live.asked-anew", count };
  },
  async "measure-switch"({ database, actor, when, organisation }, form) {
    const measured = parse(measuredInput(organisation.currency), form);
    await database.write((tx) => measureSwitch(tx, actor, measured, when));
    return "delivery.live.measured";
  },
};

async function changeVendors({ database, actor, when }: Desk, form: FormData, useCaseId: number): Promise<Said> {
  const { intent, vendorId } = parse(vendorLinkInput, form);
  const change = intent === "link" ? linkVendor : unlinkVendor;
  await database.write((tx) => change(tx, actor, { useCaseId, vendorId }, when));
  return "delivery.vendors.linked";
}

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const useCase = await openCase(desk.database, desk.actor, desk.params.reference);
    const intent = String(form.get("intent"));
    const write = Object.hasOwn(FORMS, intent) ? FORMS[intent] : undefined;
    const linked = await changeComponents(desk, form, useCase.id);
    const said = linked ? "registers.linked" : await (write ?? changeVendors)(desk, form, useCase.id);
    const { key, count } = typeof said === "string" ? { key: said, count: 0 } : said;
    return go(desk, desk.url.pathname, key, { count });
  })(args);

export default function Poc() {
  return <PocView {...useAnswer<typeof loader>()} />;
}
