import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { begunBy } from "#app/use-cases/submit.server";

/** Whether a form that was sent made its case: what a browser asks that never got the answer. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    const begun = await begunBy(database, actor, params.key ?? null);
    return json({ reference: begun?.reference ?? null });
  })(args);
