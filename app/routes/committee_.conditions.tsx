import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { conditionInput } from "#app/committee/condition-input";
import { conditionsPage, meetCondition } from "#app/committee/conditions.server";
import { ConditionsView } from "#app/committee/conditions-view";
import { act, ask, go, parse } from "#app/desk.server";

export const handle = { title: "committee.conditions" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when }) => ({
    ...(await conditionsPage(database, actor)),
    today: when.today,
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { answer, ...which } = parse(conditionInput, form);
    const said = { ...which, answer: { [desk.locale]: answer } };
    const { reference } = await desk.database.write((tx) => meetCondition(tx, desk.actor, said, desk.when));
    return go(desk, "/committee/conditions", "committee.asked.answered", { reference });
  })(args);

export default function Conditions() {
  return <ConditionsView {...useAnswer<typeof loader>()} />;
}
