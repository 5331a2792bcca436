import { answerCaseCheck, listCaseChecks } from "#app/api/gates.server";
import { serve } from "#app/api.server";

const route = serve(listCaseChecks, answerCaseCheck);

export const loader = route.loader;
export const action = route.action;
