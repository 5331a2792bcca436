import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { BusinessCaseView } from "#app/business-cases/page";
import { businessCasePage } from "#app/business-cases/page.server";
import { ownScenario } from "#app/business-cases/scenarios";
import { ask, idFrom } from "#app/desk.server";

export const handle = { title: "business-cases.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, url, when }) => {
    const numbered = (name: string) => {
      const said = url.searchParams.get(name);
      return said === null ? null : idFrom(said);
    };
    return businessCasePage(database, actor, params.reference, {
      number: numbered("version"),
      against: numbered("against"),
      own: ownScenario(url.searchParams),
      today: when.today,
    });
  })(args);

export default function BusinessCase() {
  return <BusinessCaseView {...useAnswer<typeof loader>()} />;
}
