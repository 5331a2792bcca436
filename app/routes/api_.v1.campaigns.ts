import { createCampaign, listCampaigns } from "#app/api/campaigns.server";
import { serve } from "#app/api.server";

const route = serve(createCampaign, listCampaigns);

export const loader = route.loader;
export const action = route.action;
