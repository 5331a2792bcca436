import { readKpi, updateKpi } from "#app/api/measurement.server";
import { serve } from "#app/api.server";

const route = serve(readKpi, updateKpi);

export const loader = route.loader;
export const action = route.action;
