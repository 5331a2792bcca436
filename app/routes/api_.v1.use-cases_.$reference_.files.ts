import { addFile, listFiles } from "#app/api/around.server";
import { serve } from "#app/api.server";

const route = serve(addFile, listFiles);

export const loader = route.loader;
export const action = route.action;
