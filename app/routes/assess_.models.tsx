import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { beginAs } from "#app/assessment/begin-draft.server";
import { beginInput } from "#app/assessment/model-input";
import { Models } from "#app/assessment/models-page";
import { modelsPage } from "#app/assessment/models-page.server";
import { act, ask, go, parse } from "#app/desk.server";

export const handle = { title: "assessment.model.title" } as const;

export const loader = (args: LoaderFunctionArgs) => ask(({ database, actor }) => modelsPage(database, actor))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const said = parse(beginInput, form);
    const { id } = await desk.database.write((tx) => beginAs(tx, desk.actor, said, desk.when));
    return go(desk, `/assess/models/drafts/${id}`, "assessment.model.begun");
  })(args);

export default function ScoringModels() {
  return <Models {...useAnswer<typeof loader>()} />;
}
