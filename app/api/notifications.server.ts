import { eq } from "drizzle-orm";
import { speechFor } from "#app/locales/speech";
import { isNotification, newsCursor } from "#app/people/notification";
import { markRead, readNews } from "#app/people/notifications.server";
import { permit } from "#app/people/permit";
import { prefer } from "#app/people/preferences.server";
import { sentenceOf, wordsOf } from "#app/people/told";
import { chooseRhythm } from "#app/people/unsubscribe.server";
import { assignScreener } from "#app/safeguards/assign-screener.server";
import { screeningQuery } from "#app/safeguards/screening";
import { readScreeningQueue } from "#app/safeguards/screening-queue.server";
import { readTrustCard, screen } from "#app/safeguards/trust-card.server";
import { promisedAt } from "#app/use-cases/answer-due";
import { caseByReference, openCase, refuseHidden, type UseCase } from "#app/use-cases/cases.server";
import { readHeader } from "#app/use-cases/header.server";
import { openWith } from "#app/use-cases/views/views.server";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";
import * as contracts from "./notifications";
import { reads, writes } from "./operation.server";
import { Turned } from "./problem";
import { instantOf, named, orNothing } from "./shapes";

const wrongPlace = () => new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);

export const listNotifications = reads(
  contracts.listNotifications,
  async (db, { query: { after }, actor, organisation, locale }) => {
    const from = after === undefined ? null : newsCursor(after);
    if (after !== undefined && !from) throw wrongPlace();
    const { timeZone, currency } = organisation;
    const speech = speechFor(locale, currency, timeZone);
    const { days, next } = await readNews(db, { personId: actor.personId, timeZone }, from);
    return {
      items: days.flatMap(({ lines }) =>
        lines.flatMap((line) => {
          const { id, kind, by, reference, href, at, read } = line;
          if (!isNotification(kind)) return [];
          const said = { text: sentenceOf(line, speech), words: wordsOf(line, speech) };
          return [{ id, kind, ...said, useCase: reference, by, page: href, at: instantOf(at), read }];
        }),
      ),
      next: next && `${next.read ? "read" : "new"}-${next.before}`,
    };
  },
);

export const readNotifications = writes(contracts.readNotifications, async (tx, { body, actor, when }) => ({
  marked: await markRead(tx, actor, body.ids ?? "all", when),
}));

export const listScreening = reads(contracts.listScreening, async (db, { query, actor, organisation, when }) => {
  permit(actor, "use-case.screen", {});
  const asked = screeningQuery.parse({ ...query, department: query.department?.toString() });
  if (query.after !== undefined && !asked.after) throw wrongPlace();
  const { rows, next } = await readScreeningQueue(db, actor, asked, organisation, when.today);
  return {
    items: rows.map(({ reference, title, department, submittedOn, age, dueOn, late, screenerId, screener }) => ({
      ...{ reference, title, department, submittedOn, workingDays: age, answerDueOn: dueOn, late },
      screener: named(screenerId, screener),
    })),
    next: next && `${next.since}-${next.id}`,
  };
});

export const assignScreening = writes(
  contracts.assignScreening,
  async (tx, { parameters, body: { personId }, actor, organisation, when }) => {
    const useCase = await caseByReference(tx, parameters.reference);
    refuseHidden(actor, useCase);
    await assignScreener(tx, actor, { useCaseIds: [useCase.id], personId }, organisation, when);
    const { reference, screener, stageSince } = await readHeader(tx, parameters.reference);
    const { dueOn } = promisedAt(stageSince ?? when.today, when.today, organisation);
    return { reference, screener: named(personId, screener), answerDueOn: dueOn };
  },
);

async function preferencesOf(db: Reader, personId: number) {
  const [found] = await db
    .select({
      locale: people.locale,
      theme: people.theme,
      mailRhythm: people.mailRhythm,
      defaultView: people.defaultViewId,
    })
    .from(people)
    .where(eq(people.id, personId));
  return found ?? { locale: null, theme: null, mailRhythm: "never" as const, defaultView: null };
}

export const readPreferences = reads(contracts.readPreferences, (db, { actor }) => preferencesOf(db, actor.personId));

export const updatePreferences = writes(contracts.updatePreferences, async (tx, { body, actor, when }) => {
  const { locale, theme, mailRhythm, defaultView } = body;
  await prefer(tx, actor, { ...(locale && { locale }), ...(theme && { theme }) }, when);
  if (mailRhythm) await chooseRhythm(tx, actor, mailRhythm, when);
  if (defaultView !== undefined) await openWith(tx, actor, defaultView, when);
  return preferencesOf(tx, actor.personId);
});

async function screeningOf(db: Reader, { id, reference }: UseCase) {
  const card = await readTrustCard(db, id);
  const { prohibitedPractice, customerFacing, humanInTheLoop, augmentOrReplace, redLineException } = card;
  const { version, screenedOn } = card;
  const answers = { prohibitedPractice, customerFacing, humanInTheLoop, augmentOrReplace, redLineException };
  return { reference, version, ...answers, screenedOn };
}

export const readScreening = reads(contracts.readScreening, async (db, { parameters, actor }) =>
  screeningOf(db, await openCase(db, actor, parameters.reference)),
);

export const screenUseCase = writes(contracts.screenUseCase, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const useCase = await openCase(tx, actor, parameters.reference);
  const { redLineException, version, ...answers } = body;
  const exception = orNothing(redLineException);
  await screen(tx, actor, { useCaseId: useCase.id, ...answers, redLineException: exception, version }, when);
  return screeningOf(tx, useCase);
});
