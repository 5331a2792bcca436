import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { readEnds } from "#app/delivery/registers/ends.server";
import { RegistersView } from "#app/delivery/registers/index-view";
import { countRegister } from "#app/delivery/registers/list.server";
import { ask } from "#app/desk.server";

export const handle = { title: "registers.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, when }) => ({
    counts: {
      vendors: await countRegister(database, "vendors"),
      models: await countRegister(database, "models"),
      "data-sets": await countRegister(database, "data-sets"),
    },
    ends: await readEnds(database, when.today),
  }))(args);

export default function Registers() {
  return <RegistersView {...useAnswer<typeof loader>()} />;
}
