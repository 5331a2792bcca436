import { listScreening } from "#app/api/notifications.server";
import { serve } from "#app/api.server";

const route = serve(listScreening);

export const loader = route.loader;
export const action = route.action;
