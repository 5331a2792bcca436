import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { ask } from "#app/desk.server";
import { UseCaseList } from "#app/use-cases/list/list";
import { readList } from "#app/use-cases/list/list.server";
import { readQuery } from "#app/use-cases/list/query";

export const handle = { title: "use-cases.list.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, permits }) => {
    const reader = { personId: actor.personId, hidden: scoresHiddenFrom(actor) };
    return {
      list: await readList(database, reader, readQuery(url.searchParams)),
      maySubmit: permits("use-case.submit"),
      mayImport: permits("use-case.import"),
    };
  })(args);

export default function UseCases() {
  return <UseCaseList {...useAnswer<typeof loader>()} />;
}
