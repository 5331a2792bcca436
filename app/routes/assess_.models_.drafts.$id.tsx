import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { discardDraft, draftById, editDraft } from "#app/assessment/draft-model.server";
import { DraftPage } from "#app/assessment/draft-page";
import { carriedOut, draftInput } from "#app/assessment/model-input";
import { departmentNames } from "#app/assessment/models-page.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";

export const handle = { title: "assessment.model.draft.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url }) => {
    const at = Number(url.searchParams.get("at") ?? -1);
    const draft = await draftById(database, actor, idFrom(params.id));
    return { draft, departments: await departmentNames(database), at: at >= 0 ? at : null };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, params } = desk;
    const id = idFrom(params.id);
    if (form.get("intent") === "discard") {
      await database.write((tx) => discardDraft(tx, actor, id, when));
      return go(desk, "/assess/models", "assessment.model.discarded");
    }
    const said = parse(draftInput, form);
    const { content, at } = carriedOut(said.content, said.act);
    await database.write((tx) => editDraft(tx, actor, { id, version: said.version, content }, when));
    if (said.act === "preview") return go(desk, `/assess/models/drafts/${id}/preview`);
    const place = at === null ? "" : `?at=${at}#criterion-${at}`;
    return go(desk, `/assess/models/drafts/${id}${place}`, "assessment.model.saved");
  })(args);

export default function Draft() {
  return <DraftPage {...useAnswer<typeof loader>()} />;
}
