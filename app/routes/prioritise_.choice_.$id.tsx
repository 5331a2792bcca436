import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { scenarioChoice } from "#app/committee/choosing/scenario";
import { ScenarioView } from "#app/committee/choosing/scenario-view";
import {
  cancelScenario,
  deleteScenario,
  mayChoose,
  mayDelete,
  readScenario,
} from "#app/committee/choosing/scenarios.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";

const SECONDS = 2;

export const handle = { title: ({ scenario }: { scenario: { name: string } }) => scenario.name };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const scenario = await readScenario(database, idFrom(params.id), when.now);
    const running = scenario.status === "running";
    const answer = { scenario, mayChoose: mayChoose(actor), mayDelete: mayDelete(actor, scenario) };
    return json(answer, running ? { headers: { Refresh: String(SECONDS) } } : undefined);
  })(args);

/** While it runs the page comes again by itself, also where no script runs. */
export function headers({ loaderHeaders, parentHeaders }: { loaderHeaders: Headers; parentHeaders: Headers }): Headers {
  const headers = new Headers(parentHeaders);
  const refresh = loaderHeaders.get("Refresh");
  if (refresh) {
    headers.set("Refresh", refresh);
    headers.set("Cache-Control", "no-store");
  }
  return headers;
}

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const id = idFrom(desk.params.id);
    const { intent } = parse(scenarioChoice, form);
    if (intent === "delete") {
      const { name } = await desk.database.write((tx) => deleteScenario(tx, desk.actor, id, desk.when));
      return go(desk, "/prioritise/choice", "choice.deleted", { name });
    }
    await desk.database.write((tx) => cancelScenario(tx, desk.actor, id, desk.when));
    return go(desk, `/prioritise/choice/${id}`, "choice.cancelled");
  })(args);

export default function Scenario() {
  return <ScenarioView {...useLoaderData<typeof loader>()} />;
}
