import { previewBulkAct } from "#app/api/acts.server";
import { serve } from "#app/api.server";

const route = serve(previewBulkAct);

export const loader = route.loader;
export const action = route.action;
