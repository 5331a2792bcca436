import { readRisk, updateRisk } from "#app/api/risks.server";
import { serve } from "#app/api.server";

const route = serve(readRisk, updateRisk);

export const loader = route.loader;
export const action = route.action;
