import { exportStar } from "#app/api/dashboard.server";
import { serve } from "#app/api.server";

const route = serve(exportStar);

export const loader = route.loader;
export const action = route.action;
