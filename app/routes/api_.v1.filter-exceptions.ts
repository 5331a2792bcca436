import { listFilterExceptions, signFilterException } from "#app/api/filters.server";
import { serve } from "#app/api.server";

const route = serve(listFilterExceptions, signFilterException);

export const loader = route.loader;
export const action = route.action;
