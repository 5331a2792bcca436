import { readScreening, screenUseCase } from "#app/api/notifications.server";
import { serve } from "#app/api.server";

const route = serve(readScreening, screenUseCase);

export const loader = route.loader;
export const action = route.action;
