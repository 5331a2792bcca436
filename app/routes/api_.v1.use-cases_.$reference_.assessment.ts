import { readAssessment, writeAssessment } from "#app/api/assessment.server";
import { serve } from "#app/api.server";

const route = serve(readAssessment, writeAssessment);

export const loader = route.loader;
export const action = route.action;
