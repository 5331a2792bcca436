import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { writeOnce } from "#app/once.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { permit } from "#app/people/permit";
import { placeOfRisk, riskFields, toldRisk } from "#app/safeguards/risks/risk";
import { addRisk } from "#app/safeguards/risks/risk.server";
import { RiskForm } from "#app/safeguards/risks/risk-form";
import { newRisk, RISK_PEOPLE } from "#app/safeguards/risks/risk-page.server";
import { Section } from "#app/ui/page";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "risks.add" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "risk.write", useCase);
    return {
      stored: await newRisk(database, useCase.ownerId, when.today),
      back: `/use-cases/${useCase.reference}/risks`,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, params } = desk;
    const { id: useCaseId, reference } = await openCase(database, actor, params.reference);
    const { said, faults } = await peopleTyped(database, form, RISK_PEOPLE);
    const risk = toldRisk(parse(riskFields, said, faults), null, locale);
    const { id } = await writeOnce(desk, form, (tx) => addRisk(tx, actor, { useCaseId, ...risk }, when));
    return go(desk, placeOfRisk(reference, id), "risks.added");
  })(args);

export default function NewRisk() {
  const { t } = useSpeech();
  return (
    <Section title={t("risks.add")} lead={t("risks.add.lead")}>
      <RiskForm {...useAnswer<typeof loader>()} />
    </Section>
  );
}
