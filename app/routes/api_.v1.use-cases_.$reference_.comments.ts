import { createComment, listComments } from "#app/api/around.server";
import { serve } from "#app/api.server";

const route = serve(createComment, listComments);

export const loader = route.loader;
export const action = route.action;
