import { optimisePortfolio } from "#app/api/portfolio.server";
import { serve } from "#app/api.server";

const route = serve(optimisePortfolio);

export const loader = route.loader;
export const action = route.action;
