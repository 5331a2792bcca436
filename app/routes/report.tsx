import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { isQuarter } from "#app/kernel/quarter";
import { expectedOf } from "#app/measurement/expected.server";
import { readReportGrid } from "#app/measurement/report-grid.server";
import { gridInput, gridKpiIds, gridQuarterInput } from "#app/measurement/report-grid-input";
import { ReportPage } from "#app/measurement/report-page";
import { writeGrid } from "#app/measurement/write-grid.server";

export const handle = { title: "measurement.report.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when }) => {
    const wanted = url.searchParams.get("quarter") ?? "";
    const scope = url.searchParams.get("scope") === "department" ? "department" : "mine";
    const asked = { quarter: isQuarter(wanted) ? wanted : null, scope, after: url.searchParams.get("after") } as const;
    return readReportGrid(database, actor, asked, when.quarter);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const { quarter } = parse(gridQuarterInput, form);
    const expected = await expectedOf(database, gridKpiIds(form.entries()), quarter);
    const { rows } = parse(gridInput(expected), form);
    const written = await database.write((tx) => writeGrid(tx, actor, { quarter, rows, locale }, when));
    return go(desk, url.pathname + url.search, "measurement.report.saved", { written });
  })(args);

export default function Report() {
  return <ReportPage {...useAnswer<typeof loader>()} />;
}
