import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { apartInput, pairCursor, writtenCursor } from "#app/use-cases/similar/join-input";
import { judgePair, readPairs } from "#app/use-cases/similar/pairs.server";
import { PairsView } from "#app/use-cases/similar/pairs-page";

export const handle = { title: "similar.pairs.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    permit(actor, "use-case.merge", NO_PARTIES);
    const apart = url.searchParams.get("apart") === "yes";
    const { pairs, next } = await readPairs(database, actor, apart, pairCursor(url.searchParams.get("after")));
    const query = new URLSearchParams({ ...(apart && { apart: "yes" }), after: next ? writtenCursor(next) : "" });
    return { pairs, apart, next: next && `/use-cases/duplicates?${query}` };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const said = parse(apartInput, form);
    await desk.database.write((tx) => judgePair(tx, desk.actor, said, desk.when));
    const notice = said.apart ? "similar.notice.apart" : "similar.notice.together";
    return go(desk, desk.url.pathname + desk.url.search, notice);
  })(args);

export default function Duplicates() {
  return <PairsView {...useAnswer<typeof loader>()} />;
}
