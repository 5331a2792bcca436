import { logIncident } from "#app/api/incidents.server";
import { serve } from "#app/api.server";

const route = serve(logIncident);

export const loader = route.loader;
export const action = route.action;
