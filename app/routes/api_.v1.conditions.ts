import { listConditions } from "#app/api/committee.server";
import { serve } from "#app/api.server";

const route = serve(listConditions);

export const loader = route.loader;
export const action = route.action;
