import { meetSignOffCondition } from "#app/api/sign-offs.server";
import { serve } from "#app/api.server";

const route = serve(meetSignOffCondition);

export const loader = route.loader;
export const action = route.action;
