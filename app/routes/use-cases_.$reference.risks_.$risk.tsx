import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, idFrom } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { actOnRisk } from "#app/risk-desk.server";
import { RiskView } from "#app/safeguards/risks/risk-page";
import { type RiskPage, riskPage } from "#app/safeguards/risks/risk-page.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: ({ risk }: RiskPage, { tell }: Speech) => tell(risk.title) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    return riskPage(database, actor, useCase, idFrom(params.risk), when.today);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, when } = desk;
    const useCase = await openCase(database, actor, params.reference);
    const { risk } = await riskPage(database, actor, useCase, idFrom(params.risk), when.today);
    return actOnRisk(desk, form, risk.id);
  })(args);

export default function RiskTab() {
  return <RiskView page={useAnswer<typeof loader>()} />;
}
