import { editAttempt } from "#app/api/attempts.server";
import { serve } from "#app/api.server";

const route = serve(editAttempt);

export const loader = route.loader;
export const action = route.action;
