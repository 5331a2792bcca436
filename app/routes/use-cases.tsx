import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { listAt } from "#app/list-desk.server";
import { kindsOffered } from "#app/use-cases/bulk/plan";
import { UseCaseList } from "#app/use-cases/list/list";
import { readList } from "#app/use-cases/list/list.server";
import { readViews } from "#app/use-cases/views/views.server";

export const handle = { title: "use-cases.list.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const { reader, query } = await listAt(desk, desk.url.searchParams);
    return {
      list: await readList(desk.database, reader, query),
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
