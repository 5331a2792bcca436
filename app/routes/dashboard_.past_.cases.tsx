import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { readCasesAsOf } from "#app/portfolio/as-of.server";
import { readFilterNames } from "#app/portfolio/drill-down.server";
import { filtersFrom } from "#app/portfolio/filters";
import { CasesAsOfView } from "#app/portfolio/past";

export const handle = { title: "portfolio.past" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const asked = filtersFrom(url.searchParams);
    const asOf = asked.asOf ?? when.today;
    const filters = { ...asked, evidence: null, asOf };
    const found = await readCasesAsOf(database, filters, asOf, url.searchParams.get("after"));
    return { filters, found, names: await readFilterNames(database, filters) };
  })(args);

export default function CasesAsOf() {
  return <CasesAsOfView {...useAnswer<typeof loader>()} />;
}
