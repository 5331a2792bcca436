import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { quarterOfAddress, quickReviewInput } from "#app/measurement/quarter-input";
import { stateOf } from "#app/measurement/quarters.server";
import { reviewReport } from "#app/measurement/review.server";
import { ReviewQueueView } from "#app/measurement/review-queue";
import { readReviewQueue } from "#app/measurement/review-queue.server";

export const handle = { title: "measurement.queue.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url }) => {
    const quarter = quarterOfAddress(params.quarter);
    const asked = Number(url.searchParams.get("after"));
    const after = Number.isSafeInteger(asked) && asked > 0 ? asked : null;
    const { status } = await stateOf(database, quarter);
    return { queue: await readReviewQueue(database, actor, quarter, after), closed: status === "closed" };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, url } = desk;
    const input = { ...parse(quickReviewInput, form), note: null };
    await database.write((tx) => reviewReport(tx, actor, input, when));
    return go(desk, url.pathname + url.search, "measurement.done.review");
  })(args);

export default function Review() {
  return <ReviewQueueView {...useAnswer<typeof loader>()} />;
}
