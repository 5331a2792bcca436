import { withdrawRound } from "#app/api/assessment.server";
import { serve } from "#app/api.server";

const route = serve(withdrawRound);

export const loader = route.loader;
export const action = route.action;
