import { readWhatIf } from "#app/api/exposure.server";
import { serve } from "#app/api.server";

const route = serve(readWhatIf);

export const loader = route.loader;
export const action = route.action;
