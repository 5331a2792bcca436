import { summariseCampaign } from "#app/api/campaigns.server";
import { serve } from "#app/api.server";

const route = serve(summariseCampaign);

export const loader = route.loader;
export const action = route.action;
