import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, idFrom } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { actOnRisk } from "#app/risk-desk.server";
import { RiskView } from "#app/safeguards/risks/risk-page";
import { type RiskPage, riskPage } from "#app/safeguards/risks/risk-page.server";
import { PageHeader } from "#app/ui/page";

export const handle = { title: ({ risk }: RiskPage, { tell }: Speech) => tell(risk.title) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, when }) => riskPage(database, actor, null, idFrom(params.risk), when.today))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, when } = desk;
    const { risk } = await riskPage(database, actor, null, idFrom(params.risk), when.today);
    return actOnRisk(desk, form, risk.id);
  })(args);

export default function OrganisationRisk() {
  const { t, tell } = useSpeech();
  const page = useAnswer<typeof loader>();
  const crumbs = [
    { label: t("registers.title"), href: "/registers" },
    { label: t("risks.register"), href: "/registers/risks" },
    { label: tell(page.risk.title) },
  ];
  return (
    <>
      <PageHeader crumbs={crumbs} title={t("risks.of-organisation")} />
      <RiskView page={page} />
    </>
  );
}
