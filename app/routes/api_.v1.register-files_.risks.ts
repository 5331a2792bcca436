import { exportRisks } from "#app/api/register-files.server";
import { serve } from "#app/api.server";

const route = serve(exportRisks);

export const loader = route.loader;
export const action = route.action;
