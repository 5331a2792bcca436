import { answerCalibration, readSuggestedHaircuts } from "#app/api/calibration.server";
import { serve } from "#app/api.server";

const route = serve(readSuggestedHaircuts, answerCalibration);

export const loader = route.loader;
export const action = route.action;
