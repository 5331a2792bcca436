import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { listAt } from "#app/list-desk.server";
import { kindsOffered } from "#app/use-cases/bulk/plan";
import { UseCaseList } from "#app/use-cases/list/list";
import { readList } from "#app/use-cases/list/list.server";
import { defaultViewOf, readViews } from "#app/use-cases/views/views.server";

export const handle = { title: "use-cases.list.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const opened = await defaultViewOf(desk.database, desk.actor.personId);
    if (opened?.query && desk.url.search === "") throw redirect(`/use-cases?${opened.query}`);
    const { reader, query: asked } = await listAt(desk, desk.url.searchParams);
    const query = opened?.query ? { ...asked, opensWithView: true as const } : asked;
    return {
      list: await readList(desk.database, reader, query),
      openedWith: opened?.id ?? null,
      today: reader.today,
      views: await readViews(desk.database, desk.actor),
      maySubmit: desk.permits("use-case.submit"),
      mayMerge: desk.permits("use-case.merge"),
      bulkKinds: kindsOffered(desk.actor),
      mayImport: desk.permits("use-case.import"),
      displayOpen: desk.url.searchParams.get("show") === "display",
    };
  })(args);

export default function UseCases() {
  return <UseCaseList {...useAnswer<typeof loader>()} />;
}
