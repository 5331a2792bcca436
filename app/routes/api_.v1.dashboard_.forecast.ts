import { readForecast, setTarget } from "#app/api/forecast.server";
import { serve } from "#app/api.server";

const route = serve(readForecast, setTarget);

export const loader = route.loader;
export const action = route.action;
