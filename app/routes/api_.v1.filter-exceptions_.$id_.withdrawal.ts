import { withdrawFilterException } from "#app/api/filters.server";
import { serve } from "#app/api.server";

const route = serve(withdrawFilterException);

export const loader = route.loader;
export const action = route.action;
