import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { mappingVersion } from "#app/use-cases/import/import-input";
import { takeMapping } from "#app/use-cases/import/map.server";
import { valuesPage } from "#app/use-cases/import/pages.server";
import { ValuesView } from "#app/use-cases/import/values";

export const handle = { title: "imports.step.values" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, when }) => valuesPage(database, actor, idFrom(params.id), when.today))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor } = desk;
    const id = idFrom(desk.params.id);
    await takeMapping(database, actor, id, parse(mappingVersion, form).version, form);
    return go(desk, `/import/${id}/check`);
  })(args);

export default function Values() {
  return <ValuesView model={useAnswer<typeof loader>()} />;
}
