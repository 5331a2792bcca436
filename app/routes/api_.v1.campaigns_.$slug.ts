import { readCampaign, updateCampaign } from "#app/api/campaigns.server";
import { serve } from "#app/api.server";

const route = serve(readCampaign, updateCampaign);

export const loader = route.loader;
export const action = route.action;
