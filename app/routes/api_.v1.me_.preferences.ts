import { readPreferences, updatePreferences } from "#app/api/notifications.server";
import { serve } from "#app/api.server";

const route = serve(readPreferences, updatePreferences);

export const loader = route.loader;
export const action = route.action;
