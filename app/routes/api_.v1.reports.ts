import { listReports, writeReports } from "#app/api/measurement.server";
import { serve } from "#app/api.server";

const route = serve(listReports, writeReports);

export const loader = route.loader;
export const action = route.action;
