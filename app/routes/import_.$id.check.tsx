import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { CheckView } from "#app/use-cases/import/check";
import { alikeInput, readRowsShown, runInput } from "#app/use-cases/import/import-input";
import { takeAlike } from "#app/use-cases/import/map.server";
import { checkPage } from "#app/use-cases/import/pages.server";
import { startImport } from "#app/use-cases/import/run.server";

export const handle = { title: "imports.step.check" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, url, when }) =>
    checkPage(database, actor, idFrom(params.id), readRowsShown(url.searchParams), when.today),
  )(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale, context, url } = desk;
    const id = idFrom(desk.params.id);
    if (form.get("intent") === "alike") {
      const said = parse(alikeInput, form);
      await takeAlike(database, actor, id, said);
      return go(desk, `${url.pathname}${url.search}`, said.same ? "imports.alike.joined" : "imports.alike.parted");
    }
    const start = { ...parse(runInput, form), reader: locale };
    await startImport(database, actor, id, start, when, context);
    return go(desk, `/import/${id}/run`);
  })(args);

export default function Check() {
  return <CheckView model={useAnswer<typeof loader>()} id={Number(useParams().id)} />;
}
