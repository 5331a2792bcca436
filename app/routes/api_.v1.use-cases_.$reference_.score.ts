import { readScore } from "#app/api/scores.server";
import { serve } from "#app/api.server";

const route = serve(readScore);

export const loader = route.loader;
export const action = route.action;
