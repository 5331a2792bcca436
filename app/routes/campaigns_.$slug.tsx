import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { summaryInput } from "#app/use-cases/campaigns/campaign";
import { campaignPage } from "#app/use-cases/campaigns/campaign-page.server";
import { CampaignView } from "#app/use-cases/campaigns/campaign-view";
import { captureAddress } from "#app/use-cases/campaigns/capture-code";
import { writeSummary } from "#app/use-cases/campaigns/edit-campaign.server";
import { deleteCampaign, endEarly, renewCode, reopen } from "#app/use-cases/campaigns/end-campaign.server";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ name }: Answer, { tell }: Speech) => tell(name) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when, organisation, permits, context, url }) => {
    permit(actor, "campaign.read", NO_PARTIES);
    const page = await campaignPage(database, actor, params.slug, when, organisation.timeZone);
    return {
      ...page,
      captureAddress: captureAddress(context.publicOrigin ?? url.origin, page.captureCode),
      maySubmit: permits("use-case.submit"),
    };
  })(args);

const NOTICES = {
  end: "campaigns.notice.ended",
  reopen: "campaigns.notice.reopened",
  renew: "campaigns.notice.renewed",
} as const;
const COMMANDS = { end: endEarly, reopen, renew: renewCode };

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, url } = desk;
    const slug = desk.params.slug ?? "";
    const intent = String(form.get("intent"));
    if (intent === "summary") {
      const input = parse(summaryInput, form);
      await database.write((tx) => writeSummary(tx, actor, { slug, ...input }, when));
      return go(desk, url.pathname, "campaigns.notice.summary");
    }
    if (intent === "delete") {
      await database.write((tx) => deleteCampaign(tx, actor, slug, when));
      return go(desk, "/campaigns", "campaigns.notice.deleted");
    }
    const deed = intent === "reopen" || intent === "renew" ? intent : "end";
    await database.write((tx) => COMMANDS[deed](tx, actor, slug, when));
    return go(desk, url.pathname, NOTICES[deed]);
  })(args);

export default function CampaignRoute() {
  return <CampaignView {...useAnswer<typeof loader>()} />;
}
