import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { scenarioInput } from "#app/committee/choosing/scenario";
import { ScenarioList } from "#app/committee/choosing/scenario-list";
import { choicePage } from "#app/committee/choosing/scenario-pages.server";
import { createScenario, workOut } from "#app/committee/choosing/scenarios.server";
import { act, ask, go, logFault, parse } from "#app/desk.server";
import { currencyDigits } from "#app/kernel/money";
import { writeOnce } from "#app/once.server";

export const handle = { title: "choice.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, url, when, organisation }) =>
    choicePage(database, actor, url.searchParams, when.now, 10 ** currencyDigits(organisation.currency)),
  )(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = parse(scenarioInput(desk.organisation.currency), form);
    const { id } = await writeOnce(desk, form, (tx) => createScenario(tx, desk.actor, input, desk.when));
    // Nobody waits for it here: its page says how far it is, and stops it.
    workOut(desk.database, id).catch((problem) => logFault(args, problem));
    return go(desk, `/prioritise/choice/${id}`);
  })(args);

export default function Choice() {
  return <ScenarioList {...useAnswer<typeof loader>()} />;
}
