import { runBulkAct } from "#app/api/acts.server";
import { serve } from "#app/api.server";

const route = serve(runBulkAct);

export const loader = route.loader;
export const action = route.action;
