import { decideOverlap } from "#app/api/overlaps.server";
import { serve } from "#app/api.server";

const route = serve(decideOverlap);

export const loader = route.loader;
export const action = route.action;
