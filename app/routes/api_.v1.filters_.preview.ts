import { previewFilter } from "#app/api/filters.server";
import { serve } from "#app/api.server";

const route = serve(previewFilter);

export const loader = route.loader;
export const action = route.action;
