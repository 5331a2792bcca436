import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { filtersFrom } from "#app/portfolio/filters";
import { PastView } from "#app/portfolio/past";
import { readPastDashboard } from "#app/portfolio/past.server";

export const handle = { title: "portfolio.past" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, organisation, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    return readPastDashboard(database, filtersFrom(url.searchParams), organisation, when);
  })(args);

export default function Past() {
  return <PastView {...useAnswer<typeof loader>()} />;
}
