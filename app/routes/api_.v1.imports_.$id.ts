import { readImport } from "#app/api/files.server";
import { serve } from "#app/api.server";

const route = serve(readImport);

export const loader = route.loader;
export const action = route.action;
