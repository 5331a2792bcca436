import { addAttempt } from "#app/api/pocs.server";
import { serve } from "#app/api.server";

const route = serve(addAttempt);

export const loader = route.loader;
export const action = route.action;
