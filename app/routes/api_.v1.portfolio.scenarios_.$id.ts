import { readScenario } from "#app/api/portfolio.server";
import { serve } from "#app/api.server";

const route = serve(readScenario);

export const loader = route.loader;
export const action = route.action;
