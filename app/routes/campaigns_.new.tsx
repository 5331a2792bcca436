import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { useSpeech } from "#app/locales/use-speech";
import { writeOnce } from "#app/once.server";
import { PageHeader } from "#app/ui/page";
import { campaignInput } from "#app/use-cases/campaigns/campaign";
import { CampaignForm } from "#app/use-cases/campaigns/campaign-form";
import { createCampaign } from "#app/use-cases/campaigns/create-campaign.server";
import { campaignChoices } from "#app/use-cases/campaigns/list-campaigns.server";
import { runsFor } from "#app/use-cases/campaigns/may-run";

export const handle = { title: "campaigns.new.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => {
    const mine = runsFor(actor);
    if (mine?.length === 0) throw new Refusal(403, "people.refusal.not-permitted", { act: "campaign.run" });
    // A champion's campaign calls on their own departments.
    const invited = (mine ?? []).map((departmentId) => ({ departmentId, target: null }));
    const choices = await campaignChoices(database, actor, { invited: [], hostId: actor.personId });
    return { choices, stored: { hostId: actor.personId, invited, kind: "sprint" as const } };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const said = parse(campaignInput(desk.locale), form);
    const { slug } = await writeOnce(desk, form, (tx) => createCampaign(tx, desk.actor, said, desk.when));
    return go(desk, `/campaigns/${slug}`, "campaigns.notice.created");
  })(args);

export default function NewCampaign() {
  const { t } = useSpeech();
  const title = t("campaigns.new.title");
  return (
    <>
      <PageHeader
        title={title}
        lead={t("campaigns.new.lead")}
        crumbs={[{ label: t("campaigns.title"), href: "/campaigns" }, { label: title }]}
      />
      <CampaignForm {...useAnswer<typeof loader>()} />
    </>
  );
}
