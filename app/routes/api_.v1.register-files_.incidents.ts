import { exportIncidents } from "#app/api/register-files.server";
import { serve } from "#app/api.server";

const route = serve(exportIncidents);

export const loader = route.loader;
export const action = route.action;
