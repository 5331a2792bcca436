import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { CostGridView } from "#app/measurement/cost-grid";
import { readCostGrid } from "#app/measurement/cost-grid.server";
import { costGridInput } from "#app/measurement/cost-input";
import { quarterOfAddress } from "#app/measurement/quarter-input";
import { stateOf } from "#app/measurement/quarters.server";
import { writeCosts } from "#app/measurement/write-costs.server";

export const handle = { title: "measurement.costs" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url, when }) => {
    const quarter = quarterOfAddress(params.quarter);
    const [departmentId, after] = ["department", "after"].map((name) => Number(url.searchParams.get(name)) || null);
    const { status } = await stateOf(database, quarter);
    const asked = { quarter, departmentId: departmentId ?? null, after: after ?? null };
    const locked = status === "closed" || quarter > when.quarter;
    return { grid: await readCostGrid(database, actor, asked), quarter, locked };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, url, organisation, params } = desk;
    const quarter = quarterOfAddress(params.quarter);
    const { rows } = parse(costGridInput(organisation.currency), form);
    const written = await database.write((tx) => writeCosts(tx, actor, { quarter, rows }, when));
    return go(desk, url.pathname + url.search, "measurement.costs.grid-saved", { written });
  })(args);

export default function Costs() {
  return <CostGridView {...useAnswer<typeof loader>()} />;
}
