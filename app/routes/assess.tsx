import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { AssessQueue } from "#app/assessment/queue";
import { assessQueue } from "#app/assessment/queue.server";
import { ask } from "#app/desk.server";

export const handle = { title: "assessment.queue.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, organisation }) => assessQueue(database, actor, organisation.assessmentsNeeded))(args);

export default function Assess() {
  return <AssessQueue {...useAnswer<typeof loader>()} />;
}
