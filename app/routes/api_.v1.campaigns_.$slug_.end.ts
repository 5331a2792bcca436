import { endCampaign } from "#app/api/campaigns.server";
import { serve } from "#app/api.server";

const route = serve(endCampaign);

export const loader = route.loader;
export const action = route.action;
