import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { choiceFrom } from "#app/committee/choice";
import { Prioritise } from "#app/committee/prioritise";
import { prioritisePage } from "#app/committee/prioritise.server";
import { ask } from "#app/desk.server";

export const handle = { title: "desk.nav.prioritise" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, url }) => prioritisePage(database, actor, choiceFrom(url.searchParams)))(args);

export default function PrioritisePage() {
  return <Prioritise {...useAnswer<typeof loader>()} />;
}
