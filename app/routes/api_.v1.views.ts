import { createView, listViews } from "#app/api/acts.server";
import { serve } from "#app/api.server";

const route = serve(createView, listViews);

export const loader = route.loader;
export const action = route.action;
