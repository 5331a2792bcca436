import { listCaseSignOffs, requestSignOff } from "#app/api/sign-offs.server";
import { serve } from "#app/api.server";

const route = serve(listCaseSignOffs, requestSignOff);

export const loader = route.loader;
export const action = route.action;
