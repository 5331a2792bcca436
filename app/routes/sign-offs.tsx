import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { SignOffQueue } from "#app/delivery/sign-off-queue";
import { countWaiting, lastAnswered, readQueue } from "#app/delivery/sign-off-queue.server";
import { answerInput, SIGN_OFF_KINDS, toldAnswer } from "#app/delivery/sign-offs";
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
      today: when.today,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = toldAnswer(parse(answerInput, form), desk.locale);
    await desk.database.write((tx) => answerSignOff(tx, desk.actor, input, desk.when));
    return go(desk, desk.url.pathname + desk.url.search, "delivery.sign-off.signed");
  })(args);

export default function SignOffs() {
  return <SignOffQueue {...useAnswer<typeof loader>()} />;
}
