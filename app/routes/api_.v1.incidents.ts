import { listIncidents } from "#app/api/incidents.server";
import { serve } from "#app/api.server";

const route = serve(listIncidents);

export const loader = route.loader;
export const action = route.action;
