import { changeAgenda } from "#app/api/committee.server";
import { serve } from "#app/api.server";

const route = serve(changeAgenda);

export const loader = route.loader;
export const action = route.action;
