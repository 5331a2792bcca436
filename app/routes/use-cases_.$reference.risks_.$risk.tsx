import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, idFrom, parse } from "#app/desk.server";
import type { Day } from "#app/kernel/day";
import type { Speech } from "#app/locales/speech";
import { peopleTyped } from "#app/people/people-typed.server";
import { closeRisk, reopenRisk, reviewRisk } from "#app/safeguards/risks/review.server";
import { reviewFields, riskEdit, riskEnd, toldRisk } from "#app/safeguards/risks/risk";
import { changeRisk, openRisk } from "#app/safeguards/risks/risk.server";
import { RiskView } from "#app/safeguards/risks/risk-page";
import { RISK_PEOPLE, type RiskPage, riskPage } from "#app/safeguards/risks/risk-page.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: ({ risk }: RiskPage, { tell }: Speech) => tell(risk.title) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    return riskPage(database, actor, useCase, idFrom(params.risk), when.today);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, when, url } = desk;
    const useCase = await openCase(database, actor, params.reference);
    const { risk } = await riskPage(database, actor, useCase, idFrom(params.risk), when.today);
    const { id } = risk;
    switch (form.get("intent")) {
      case "review": {
        const { note, reviewOn, mitigationDoneOn, ...found } = parse(reviewFields, form);
        const days = { reviewOn: reviewOn as Day, mitigationDoneOn: mitigationDoneOn as Day | null };
        const review = { id, ...found, ...days, note: { [locale]: note } };
        await database.write((tx) => reviewRisk(tx, actor, review, when));
        return go(desk, url.pathname, "risks.reviewed");
      }
      case "turn": {
        const { version, reason } = parse(riskEnd, form);
        const turn = form.get("to") === "open" ? reopenRisk : closeRisk;
        await database.write((tx) => turn(tx, actor, { id, version, reason: { [locale]: reason } }, when));
        return go(desk, url.pathname, form.get("to") === "open" ? "risks.reopened" : "risks.closed");
      }
      default:
        return edit(desk, form, id);
    }
  })(args);

async function edit(desk: Desk, form: FormData, id: number): Promise<Response> {
  const { database, actor, locale, when, url } = desk;
  const { risk } = await openRisk(database, id);
  const { said, faults } = await peopleTyped(database, form, RISK_PEOPLE, [risk.ownerId, risk.mitigationOwnerId]);
  const { version, ...typed } = parse(riskEdit, said, faults);
  await database.write((tx) => changeRisk(tx, actor, { id, version, ...toldRisk(typed, risk, locale) }, when));
  return go(desk, url.pathname, "risks.saved");
}

export default function RiskTab() {
  return <RiskView page={useAnswer<typeof loader>()} />;
}
