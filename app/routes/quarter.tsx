import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { quarterToReport } from "#app/measurement/quarter-life";
import { knownQuarters } from "#app/measurement/quarters.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, when }) =>
    redirect(`/quarter/${quarterToReport(await knownQuarters(database), when.quarter)}`),
  )(args);
