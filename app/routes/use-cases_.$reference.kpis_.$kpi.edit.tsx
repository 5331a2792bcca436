import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { editKpi } from "#app/measurement/define-kpi.server";
import { kpiById } from "#app/measurement/kpi.server";
import { KpiForm } from "#app/measurement/kpi-form";
import { definitionOf, kpiEditInput } from "#app/measurement/kpi-input";
import { permit } from "#app/people/permit";
import { Section } from "#app/ui/page";
import { readChoices } from "#app/use-cases/choices.server";

export const handle = { title: "measurement.kpi.edit" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    const found = await kpiById(database, idFrom(params.kpi));
    permit(actor, "kpi.define", found);
    const { people } = await readChoices(database, found.kpi);
    return { kpi: found.kpi, people, from: found.kpi.firstQuarter, back: `/use-cases/${found.reference}/kpis` };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, organisation, params } = desk;
    const { kpi, reference } = await kpiById(database, idFrom(params.kpi));
    const { version, ...typed } = parse(kpiEditInput(organisation.currency), form);
    const input = { kpiId: kpi.id, version, ...definitionOf(typed, kpi, locale) };
    const { revalued } = await database.write((tx) => editKpi(tx, actor, input, when));
    return go(desk, `/use-cases/${reference}/kpis`, "measurement.kpi.edited", { revalued });
  })(args);

export default function EditKpi() {
  const { t } = useSpeech();
  return (
    <Section title={t("measurement.kpi.edit")}>
      <KpiForm {...useAnswer<typeof loader>()} />
    </Section>
  );
}
