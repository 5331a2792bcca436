import { endIteration } from "#app/api/pocs.server";
import { serve } from "#app/api.server";

const route = serve(endIteration);

export const loader = route.loader;
export const action = route.action;
