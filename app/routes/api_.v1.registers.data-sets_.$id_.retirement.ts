import { REGISTERS_SERVED } from "#app/api/registers.server";
import { serve } from "#app/api.server";

const route = serve(REGISTERS_SERVED["data-sets"].turn);

export const loader = route.loader;
export const action = route.action;
