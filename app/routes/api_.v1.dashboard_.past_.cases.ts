import { readPastCases } from "#app/api/dashboard.server";
import { serve } from "#app/api.server";

const route = serve(readPastCases);

export const loader = route.loader;
export const action = route.action;
