import { deleteScenario } from "#app/api/portfolio.server";
import { serve } from "#app/api.server";

const route = serve(deleteScenario);

export const loader = route.loader;
export const action = route.action;
