import { exportBusinessCase } from "#app/api/case-business-case.server";
import { serve } from "#app/api.server";

const route = serve(exportBusinessCase);

export const loader = route.loader;
export const action = route.action;
