import { createScenario, listScenarios } from "#app/api/portfolio.server";
import { serve } from "#app/api.server";

const route = serve(listScenarios, createScenario);

export const loader = route.loader;
export const action = route.action;
