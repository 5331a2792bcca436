import { readPoc, updatePoc } from "#app/api/pocs.server";
import { serve } from "#app/api.server";

const route = serve(readPoc, updatePoc);

export const loader = route.loader;
export const action = route.action;
