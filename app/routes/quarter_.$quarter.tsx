import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { readQuarterHead } from "#app/measurement/collection.server";
import { QuarterFrame } from "#app/measurement/quarter-frame";
import { quarterOfAddress } from "#app/measurement/quarter-input";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params }) => readQuarterHead(database, quarterOfAddress(params.quarter)))(args);

export default function Quarter() {
  return (
    <QuarterFrame head={useAnswer<typeof loader>()} path={useLocation().pathname}>
      <Outlet />
    </QuarterFrame>
  );
}
