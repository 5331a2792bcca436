import { listFilters, writeFilter } from "#app/api/filters.server";
import { serve } from "#app/api.server";

const route = serve(listFilters, writeFilter);

export const loader = route.loader;
export const action = route.action;
