import { setSignOffTerms } from "#app/api/gates.server";
import { serve } from "#app/api.server";

const route = serve(setSignOffTerms);

export const loader = route.loader;
export const action = route.action;
