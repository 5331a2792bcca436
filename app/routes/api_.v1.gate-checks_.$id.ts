import { rewordGateCheck } from "#app/api/gates.server";
import { serve } from "#app/api.server";

const route = serve(rewordGateCheck);

export const loader = route.loader;
export const action = route.action;
