import { serve } from "#app/api.server";

/** Every other address below /api/v1. */
const route = serve();

export const loader = route.loader;
export const action = route.action;
