import { exportAiActRegister } from "#app/api/case-ai-act.server";
import { serve } from "#app/api.server";

const route = serve(exportAiActRegister);

export const loader = route.loader;
export const action = route.action;
