import { readIncident, updateIncident } from "#app/api/incidents.server";
import { serve } from "#app/api.server";

const route = serve(readIncident, updateIncident);

export const loader = route.loader;
export const action = route.action;
