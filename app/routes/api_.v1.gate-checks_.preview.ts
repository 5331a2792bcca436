import { previewGateCheck } from "#app/api/gates.server";
import { serve } from "#app/api.server";

const route = serve(previewGateCheck);

export const loader = route.loader;
export const action = route.action;
