import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { CaseKpisView } from "#app/measurement/case-kpis";
import { readCaseKpis } from "#app/measurement/case-kpis.server";
import { costInput } from "#app/measurement/cost-input";
import { setCost } from "#app/measurement/costs.server";
import { retold } from "#app/measurement/report-input";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "measurement.case.kpis" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, permits, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    const answer = await readCaseKpis(database, useCase.id, when.quarter);
    const may = { define: permits("kpi.define", useCase), cost: permits("cost.write", useCase) };
    return { ...answer, reference: useCase.reference, may };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url, organisation } = desk;
    const { id: useCaseId } = await openCase(database, actor, desk.params.reference);
    const { amount, note, ...input } = parse(costInput(organisation.currency), form);
    const entry = { ...input, useCaseId, amountMinor: amount, note: retold(note, null, locale) };
    await database.write((tx) => setCost(tx, actor, entry, when));
    return go(desk, url.pathname, "measurement.costs.saved");
  })(args);

export default function Kpis() {
  return <CaseKpisView {...useAnswer<typeof loader>()} />;
}
