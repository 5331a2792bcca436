import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { campaignWall } from "#app/use-cases/campaigns/campaign-page.server";
import { CampaignWallView } from "#app/use-cases/campaigns/campaign-wall";
import { captureAddress } from "#app/use-cases/campaigns/capture-code";

type Answer = Awaited<ReturnType<typeof loader>>;

/** An unchanged wall is answered by a 304, which costs next to nothing. */
const EVERY_MS = 3_000;

export const handle = {
  title: ({ name }: Answer, { tell }: Speech) => tell(name),
  wall: { seconds: 15 },
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when, organisation, context, url }) => {
    permit(actor, "campaign.read", NO_PARTIES);
    const wall = await campaignWall(database, actor, params.slug, when, organisation.timeZone);
    return {
      ...wall,
      captureAddress: captureAddress(context.publicOrigin ?? url.origin, wall.captureCode),
      every: EVERY_MS,
    };
  })(args);

export default function CampaignWallPage() {
  return <CampaignWallView {...useAnswer<typeof loader>()} />;
}
