import { correctCheckIn } from "#app/api/pocs.server";
import { serve } from "#app/api.server";

const route = serve(correctCheckIn);

export const loader = route.loader;
export const action = route.action;
