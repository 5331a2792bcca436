import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { BusinessCaseView } from "#app/business-cases/page";
import { businessCasePage } from "#app/business-cases/page.server";
import { ask, idFrom } from "#app/desk.server";

export const handle = { title: "business-cases.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, url, when }) => {
    const version = url.searchParams.get("version");
    return businessCasePage(database, actor, params.reference, version === null ? null : idFrom(version), when.today);
  })(args);

export default function BusinessCase() {
  return <BusinessCaseView {...useAnswer<typeof loader>()} />;
}
