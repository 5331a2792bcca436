import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { writeOnce } from "#app/once.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { placeOfRisk, placeOfRisks, riskFields, toldRisk } from "#app/safeguards/risks/risk";
import { addRisk } from "#app/safeguards/risks/risk.server";
import { RiskForm } from "#app/safeguards/risks/risk-form";
import { newRisk, RISK_PEOPLE } from "#app/safeguards/risks/risk-page.server";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "risks.add-own" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when }) => {
    permit(actor, "organisation-risk.write", NO_PARTIES);
    return { stored: await newRisk(database, actor.personId, when.today), back: placeOfRisks(null) };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when } = desk;
    permit(actor, "organisation-risk.write", NO_PARTIES);
    const { said, faults } = await peopleTyped(database, form, RISK_PEOPLE);
    const risk = toldRisk(parse(riskFields, said, faults), null, locale);
    const { id } = await writeOnce(desk, form, (tx) => addRisk(tx, actor, { useCaseId: null, ...risk }, when));
    return go(desk, placeOfRisk(null, id), "risks.added");
  })(args);

export default function NewOrganisationRisk() {
  const { t } = useSpeech();
  const crumbs = [
    { label: t("registers.title"), href: "/registers" },
    { label: t("risks.register"), href: "/registers/risks" },
    { label: t("risks.add-own") },
  ];
  return (
    <>
      <PageHeader crumbs={crumbs} title={t("risks.add-own")} lead={t("risks.add-own.lead")} />
      <RiskForm {...useAnswer<typeof loader>()} />
    </>
  );
}
