import { withdrawConflict } from "#app/api/assessment.server";
import { serve } from "#app/api.server";

const route = serve(withdrawConflict);

export const loader = route.loader;
export const action = route.action;
