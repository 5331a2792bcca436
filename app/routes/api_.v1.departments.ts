import { listDepartments } from "#app/api/organisation.server";
import { serve } from "#app/api.server";

const route = serve(listDepartments);

export const loader = route.loader;
export const action = route.action;
