import { joinUseCase, readSharedNeed } from "#app/api/similar.server";
import { serve } from "#app/api.server";

const route = serve(readSharedNeed, joinUseCase);

export const loader = route.loader;
export const action = route.action;
