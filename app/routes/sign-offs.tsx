import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { absencesFrom, announceAbsence, delegateSignOff, withdrawAbsence } from "#app/delivery/delegate.server";
import { openSignOffConditions } from "#app/delivery/sign-off-conditions.server";
import { SignOffQueue } from "#app/delivery/sign-off-queue";
import { countWaiting, lastAnswered, readQueue } from "#app/delivery/sign-off-queue.server";
import { colleaguesOf } from "#app/delivery/sign-off-reviewers.server";
import {
  absenceInput,
  answerInput,
  delegateInput,
  SIGN_OFF_KINDS,
  toldAnswer,
  withdrawAbsenceInput,
} from "#app/delivery/sign-offs";
import { answerSignOff } from "#app/delivery/sign-offs.server";
import { act, ask, go, parse } from "#app/desk.server";

export const handle = { title: "delivery.sign-off.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when }) => {
    const asked = url.searchParams.get("kind");
    // Without a choice, reviewers see their own queue first.
    const own = SIGN_OFF_KINDS.filter((one) => actor.roles.includes(one));
    const kind =
      SIGN_OFF_KINDS.find((one) => one === asked) ?? (asked === null && own.length === 1 ? own[0] : null) ?? null;
    return {
      kind,
      waiting: await readQueue(database, actor, kind),
      counts: await countWaiting(database),
      answered: await lastAnswered(database, kind),
      conditions: await openSignOffConditions(database, kind),
      absences: await absencesFrom(database, actor, when.today),
      colleagues: await colleaguesOf(database, actor),
      me: { id: actor.personId, name: actor.name },
      today: when.today,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, url } = desk;
    const back = url.pathname + url.search;
    switch (form.get("intent")) {
      case "delegate": {
        const given = parse(delegateInput, form);
        await database.write((tx) => delegateSignOff(tx, actor, given, when));
        return go(desk, back, "delivery.sign-off.give.done");
      }
      case "absence": {
        const absence = parse(absenceInput, form);
        await database.write((tx) => announceAbsence(tx, actor, absence, when));
        return go(desk, `${back}#absences`, "delivery.absence.done");
      }
      case "withdraw-absence": {
        const { absenceId: id, version } = parse(withdrawAbsenceInput, form);
        await database.write((tx) => withdrawAbsence(tx, actor, { id, version }, when));
        return go(desk, `${back}#absences`, "delivery.absence.withdrawn");
      }
      default: {
        const input = toldAnswer(parse(answerInput, form), desk.locale);
        await database.write((tx) => answerSignOff(tx, actor, input, when));
        return go(desk, back, "delivery.sign-off.signed");
      }
    }
  })(args);

export default function SignOffs() {
  return <SignOffQueue {...useAnswer<typeof loader>()} />;
}
