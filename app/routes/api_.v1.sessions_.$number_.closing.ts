import { closeSession } from "#app/api/committee.server";
import { serve } from "#app/api.server";

const route = serve(closeSession);

export const loader = route.loader;
export const action = route.action;
