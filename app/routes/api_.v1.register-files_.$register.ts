import { exportRegister, importRegister } from "#app/api/registers.server";
import { serve } from "#app/api.server";

const route = serve(exportRegister, importRegister);

export const loader = route.loader;
export const action = route.action;
