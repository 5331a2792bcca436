import { listModelSwitches, switchModel } from "#app/api/model-switches.server";
import { serve } from "#app/api.server";

const route = serve(listModelSwitches, switchModel);

export const loader = route.loader;
export const action = route.action;
