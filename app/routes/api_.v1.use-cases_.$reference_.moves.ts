import { moveUseCase } from "#app/api/use-cases.server";
import { serve } from "#app/api.server";

const route = serve(moveUseCase);

export const loader = route.loader;
export const action = route.action;
