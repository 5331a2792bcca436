import { captureLines, listLines } from "#app/api/campaigns.server";
import { serve } from "#app/api.server";

const route = serve(captureLines, listLines);

export const loader = route.loader;
export const action = route.action;
