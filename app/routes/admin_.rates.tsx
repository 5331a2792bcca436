import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { AdministrationTabs } from "#app/administration";
import { useAnswer } from "#app/answer";
import { type RateFault, rateInput, readRates } from "#app/business-cases/rate-input";
import { ratesOn } from "#app/business-cases/rates";
import { listRates, movedCases, setRates } from "#app/business-cases/rates.server";
import { RatesView } from "#app/business-cases/rates-page";
import { act, ask, go, parse } from "#app/desk.server";
import { text } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { listDepartments } from "#app/people/departments.server";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "business-cases.rates.title" } as const;

const PAGE = "/admin/rates";
const pasted = z.object({ csv: text(200_000) });

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when }) => {
    permit(actor, "rate.edit", {});
    const rates = await listRates(database);
    const held = ratesOn(rates, when.today);
    const departments = await listDepartments(database);
    return {
      rates,
      held: held.map(({ id }) => id),
      departments: departments.map(({ id, name }) => ({ id, name })),
      moved: await movedCases(database, held),
      today: when.today,
      administrates: permits(actor, "organisation.edit"),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, organisation, when } = desk;
    permit(actor, "rate.edit", {});
    if (form.get("intent") === "set") {
      const input = parse(rateInput(organisation.currency), form);
      await database.write((tx) => setRates(tx, actor, [input], when));
      return go(desk, PAGE, "business-cases.rates.saved", { code: input.code });
    }
    const { csv } = parse(pasted, form);
    const { rates, faults } = readRates(csv, organisation.currency, await listDepartments(database));
    if (faults.length > 0) {
      const typed = { intent: "import", csv };
      return json({ errors: {}, typed, chosen: {}, faults }, 400);
    }
    const { added, changed } = await database.write((tx) => setRates(tx, actor, rates, when));
    return go(desk, PAGE, "business-cases.rates.imported", { added, changed });
  })(args);

export default function Rates() {
  const { t } = useSpeech();
  const { administrates, ...page } = useAnswer<typeof loader>();
  const turned = useActionData() as { faults?: RateFault[] } | undefined;
  return (
    <>
      <PageHeader title={t("business-cases.rates.title")} lead={t("business-cases.rates.lead")} />
      {administrates && <AdministrationTabs current={PAGE} />}
      <RatesView {...page} faults={turned?.faults ?? []} />
    </>
  );
}
