import { readPipeline } from "#app/api/pipeline.server";
import { serve } from "#app/api.server";

const route = serve(readPipeline);

export const loader = route.loader;
export const action = route.action;
