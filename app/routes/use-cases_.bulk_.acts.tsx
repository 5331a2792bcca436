import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { screeningAt } from "#app/list-desk.server";
import { BulkActs } from "#app/use-cases/bulk/acts";
import { readActs } from "#app/use-cases/bulk/acts.server";
import { undoneAct } from "#app/use-cases/bulk/bulk-input";
import { undoBulk } from "#app/use-cases/bulk/undo.server";

export const handle = { title: "list.bulk.acts" } as const;

const NAMED = 20;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => ({ acts: await readActs(database, actor) }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, speech } = desk;
    const { id } = parse(undoneAct, form);
    const { restored, left } = await database.write((tx) => undoBulk(tx, actor, id, screeningAt(desk), when));
    const references = speech.list(left.slice(0, NAMED));
    const values = { count: restored, left: left.length, references };
    return go(desk, "/use-cases/bulk/acts", "list.bulk.restored", values);
  })(args);

export default function Acts() {
  return <BulkActs {...useAnswer<typeof loader>()} />;
}
