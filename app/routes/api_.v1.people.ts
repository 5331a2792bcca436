import { listPeople } from "#app/api/organisation.server";
import { serve } from "#app/api.server";

const route = serve(listPeople);

export const loader = route.loader;
export const action = route.action;
