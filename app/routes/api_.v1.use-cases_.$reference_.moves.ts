import { listMoves } from "#app/api/moves.server";
import { moveUseCase } from "#app/api/use-cases.server";
import { serve } from "#app/api.server";

const route = serve(moveUseCase, listMoves);

export const loader = route.loader;
export const action = route.action;
