import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { readBehind } from "#app/portfolio/exposure/cases.server";
import { CasesBehind } from "#app/portfolio/exposure/cases-view";
import { behindQuery } from "#app/portfolio/exposure/exposure";

export const handle = { title: "exposure.behind" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, when }) => {
    const query = behindQuery.parse(Object.fromEntries(url.searchParams));
    return { query, ...(await readBehind(database, query, when.quarter)) };
  })(args);

export default function ExposureCases() {
  return <CasesBehind {...useAnswer<typeof loader>()} />;
}
