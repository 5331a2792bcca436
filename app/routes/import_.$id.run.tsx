import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { againInput } from "#app/use-cases/import/import-input";
import { runPage } from "#app/use-cases/import/pages.server";
import { RunView } from "#app/use-cases/import/run";
import { startImport } from "#app/use-cases/import/run.server";

const SECONDS = 2;

export const handle = { title: "imports.step.run" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    const model = await runPage(database, actor, idFrom(params.id));
    return json(model, model.status === "running" ? { headers: { Refresh: String(SECONDS) } } : undefined);
  })(args);

/** While it runs the page comes again by itself, also where no script runs; how far it is stands in no database. */
export function headers({ loaderHeaders, parentHeaders }: { loaderHeaders: Headers; parentHeaders: Headers }): Headers {
  const headers = new Headers(parentHeaders);
  const refresh = loaderHeaders.get("Refresh");
  if (refresh) {
    headers.set("Refresh", refresh);
    headers.set("Cache-Control", "no-store");
  }
  return headers;
}

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale, context } = desk;
    const id = idFrom(desk.params.id);
    await startImport(database, actor, id, { ...parse(againInput, form), reader: locale }, when, context);
    return go(desk, `/import/${id}/run`);
  })(args);

export default function Run() {
  return <RunView model={useLoaderData<typeof loader>()} id={Number(useParams().id)} />;
}
