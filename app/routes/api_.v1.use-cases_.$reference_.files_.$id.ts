import { readFile } from "#app/api/around.server";
import { serve } from "#app/api.server";

const route = serve(readFile);

export const loader = route.loader;
export const action = route.action;
