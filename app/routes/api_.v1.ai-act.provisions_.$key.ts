import { editProvision } from "#app/api/case-ai-act.server";
import { serve } from "#app/api.server";

const route = serve(editProvision);

export const loader = route.loader;
export const action = route.action;
