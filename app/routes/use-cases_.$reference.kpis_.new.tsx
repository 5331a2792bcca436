import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { defineKpi } from "#app/measurement/define-kpi.server";
import { KpiForm } from "#app/measurement/kpi-form";
import { definitionOf, kpiInput } from "#app/measurement/kpi-input";
import { templateOf } from "#app/measurement/kpi-templates";
import { TemplateChoice } from "#app/measurement/template-choice";
import { writeOnce } from "#app/once.server";
import { permit } from "#app/people/permit";
import { Section } from "#app/ui/page";
import { openCase } from "#app/use-cases/cases.server";
import { readChoices } from "#app/use-cases/choices.server";

export const handle = { title: "measurement.kpi.define" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "kpi.define", useCase);
    const { people } = await readChoices(database);
    const template = templateOf(url.searchParams.get("template"));
    const guardrail = url.searchParams.get("guardrail") === "yes";
    return { template, guardrail, people, from: when.quarter, back: `/use-cases/${useCase.reference}/kpis` };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, organisation, params } = desk;
    const { id: useCaseId, reference } = await openCase(database, actor, params.reference);
    const definition = definitionOf(parse(kpiInput(organisation.currency), form), null, locale);
    await writeOnce(desk, form, (tx) => defineKpi(tx, actor, { useCaseId, ...definition }, when));
    return go(desk, `/use-cases/${reference}/kpis`, "measurement.kpi.defined");
  })(args);

export default function NewKpi() {
  const { t } = useSpeech();
  const asked = useAnswer<typeof loader>();
  return (
    <Section title={t("measurement.kpi.define")} lead={t("measurement.kpi.define-lead")}>
      <TemplateChoice chosen={asked.template} guardrail={asked.guardrail} />
      <KpiForm kpi={null} {...asked} />
    </Section>
  );
}
