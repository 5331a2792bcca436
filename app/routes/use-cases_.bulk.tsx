import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { listAt, refuseMisread, screeningAt } from "#app/list-desk.server";
import { AskAgain } from "#app/use-cases/bulk/ask-again";
import { bulkAct, isBulkKind } from "#app/use-cases/bulk/bulk-input";
import { Preview } from "#app/use-cases/bulk/preview";
import { previewOf } from "#app/use-cases/bulk/preview.server";
import { runBulk } from "#app/use-cases/bulk/run.server";
import { changeAsked, changeMeant } from "#app/use-cases/bulk/selected.server";
import { hrefOf } from "#app/use-cases/list/query";

export const handle = { title: "list.bulk.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const { database, actor, url } = desk;
    const said = url.searchParams;
    const kind = said.get("act");
    if (!isBulkKind(kind)) throw new Refusal(409, "list.refusal.nothing-chosen");
    const { reader, query } = await listAt(desk, said);
    refuseMisread(query);
    if (query.case.length === 0 && said.get("all") !== "yes") throw new Refusal(409, "list.refusal.nothing-chosen");
    const back = hrefOf({ ...query, case: [] });
    const field = kind === "assign" ? ("person" as const) : ("word" as const);
    const typed = said.get(field) ?? "";
    try {
      const change = await changeAsked(database, kind, typed);
      const preview = await previewOf(database, actor, { query, change }, reader, screeningAt(desk));
      return { ...preview, back, again: null };
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.status !== 409) throw problem;
      const chosen = [...said].filter(([name]) => name !== field);
      return { again: { kind, field, typed, chosen, why: problem.key, values: problem.values } as const, back };
    }
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when } = desk;
    const { kind, to, cases } = parse(bulkAct, form);
    const done = await database.write(async (tx) => {
      const change = await changeMeant(tx, kind, to);
      return runBulk(tx, actor, { cases, change }, screeningAt(desk), when);
    });
    const left = done.left.reduce((sum, { references }) => sum + references.length, 0);
    return go(desk, "/use-cases/bulk/acts", "list.bulk.ran", { count: done.changed, left });
  })(args);

export default function BulkAct() {
  const answer = useAnswer<typeof loader>();
  return answer.again === null ? <Preview {...answer} /> : <AskAgain {...answer.again} back={answer.back} />;
}
