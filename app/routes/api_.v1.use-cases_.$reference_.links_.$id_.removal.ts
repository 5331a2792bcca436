import { removeLink } from "#app/api/around.server";
import { serve } from "#app/api.server";

const route = serve(removeLink);

export const loader = route.loader;
export const action = route.action;
