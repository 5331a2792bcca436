import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { AdministrationTabs } from "#app/administration";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Day } from "#app/kernel/day";
import { retell } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { provisionInput, restoreInput } from "#app/safeguards/ai-act/input";
import { editProvision, listProvisions } from "#app/safeguards/ai-act/law.server";
import { LawView } from "#app/safeguards/ai-act/law-view";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "ai-act.law" } as const;

const PAGE = "/admin/ai-act";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    permit(actor, "law.edit", {});
    const provisions = await listProvisions(database);
    const editing = provisions.find(({ key }) => key === url.searchParams.get("edit")) ?? null;
    return { provisions, editing, administrates: permits(actor, "organisation.edit") };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when } = desk;
    permit(actor, "law.edit", {});
    if (form.get("intent") === "restore") {
      const restored = parse(restoreInput, form);
      await database.write((tx) => editProvision(tx, actor, { ...restored, content: null }, when));
      return go(desk, `${PAGE}#${restored.key}`, "ai-act.law.restored");
    }
    const { key, version, title, text, appliesFrom, asOf, days, ...rest } = parse(provisionInput, form);
    const stored = (await listProvisions(database)).find((one) => one.key === key);
    const content = {
      ...rest,
      title: retell(stored?.title, locale, title),
      text: retell(stored?.text, locale, text),
      appliesFrom: appliesFrom as Day | null,
      asOf: asOf as Day,
      ...(days !== null && { days }),
    };
    await database.write((tx) => editProvision(tx, actor, { key, version, content }, when));
    return go(desk, `${PAGE}#${key}`, "ai-act.law.saved");
  })(args);

export default function Law() {
  const { t } = useSpeech();
  const { administrates, ...page } = useAnswer<typeof loader>();
  return (
    <>
      <PageHeader title={t("ai-act.law")} lead={t("ai-act.law.lead")} />
      {administrates && <AdministrationTabs current={PAGE} />}
      <LawView {...page} />
    </>
  );
}
