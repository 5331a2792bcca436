import { addSite, readRollOut } from "#app/api/roll-out.server";
import { serve } from "#app/api.server";

const route = serve(readRollOut, addSite);

export const loader = route.loader;
export const action = route.action;
