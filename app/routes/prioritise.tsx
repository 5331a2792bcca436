import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { CHOICE_READINGS } from "#app/committee/choice";
import { Prioritise } from "#app/committee/prioritise";
import { prioritisePage } from "#app/committee/prioritise.server";
import { ask } from "#app/desk.server";
import { misreadingOf } from "#app/kernel/misread";
import { currencyDigits } from "#app/kernel/money";

export const handle = { title: "desk.nav.prioritise" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, organisation }) => ({
    ...(await prioritisePage(database, actor, url.searchParams, 10 ** currencyDigits(organisation.currency))),
    misreading: misreadingOf(url, CHOICE_READINGS),
  }))(args);

export default function PrioritisePage() {
  return <Prioritise {...useAnswer<typeof loader>()} />;
}
