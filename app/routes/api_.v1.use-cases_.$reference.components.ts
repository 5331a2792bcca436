import { listComponents, setComponent } from "#app/api/registers.server";
import { serve } from "#app/api.server";

const route = serve(listComponents, setComponent);

export const loader = route.loader;
export const action = route.action;
