import { rankUseCases } from "#app/api/ranking.server";
import { serve } from "#app/api.server";

const route = serve(rankUseCases);

export const loader = route.loader;
export const action = route.action;
