import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { readDashboard } from "#app/portfolio/dashboard.server";
import { DashboardView } from "#app/portfolio/dashboard-page";
import { filtersFrom } from "#app/portfolio/filters";

export const handle = { title: "portfolio.dashboard" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    return readDashboard(database, filtersFrom(url.searchParams), when.quarter);
  })(args);

export default function Dashboard() {
  return <DashboardView {...useAnswer<typeof loader>()} />;
}
