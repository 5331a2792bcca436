import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { AgainstRankView } from "#app/committee/against-rank";
import { againstRankPage } from "#app/committee/against-rank.server";
import { faredFrom } from "#app/committee/fared";
import { ask } from "#app/desk.server";

export const handle = { title: "committee.against" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, when, url }) => {
    const before = Number(url.searchParams.get("before"));
    return againstRankPage(database, actor, {
      before: Number.isSafeInteger(before) && before > 0 ? before : null,
      opened: faredFrom(url.searchParams),
      quarter: when.quarter,
    });
  })(args);

export default function AgainstRank() {
  return <AgainstRankView {...useAnswer<typeof loader>()} />;
}
