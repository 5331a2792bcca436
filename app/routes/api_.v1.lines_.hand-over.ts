import { handOverLines } from "#app/api/campaigns.server";
import { serve } from "#app/api.server";

const route = serve(handOverLines);

export const loader = route.loader;
export const action = route.action;
