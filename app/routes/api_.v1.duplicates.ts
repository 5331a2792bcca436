import { judgeDuplicate, listDuplicates } from "#app/api/similar.server";
import { serve } from "#app/api.server";

const route = serve(listDuplicates, judgeDuplicate);

export const loader = route.loader;
export const action = route.action;
