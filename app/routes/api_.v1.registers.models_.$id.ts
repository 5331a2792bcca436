import { REGISTERS_SERVED } from "#app/api/registers.server";
import { serve } from "#app/api.server";

const route = serve(REGISTERS_SERVED.models.read, REGISTERS_SERVED.models.update);

export const loader = route.loader;
export const action = route.action;
