import { readScoringDraft, updateScoringDraft } from "#app/api/scoring-models.server";
import { serve } from "#app/api.server";

const route = serve(readScoringDraft, updateScoringDraft);

export const loader = route.loader;
export const action = route.action;
