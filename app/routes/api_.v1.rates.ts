import { listRates, setRates } from "#app/api/rates.server";
import { serve } from "#app/api.server";

const route = serve(listRates, setRates);

export const loader = route.loader;
export const action = route.action;
