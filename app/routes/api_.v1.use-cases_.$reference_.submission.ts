import { submitDraftUseCase } from "#app/api/use-cases.server";
import { serve } from "#app/api.server";

const route = serve(submitDraftUseCase);

export const loader = route.loader;
export const action = route.action;
