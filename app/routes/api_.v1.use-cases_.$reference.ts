import { readUseCase, updateUseCase } from "#app/api/use-cases.server";
import { serve } from "#app/api.server";

const route = serve(readUseCase, updateUseCase);

export const loader = route.loader;
export const action = route.action;
