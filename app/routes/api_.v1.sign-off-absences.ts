import { announceAbsence, listAbsences } from "#app/api/sign-offs.server";
import { serve } from "#app/api.server";

const route = serve(listAbsences, announceAbsence);

export const loader = route.loader;
export const action = route.action;
