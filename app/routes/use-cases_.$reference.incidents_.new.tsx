import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { writeOnce } from "#app/once.server";
import { permit } from "#app/people/permit";
import { incidentFields, toldIncident } from "#app/safeguards/incidents/incident";
import { logIncident } from "#app/safeguards/incidents/incident.server";
import { IncidentForm } from "#app/safeguards/incidents/incident-form";
import { incidentChoices, newIncident } from "#app/safeguards/incidents/incident-page.server";
import { Section } from "#app/ui/page";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "incidents.log" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "incident.log", useCase);
    return {
      stored: newIncident(when),
      choices: await incidentChoices(database, useCase.id),
      back: `/use-cases/${useCase.reference}/risks#incidents`,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, params } = desk;
    const { id: useCaseId, reference } = await openCase(database, actor, params.reference);
    const incident = toldIncident(parse(incidentFields, form), null, locale);
    const { id } = await writeOnce(desk, form, (tx) => logIncident(tx, actor, { useCaseId, ...incident }, when));
    return go(desk, `/use-cases/${reference}/incidents/${id}`, "incidents.logged-now");
  })(args);

export default function NewIncident() {
  const { t } = useSpeech();
  return (
    <Section title={t("incidents.log")} lead={t("incidents.log.lead")}>
      <IncidentForm {...useAnswer<typeof loader>()} />
    </Section>
  );
}
