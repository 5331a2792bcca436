import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { Campaigns } from "#app/use-cases/campaigns/campaign-list";
import { listCampaigns } from "#app/use-cases/campaigns/list-campaigns.server";

export const handle = { title: "campaigns.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, when, permits }) => {
    permit(actor, "campaign.read", NO_PARTIES);
    return { ...(await listCampaigns(database, actor, when)), maySubmit: permits("use-case.submit") };
  })(args);

export default function CampaignsPage() {
  return <Campaigns {...useAnswer<typeof loader>()} />;
}
