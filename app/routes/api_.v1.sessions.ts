import { listSessions, planSession } from "#app/api/committee.server";
import { serve } from "#app/api.server";

const route = serve(planSession, listSessions);

export const loader = route.loader;
export const action = route.action;
