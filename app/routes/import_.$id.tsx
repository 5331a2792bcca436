import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { ask, idFrom } from "#app/desk.server";
import { ImportFrame } from "#app/use-cases/import/frame";
import { frameOf, openImport } from "#app/use-cases/import/open-import.server";

/** The steps that our own file has no need of. */
const MAPPED = ["columns", "values"];

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url }) => {
    const found = await openImport(database, actor, idFrom(params.id));
    const run = `/import/${found.id}/run`;
    // Once it runs there is nothing to change any more: every step leads to how far it is.
    if ((found.status === "running" || found.status === "done") && url.pathname !== run) throw redirect(run);
    const check = `/import/${found.id}/check`;
    if (found.mapping?.own && MAPPED.some((step) => url.pathname === `/import/${found.id}/${step}`))
      throw redirect(check);
    return { ...frameOf(found), path: url.pathname };
  })(args);

export default function ImportSteps() {
  return (
    <ImportFrame {...useAnswer<typeof loader>()}>
      <Outlet />
    </ImportFrame>
  );
}
