import { cancelSession } from "#app/api/committee.server";
import { serve } from "#app/api.server";

const route = serve(cancelSession);

export const loader = route.loader;
export const action = route.action;
