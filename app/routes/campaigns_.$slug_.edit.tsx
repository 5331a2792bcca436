import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { PageHeader } from "#app/ui/page";
import { campaignInput, campaignVersion } from "#app/use-cases/campaigns/campaign";
import { CampaignForm } from "#app/use-cases/campaigns/campaign-form";
import { campaignBySlug, invitedBy } from "#app/use-cases/campaigns/campaigns.server";
import { editCampaign } from "#app/use-cases/campaigns/edit-campaign.server";
import { campaignChoices } from "#app/use-cases/campaigns/list-campaigns.server";
import { permitRun } from "#app/use-cases/campaigns/may-run";

export const handle = { title: "campaigns.edit.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    const { captureCode: _, createdAt: __, ...campaign } = await campaignBySlug(database, params.slug);
    const invited = (await invitedBy(database, campaign.id)).map(({ departmentId, target }) => ({
      departmentId,
      target,
    }));
    const ids = invited.map(({ departmentId }) => departmentId);
    permitRun(actor, { hostId: campaign.hostId, invited: ids });
    const choices = await campaignChoices(database, actor, { invited: ids, hostId: campaign.hostId });
    return { stored: { ...campaign, invited }, choices };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale } = desk;
    const slug = desk.params.slug ?? "";
    const { version } = parse(campaignVersion, form);
    const said = parse(campaignInput(locale), form);
    await database.write((tx) => editCampaign(tx, actor, { slug, version, said }, when));
    return go(desk, `/campaigns/${slug}`, "campaigns.notice.saved");
  })(args);

export default function EditCampaign() {
  const { t, tell } = useSpeech();
  const { stored, choices } = useAnswer<typeof loader>();
  const title = t("campaigns.edit.title");
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t("campaigns.title"), href: "/campaigns" },
          { label: tell(stored.name), href: `/campaigns/${stored.slug}` },
          { label: title },
        ]}
      />
      <CampaignForm stored={stored} choices={choices} />
    </>
  );
}
