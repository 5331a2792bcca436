import { reopenIncident } from "#app/api/incidents.server";
import { serve } from "#app/api.server";

const route = serve(reopenIncident);

export const loader = route.loader;
export const action = route.action;
