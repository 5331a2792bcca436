import { readAgreement } from "#app/api/assessment.server";
import { serve } from "#app/api.server";

const route = serve(readAgreement);

export const loader = route.loader;
export const action = route.action;
