import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { CostsBehind } from "#app/portfolio/drill-down";
import { readCostsBehind, readFilterNames } from "#app/portfolio/drill-down.server";
import { filtersFrom } from "#app/portfolio/filters";

export const handle = { title: "portfolio.behind.costs" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const filters = filtersFrom(url.searchParams);
    const found = await readCostsBehind(database, filters, url.searchParams.get("after"));
    return { filters, found, names: await readFilterNames(database, filters) };
  })(args);

export default function Costs() {
  return <CostsBehind {...useAnswer<typeof loader>()} />;
}
