import { definePoc, listPocs } from "#app/api/pocs.server";
import { serve } from "#app/api.server";

const route = serve(listPocs, definePoc);

export const loader = route.loader;
export const action = route.action;
