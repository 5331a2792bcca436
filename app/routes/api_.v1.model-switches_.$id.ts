import { measureSwitch } from "#app/api/model-switches.server";
import { serve } from "#app/api.server";

const route = serve(measureSwitch);

export const loader = route.loader;
export const action = route.action;
