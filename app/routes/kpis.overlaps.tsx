import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { OverlapsView } from "#app/measurement/overlaps";
import { readOverlaps } from "#app/measurement/overlaps.server";
import { quartersToShare } from "#app/measurement/shares.server";

export const handle = { title: "overlaps.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, when }) => {
    const open = await quartersToShare(database, when.quarter);
    return readOverlaps(database, open.at(-1) ?? when.quarter, when.quarter);
  })(args);

export default function Overlaps() {
  return <OverlapsView {...useAnswer<typeof loader>()} />;
}
