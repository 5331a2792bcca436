import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { CloseView } from "#app/measurement/close";
import { hashAtClose, readinessOf } from "#app/measurement/closing.server";
import { readMissing, readQuarterHead, readRestatements } from "#app/measurement/collection.server";
import { quarterOfAddress, quarterStepInput } from "#app/measurement/quarter-input";
import { closeQuarter } from "#app/measurement/run-quarter.server";

export const handle = { title: "measurement.quarter.tab.close" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, permits, when }) => {
    const quarter = quarterOfAddress(params.quarter);
    const head = await readQuarterHead(database, quarter);
    return {
      head,
      readiness: await readinessOf(database, quarter),
      missing: await readMissing(database, quarter),
      restatements: await readRestatements(database, quarter),
      intact: head.hash === null ? null : (await hashAtClose(database, quarter)) === head.hash,
      over: quarter < when.quarter,
      may: { close: permits("quarter.close"), restate: permits("report.restate") },
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, params, url } = desk;
    const quarter = quarterOfAddress(params.quarter);
    const { version, despite } = parse(quarterStepInput, form);
    await database.write((tx) => closeQuarter(tx, actor, { quarter, version, despite }, when));
    return go(desk, url.pathname, "measurement.done.close");
  })(args);

export default function Close() {
  return <CloseView {...useAnswer<typeof loader>()} />;
}
