import { listTags, setTags } from "#app/api/around.server";
import { serve } from "#app/api.server";

const route = serve(listTags, setTags);

export const loader = route.loader;
export const action = route.action;
