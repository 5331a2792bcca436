import { assignScreening } from "#app/api/notifications.server";
import { serve } from "#app/api.server";

const route = serve(assignScreening);

export const loader = route.loader;
export const action = route.action;
