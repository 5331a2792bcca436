import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { handOverInput } from "#app/use-cases/capture/lines";
import { handOver, linesToComplete } from "#app/use-cases/capture/lines-to-complete.server";
import { LinesView } from "#app/use-cases/capture/lines-view";

export const handle = { title: "capture.lines.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor }) => linesToComplete(database, actor))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = parse(handOverInput, form);
    const { lines, name } = await desk.database.write((tx) => handOver(tx, desk.actor, input, desk.when));
    return go(desk, "/capture/lines", "capture.lines.handed", { count: lines, name });
  })(args);

export default function LinesToComplete() {
  return <LinesView {...useAnswer<typeof loader>()} />;
}
