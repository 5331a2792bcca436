import { readBusinessCase, writeBusinessCase } from "#app/api/case-business-case.server";
import { serve } from "#app/api.server";

const route = serve(readBusinessCase, writeBusinessCase);

export const loader = route.loader;
export const action = route.action;
