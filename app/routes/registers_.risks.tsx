import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES, permits } from "#app/people/permissions";
import { riskQuery } from "#app/safeguards/risks/register";
import { riskFilters, riskMatrix, riskPage } from "#app/safeguards/risks/register.server";
import { RiskRegister } from "#app/safeguards/risks/register-view";

export const handle = { title: "risks.register" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when }) => {
    const query = riskQuery.parse(Object.fromEntries(url.searchParams));
    return {
      query,
      ...(await riskPage(database, query, when.today)),
      matrix: await riskMatrix(database, query, when.today),
      filters: await riskFilters(database),
      mayAdd: permits(actor, "organisation-risk.write", NO_PARTIES),
    };
  })(args);

export default function Risks() {
  return <RiskRegister {...useAnswer<typeof loader>()} />;
}
