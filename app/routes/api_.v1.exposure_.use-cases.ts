import { listExposedCases } from "#app/api/exposure.server";
import { serve } from "#app/api.server";

const route = serve(listExposedCases);

export const loader = route.loader;
export const action = route.action;
