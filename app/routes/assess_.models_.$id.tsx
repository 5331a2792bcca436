import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { beginAs } from "#app/assessment/begin-draft.server";
import { withdrawModel } from "#app/assessment/model.server";
import { beginInput } from "#app/assessment/model-input";
import { Model, type ModelPage } from "#app/assessment/model-page";
import { modelPage } from "#app/assessment/models-page.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { writeOnce } from "#app/once.server";

export const handle = {
  title: ({ model }: ModelPage, { t, tell }: Speech) =>
    t("assessment.model.version", { name: tell(model.name), number: model.number }),
} as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params }) => modelPage(database, actor, idFrom(params.id)))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, params } = desk;
    const id = idFrom(params.id);
    if (form.get("intent") === "withdraw") {
      await database.write((tx) => withdrawModel(tx, actor, id, when));
      return go(desk, `/assess/models/${id}`, "assessment.model.withdrawn");
    }
    const said = parse(beginInput, form);
    const draft = await writeOnce(desk, form, (tx) => beginAs(tx, actor, said, when));
    return go(desk, `/assess/models/drafts/${draft.id}`, "assessment.model.begun");
  })(args);

export default function ScoringModel() {
  return <Model {...useAnswer<typeof loader>()} />;
}
