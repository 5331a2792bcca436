import { evaluateBusinessCase } from "#app/api/business-cases.server";
import { serve } from "#app/api.server";

const route = serve(evaluateBusinessCase);

export const loader = route.loader;
export const action = route.action;
