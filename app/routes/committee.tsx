import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { readComposition } from "#app/committee/composition.server";
import { SessionList } from "#app/committee/list";
import { sessionInput } from "#app/committee/sessions";
import { listSessions, planSession } from "#app/committee/sessions.server";
import { act, ask, go, parse } from "#app/desk.server";
import { writeOnce } from "#app/once.server";

export const handle = { title: "committee.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, permits, organisation, when }) => ({
    sessions: await listSessions(database),
    mayPlan: permits("session.plan"),
    quorum: organisation.quorum,
    hears: organisation.hears,
    composition: await readComposition(database),
    today: when.today,
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = parse(sessionInput, form);
    const { number } = await writeOnce(desk, form, (tx) => planSession(tx, desk.actor, input, desk.when));
    return go(desk, `/committee/${number}`, "committee.planned");
  })(args);

export default function Committee() {
  return <SessionList {...useAnswer<typeof loader>()} />;
}
