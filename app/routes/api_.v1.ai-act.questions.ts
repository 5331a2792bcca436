import { listAiActQuestions } from "#app/api/ai-act.server";
import { serve } from "#app/api.server";

const route = serve(listAiActQuestions);

export const loader = route.loader;
export const action = route.action;
