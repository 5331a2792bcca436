import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { keepScenario } from "#app/business-cases/keep-scenario.server";
import { BusinessCaseView } from "#app/business-cases/page";
import { businessCasePage, editStart } from "#app/business-cases/page.server";
import { dropForm, scenarioForm } from "#app/business-cases/scenario-form";
import { ownScenario } from "#app/business-cases/scenarios";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { writeOnce } from "#app/once.server";

export const handle = { title: "business-cases.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, url, when }) => {
    const numbered = (name: string) => {
      const said = url.searchParams.get(name);
      return said === null ? null : idFrom(said);
    };
    return businessCasePage(database, actor, params.reference, {
      number: numbered("version"),
      against: numbered("against"),
      own: ownScenario(url.searchParams),
      today: when.today,
    });
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, organisation, when } = desk;
    const { useCaseId, reference, newest } = await editStart(database, actor, params.reference, when.today);
    if (!newest) throw new Refusal(404, "desk.refusal.not-found");
    const back = `/use-cases/${reference}/business-case#scenarios`;
    if (form.get("intent") === "drop-scenario") {
      const { startedFrom, name } = parse(dropForm, form);
      await database.write((tx) => keepScenario(tx, actor, { useCaseId, startedFrom, name, scenario: null }, when));
      return go(desk, back, "business-cases.scenario.dropped");
    }
    const { startedFrom, scenario } = parse(scenarioForm(newest.draft, organisation.currency), form);
    const { name } = scenario;
    await writeOnce(desk, form, (tx) => keepScenario(tx, actor, { useCaseId, startedFrom, name, scenario }, when));
    return go(desk, back, "business-cases.scenario.kept");
  })(args);

export default function BusinessCase() {
  return <BusinessCaseView {...useAnswer<typeof loader>()} />;
}
