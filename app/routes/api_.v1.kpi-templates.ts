import { listKpiTemplates } from "#app/api/measurement.server";
import { serve } from "#app/api.server";

const route = serve(listKpiTemplates);

export const loader = route.loader;
export const action = route.action;
