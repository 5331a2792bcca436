import { declareOverlap, listOverlaps } from "#app/api/overlaps.server";
import { serve } from "#app/api.server";

const route = serve(listOverlaps, declareOverlap);

export const loader = route.loader;
export const action = route.action;
