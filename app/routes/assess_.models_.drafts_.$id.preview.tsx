import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { draftById, publishDraft } from "#app/assessment/draft-model.server";
import { PreviewPage } from "#app/assessment/draft-page";
import { modelBefore } from "#app/assessment/model.server";
import { publishInput } from "#app/assessment/model-input";
import { departmentNames } from "#app/assessment/models-page.server";
import { ModelPreview } from "#app/committee/model-preview";
import { previewModel } from "#app/committee/model-preview.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";

export const handle = { title: "assessment.model.preview.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    const draft = await draftById(database, actor, idFrom(params.id));
    const preview = await previewModel(database, actor, draft.content);
    const before = await modelBefore(database, draft.line);
    return { draft, before, departments: await departmentNames(database), preview };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, params } = desk;
    const { version } = parse(publishInput, form);
    const made = await database.write((tx) => publishDraft(tx, actor, { id: idFrom(params.id), version }, when));
    return go(desk, `/assess/models/${made.id}`, "assessment.model.published.done", { number: made.number });
  })(args);

export default function Preview() {
  const { preview, ...page } = useAnswer<typeof loader>();
  return (
    <PreviewPage {...page}>
      <ModelPreview preview={preview} />
    </PreviewPage>
  );
}
