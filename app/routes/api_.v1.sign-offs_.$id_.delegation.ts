import { delegateSignOff } from "#app/api/sign-offs.server";
import { serve } from "#app/api.server";

const route = serve(delegateSignOff);

export const loader = route.loader;
export const action = route.action;
