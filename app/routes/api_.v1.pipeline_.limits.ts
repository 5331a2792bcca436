import { setStageLimits } from "#app/api/pipeline.server";
import { serve } from "#app/api.server";

const route = serve(setStageLimits);

export const loader = route.loader;
export const action = route.action;
