import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { Prioritise } from "#app/committee/prioritise";
import { prioritisePage } from "#app/committee/prioritise.server";
import { ask } from "#app/desk.server";
import { currencyDigits } from "#app/kernel/money";

export const handle = { title: "desk.nav.prioritise" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, url, organisation }) =>
    prioritisePage(database, actor, url.searchParams, 10 ** currencyDigits(organisation.currency)),
  )(args);

export default function PrioritisePage() {
  return <Prioritise {...useAnswer<typeof loader>()} />;
}
