import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { mergeCases, unmergeCase } from "#app/measurement/merge-case.server";
import { MergeView } from "#app/measurement/merge-page";
import { readMergePage } from "#app/measurement/merge-page.server";
import { writeOnce } from "#app/once.server";
import { permit } from "#app/people/permit";
import { openCase } from "#app/use-cases/cases.server";
import { mergeInput, unmergeInput } from "#app/use-cases/similar/join-input";
import { actsOfMerge } from "#app/use-cases/who-moves";

export const handle = {
  title: ({ reference }: { reference: string }, { t }: Speech) => t("similar.merge.title", { reference }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url, locale }) => {
    const useCase = await openCase(database, actor, params.reference);
    for (const act of actsOfMerge(useCase.stage)) permit(actor, act, useCase);
    return readMergePage(database, actor, useCase, url.searchParams.get("into"), locale);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, when } = desk;
    const { id, reference } = await openCase(database, actor, params.reference);
    if (form.get("intent") === "unmerge") {
      const { reason } = parse(unmergeInput, form);
      const undo = { from: id, reason: { [locale]: reason } };
      await database.write((tx) => unmergeCase(tx, actor, undo, when));
      return go(desk, `/use-cases/${reference}`, "similar.notice.unmerged", { reference });
    }
    const { into, reason } = parse(mergeInput, form);
    const other = await openCase(database, actor, into);
    const merge = { from: id, into: other.id, reason: { [locale]: reason } };
    const staying = await writeOnce(desk, form, async (tx) => {
      const { reference } = await mergeCases(tx, actor, merge, when);
      return { reference };
    });
    return go(desk, `/use-cases/${staying.reference}`, "similar.notice.merged", { reference });
  })(args);

export default function MergePage() {
  return <MergeView page={useAnswer<typeof loader>()} />;
}
