import { readView, updateView } from "#app/api/acts.server";
import { serve } from "#app/api.server";

const route = serve(readView, updateView);

export const loader = route.loader;
export const action = route.action;
