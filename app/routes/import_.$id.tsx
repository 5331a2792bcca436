import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { ask, idFrom } from "#app/desk.server";
import { ImportFrame } from "#app/use-cases/import/frame";
import { frameOf, openImport } from "#app/use-cases/import/open-import.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url }) => {
    const found = await openImport(database, actor, idFrom(params.id));
    const run = `/import/${found.id}/run`;
    // Once it runs there is nothing to change any more: every step leads to how far it is.
    if ((found.status === "running" || found.status === "done") && url.pathname !== run) throw redirect(run);
    return { ...frameOf(found), path: url.pathname };
  })(args);

export default function ImportSteps() {
  return (
    <ImportFrame {...useAnswer<typeof loader>()}>
      <Outlet />
    </ImportFrame>
  );
}
