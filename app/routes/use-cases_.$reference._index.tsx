import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { CaseConditions } from "#app/committee/conditions";
import { conditionsOf } from "#app/committee/conditions.server";
import { destinationsOf } from "#app/delivery/roll-out/destinations.server";
import { RollOutPanel } from "#app/delivery/roll-out/panel";
import { rollOutsOf } from "#app/delivery/roll-out/totals.server";
import { act, ask, type Desk, go, parse, rejectionHere } from "#app/desk.server";
import { toldIn } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import { DebtSection } from "#app/measurement/debts";
import { readDebtsOf } from "#app/measurement/debts.server";
import { readNextGate } from "#app/measurement/next-step.server";
import { NextStepPanel } from "#app/measurement/next-step-panel";
import { writeOnce } from "#app/once.server";
import { CaseStandingLine } from "#app/safeguards/case-standing";
import { caseStanding } from "#app/safeguards/case-standing.server";
import { Card } from "#app/use-cases/card";
import { type Card as CardModel, readCard } from "#app/use-cases/card.server";
import { openCase, refuseHidden, type UseCase } from "#app/use-cases/cases.server";
import { readFiles } from "#app/use-cases/files/files.server";
import { follow, vote } from "#app/use-cases/following/following.server";
import { followInput, voteInput } from "#app/use-cases/following/following-input";
import { readInterest } from "#app/use-cases/following/interest.server";
import { isOwn } from "#app/use-cases/gates";
import { readLinks } from "#app/use-cases/links/links.server";
import { ownQuestions } from "#app/use-cases/own-checks/checks.server";
import { readSharedNeed } from "#app/use-cases/similar/co-sponsors.server";
import { MergedHereNotice } from "#app/use-cases/similar/merged-here";
import { readMergedHere } from "#app/use-cases/similar/merged-here.server";
import { JoinSlot } from "#app/use-cases/similar/shared-need";
import { readCameFrom, standingIn } from "#app/use-cases/similar/standing-in.server";
import { readTags } from "#app/use-cases/tags/tags.server";
import { comment, editComment, type Said, withdrawComment } from "#app/use-cases/talk/comment.server";
import { readTalk } from "#app/use-cases/talk/talk.server";
import { commentChoice, commentEdit, commentInput } from "#app/use-cases/talk/talk-input";

export const handle = {
  title: ({ useCase }: CardModel, { tell }: Speech) => `${useCase.reference} ${tell(useCase.title)}`,
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const { database, params, actor, url, when } = desk;
    const card = await readCard(database, params.reference, scoresHiddenFrom(actor));
    const { useCase } = card;
    refuseHidden(actor, useCase);
    // A draft has no card yet: its author goes on writing.
    if (useCase.stage === "draft") throw redirect(`/use-cases/${useCase.reference}/edit`);
    // What was merged is read where it went, unless somebody asks for the old one, or wrote on it and must be told why not.
    const stays = url.searchParams.has("stay") || rejectionHere(desk) !== null;
    const standing = stays ? null : await standingIn(database, useCase);
    if (standing) throw redirect(`/use-cases/${standing.reference}?from=${useCase.reference}`);
    const hidden = new Set(card.standing?.scoresHidden ? [useCase.id] : []);
    const before = Number(url.searchParams.get("before"));
    const shared = await readSharedNeed(database, actor, useCase);
    const debts = await readDebtsOf(database, [useCase], when.today, hidden);
    const owed = debts.get(useCase.id) ?? (useCase.stage ? [] : null);
    return {
      ...card,
      ...(await readNextGate(database, actor, useCase, when.today, hidden)),
      owed,
      questions: owed?.some(isOwn) ? await ownQuestions(database) : {},
      asked: await conditionsOf(database, useCase.id),
      safety: await caseStanding(database, useCase.id, when.today),
      today: when.today,
      rollOut: (await rollOutsOf(database, [useCase.id])).get(useCase.id) ?? null,
      users: await destinationsOf(database, useCase.id),
      interest: await readInterest(database, actor, useCase),
      shared,
      merged: await readMergedHere(database, actor, useCase, shared.coSponsors),
      from: await readCameFrom(database, actor, useCase, url.searchParams.get("from")),
      around: {
        tags: await readTags(database, useCase.id),
        links: await readLinks(database, useCase.id),
        files: await readFiles(database, actor, useCase),
      },
      talk: await readTalk(database, actor, useCase, Number.isSafeInteger(before) && before > 0 ? before : null),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, params, actor, when } = desk;
    const useCase = await openCase(database, actor, params.reference);
    const page = `/use-cases/${useCase.reference}`;
    switch (form.get("intent")) {
      case "vote": {
        const { voted } = parse(voteInput, form);
        await database.write((tx) => vote(tx, actor, useCase, voted, when));
        return go(desk, page, voted ? "case.notice.voted" : "case.notice.vote-taken-back");
      }
      case "follow": {
        const { follows } = parse(followInput, form);
        await database.write((tx) => follow(tx, actor, useCase, follows, when));
        return go(desk, page, follows ? "case.notice.follows" : "case.notice.follows-not");
      }
      case "comment-withdraw": {
        const { commentId } = parse(commentChoice, form);
        await database.write((tx) => withdrawComment(tx, actor, useCase, commentId, when));
        return go(desk, `${page}#comment-${commentId}`, "case.notice.comment-withdrawn");
      }
      default:
        return say(desk, form, useCase);
    }
  })(args);

async function say(desk: Desk, form: FormData, useCase: UseCase): Promise<Response> {
  const { database, actor, locale, when } = desk;
  if (form.get("intent") !== "comment-edit") {
    const { body, internal } = parse(commentInput, form);
    const said = await writeOnce(desk, form, (tx) =>
      comment(tx, actor, useCase, { [locale]: body }, when, { internal }),
    );
    return answerTo(desk, useCase, said);
  }
  const { commentId, version, said: text } = parse(commentEdit, form);
  // In the language in which it is shown, which may be another one than the reader's.
  const body = (before: UseCase["title"]) => ({ ...before, [toldIn(before, locale)]: text });
  const edit = { id: commentId, version, body };
  return answerTo(desk, useCase, await database.write((tx) => editComment(tx, actor, useCase, edit, when)));
}

/** Says what came of the names in a comment, where somebody was meant who was not told. */
function answerTo(desk: Desk, { reference }: UseCase, { id, ambiguous, unknown, notTold }: Said): Response {
  const to = `/use-cases/${reference}#comment-${id}`;
  const trouble = { ambiguous, unknown, notTold };
  if (Object.values(trouble).every((names) => names.length === 0)) return go(desk, to, "use-cases.notice.commented");
  const told = Object.entries(trouble).flatMap(([name, names]) => [
    [name, desk.speech.list(names)],
    [`${name}Count`, names.length],
  ]);
  return go(desk, to, "case.notice.mention-trouble", Object.fromEntries(told));
}

export default function UseCasePage() {
  const {
    next,
    gate,
    owed,
    questions,
    asked,
    safety,
    today,
    rollOut,
    users,
    interest,
    shared,
    merged,
    from,
    around,
    talk,
    ...card
  } = useAnswer<typeof loader>();
  return (
    <>
      <MergedHereNotice merged={merged} reference={card.useCase.reference} from={from} />
      <NextStepPanel step={next} gate={gate} reference={card.useCase.reference} />
      <CaseConditions asked={asked} today={today} />
      <CaseStandingLine standing={safety} reference={card.useCase.reference} />
      <DebtSection owed={owed} reference={card.useCase.reference} questions={questions} />
      <RollOutPanel totals={rollOut} users={users} reference={card.useCase.reference} />
      <Card
        card={card}
        interest={interest}
        around={around}
        talk={talk}
        join={<JoinSlot shared={shared} reference={card.useCase.reference} />}
      />
    </>
  );
}
