import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { openCollection } from "#app/measurement/ask-owners.server";
import { collectionCalendar } from "#app/measurement/calendar";
import { CollectionView } from "#app/measurement/collection";
import { readCollection, readQuarterHead, readQuarterTotals } from "#app/measurement/collection.server";
import { quarterOfAddress, quarterStepInput } from "#app/measurement/quarter-input";
import { startReview } from "#app/measurement/run-quarter.server";

export const handle = { title: "measurement.quarter.tab.collection" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, permits, when, organisation }) => {
    const quarter = quarterOfAddress(params.quarter);
    return {
      head: await readQuarterHead(database, quarter),
      collection: await readCollection(database, quarter),
      totals: await readQuarterTotals(database, quarter),
      calendar: collectionCalendar(quarter, organisation),
      begun: quarter <= when.quarter,
      mayRun: permits("quarter.run"),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, params } = desk;
    const quarter = quarterOfAddress(params.quarter);
    const { intent, version } = parse(quarterStepInput, form);
    const step = intent === "collect" ? openCollection : startReview;
    await database.write((tx) => step(tx, actor, { quarter, version }, when));
    return go(
      desk,
      `/quarter/${quarter}`,
      intent === "collect" ? "measurement.done.collect" : "measurement.done.to-review",
    );
  })(args);

export default function Collection() {
  return <CollectionView {...useAnswer<typeof loader>()} />;
}
