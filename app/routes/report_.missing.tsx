import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Evidence } from "#app/kernel/evidence";
import { useSpeech } from "#app/locales/use-speech";
import { kpiById } from "#app/measurement/kpi.server";
import { RestateForm } from "#app/measurement/report-forms";
import { missingOf, restatementInput } from "#app/measurement/report-input";
import { restateReport } from "#app/measurement/restate.server";
import { permit } from "#app/people/permit";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "measurement.restate" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    const asked = missingOf(url.searchParams);
    const { kpi, reference, title, ...parties } = await kpiById(database, asked.kpi);
    permit(actor, "report.restate", parties);
    return { name: kpi.name, unit: kpi.unit, reference, title, quarter: asked.quarter };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const { kpi: kpiId, quarter } = missingOf(url.searchParams);
    const { evidence, reason, ...typed } = parse(restatementInput, form);
    const input = { kpiId, quarter, ...typed, evidence: evidence as Evidence, reason: { [locale]: reason } };
    await database.write((tx) => restateReport(tx, actor, input, when));
    return go(desk, `/quarter/${quarter}/close`, "measurement.done.restate");
  })(args);

export default function Missing() {
  const { t, tell, quarter: say } = useSpeech();
  const { name, unit, reference, title, quarter } = useAnswer<typeof loader>();
  return (
    <>
      <PageHeader
        eyebrow={say(quarter)}
        title={tell(name)}
        lead={t("measurement.restate.missing")}
        crumbs={[
          { label: t("measurement.quarter.title", { quarter: say(quarter) }), href: `/quarter/${quarter}/close` },
          { label: `${reference} · ${tell(title)}` },
        ]}
      />
      <RestateForm report={{ actual: null, evidence: 0, version: 0 }} unit={unit} open />
    </>
  );
}
