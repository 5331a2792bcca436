import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { kpisOfAddress, overlapInput } from "#app/measurement/overlap-input";
import { OverlapView } from "#app/measurement/overlap-page";
import { readOverlapPage } from "#app/measurement/overlap-page.server";
import { sayOverlap } from "#app/measurement/resolve-overlap.server";

export const handle = { title: "overlaps.page.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, url, when }) => {
    const asked = { kpiIds: kpisOfAddress(url.searchParams), other: url.searchParams.get("case")?.trim() || null };
    return readOverlapPage(database, actor, asked, when.quarter);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when } = desk;
    const { reason, ...said } = parse(overlapInput, form);
    await database.write((tx) => sayOverlap(tx, actor, { ...said, reason: { [locale]: reason } }, when));
    return go(desk, "/kpis/overlaps", `overlaps.done.${said.verdict}`);
  })(args);

export default function Overlap() {
  return <OverlapView {...useAnswer<typeof loader>()} />;
}
