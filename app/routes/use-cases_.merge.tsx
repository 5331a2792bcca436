import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { MergeManyView } from "#app/measurement/merge-many";
import { mergeMany, readMergeMany } from "#app/measurement/merge-many.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { chosenCases, mergeManyInput } from "#app/use-cases/similar/join-input";

export const handle = { title: "similar.many.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    permit(actor, "use-case.merge", NO_PARTIES);
    const said = url.searchParams;
    return readMergeMany(database, actor, chosenCases(said.getAll("case")), Number(said.get("into")) || null);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when } = desk;
    const { into, reason } = parse(mergeManyInput, form);
    const ids = chosenCases(form.getAll("case").map(String));
    const merge = { ids, into, reason: { [locale]: reason } };
    const staying = await database.write((tx) => mergeMany(tx, actor, merge, when));
    return go(desk, `/use-cases/${staying.reference}`, "similar.notice.merged-many", { count: ids.length - 1 });
  })(args);

export default function MergeManyPage() {
  return <MergeManyView page={useAnswer<typeof loader>()} />;
}
