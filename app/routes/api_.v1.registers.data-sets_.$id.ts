import { REGISTERS_SERVED } from "#app/api/registers.server";
import { serve } from "#app/api.server";

const route = serve(REGISTERS_SERVED["data-sets"].read, REGISTERS_SERVED["data-sets"].update);

export const loader = route.loader;
export const action = route.action;
