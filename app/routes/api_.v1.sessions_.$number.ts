import { readSession, replanSession } from "#app/api/committee.server";
import { serve } from "#app/api.server";

const route = serve(readSession, replanSession);

export const loader = route.loader;
export const action = route.action;
