import { createLink, listLinks } from "#app/api/around.server";
import { serve } from "#app/api.server";

const route = serve(createLink, listLinks);

export const loader = route.loader;
export const action = route.action;
