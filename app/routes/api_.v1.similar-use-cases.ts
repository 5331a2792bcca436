import { findSimilar } from "#app/api/similar.server";
import { serve } from "#app/api.server";

const route = serve(findSimilar);

export const loader = route.loader;
export const action = route.action;
