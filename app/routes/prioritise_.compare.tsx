import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { Compare } from "#app/committee/compare/compare";
import { compareCases } from "#app/committee/compare/compare.server";
import { referencesIn } from "#app/committee/compare/references";
import { ask } from "#app/desk.server";

export const handle = { title: "compare.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, organisation }) => {
    const { references, isOff } = referencesIn(url.searchParams.getAll("case"));
    return { ...(await compareCases(database, actor, references, organisation.assessmentsNeeded)), isOff };
  })(args);

export default function ComparePage() {
  return <Compare {...useAnswer<typeof loader>()} />;
}
