import { readUsers } from "#app/api/roll-out.server";
import { serve } from "#app/api.server";

const route = serve(readUsers);

export const loader = route.loader;
export const action = route.action;
