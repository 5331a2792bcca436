import { readFlow } from "#app/api/pipeline.server";
import { serve } from "#app/api.server";

const route = serve(readFlow);

export const loader = route.loader;
export const action = route.action;
